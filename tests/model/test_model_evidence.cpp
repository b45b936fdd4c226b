#include "core/model/model_file.h"
#include "core/weights/safetensors.h"
#include "tests/support/random_models.h"
#include "tests/support/test_files.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <fstream>

using namespace lab;

namespace {

const at::TensorOptions floats(at::kFloat);

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

StateDict weights_of(const Classifier& net) {
    return net.parameters().state();
}

StateDict weights_of(const std::string& id, const ModelShape& shape = {3, 28, 4}) {
    const auto net = architecture(id).make(shape, floats);
    test_models::randomise(*net, 3);
    return weights_of(*net);
}

/// A small network of a family, as nobody publishes it.
StateDict small(const std::string& family) {
    if (family == "convnext") {
        ConvNextConfig config;
        config.depths = {1, 1};
        config.widths = {8, 16};
        config.classes = 4;
        return weights_of(*make_convnext(config, floats));
    }
    SwinConfig config;
    config.depths = {1, 1};
    config.heads = {2, 4};
    config.width = 16;
    config.window = 4;
    config.classes = 4;
    return weights_of(*make_swin(config, floats));
}

std::vector<std::string> options_of(const ModelCard& card) {
    std::vector<std::string> options;
    for (const Notice& notice : card.notices)
        options.push_back(notice.option);
    return options;
}

std::string told(const ModelCard& card) {
    std::string text;
    for (const Notice& notice : card.notices)
        text += sentence_of(notice) + "\n";
    return text;
}

const char* const timm_cfg =
    R"("num_classes": 4, "pretrained_cfg": {"input_size": [3, 28, 28], "mean": [0.4, 0.5, 0.6],
       "std": [0.2, 0.3, 0.4], "crop_pct": 0.9, "interpolation": "bilinear", "label_names": ["a", "b", "c", "d"]})";

} // namespace

/// What is known of a model, what is assumed, and what contradicts it.
class TestModelEvidence : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    const std::string m_hub = m_folder.filePath("hub").toStdString();
    const std::string m_file = m_hub + "/model.safetensors";

    void write(const StateDict& state) const { write_safetensors(m_file, state, {{"format", "pt"}}); }
    void write_beside(const char* name, const std::string& text) const {
        std::ofstream(m_hub + "/" + name) << text;
    }
    std::string refusal(const ModelOptions& options = {}) const {
        return test_files::sentence_of([&] { read_model_card(m_hub, options); });
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void init() { std::filesystem::create_directory(m_hub); }
    void cleanup() { std::filesystem::remove_all(m_hub); }

    void what_nothing_tells_is_assumed_data() {
        QTest::addColumn<QString>("network");
        QTest::addColumn<QStringList>("options");
        const QStringList pictures = {"--mean", "--std", "--crop", "--interpolation", "--labels"};
        QTest::newRow("ResNet, GroupNorm")
            << "resnet14_gn" << QStringList{"--norm", "--groups", "--stem", "--size"} + pictures;
        QTest::newRow("ResNet, BatchNorm") << "resnet14_bn" << QStringList{"--stem", "--size"} + pictures;
        QTest::newRow("ViT") << "vit_tiny_patch4" << QStringList{"--heads"} + pictures;
        QTest::newRow("ConvNeXt") << "convnext" << QStringList{"--size"} + pictures;
        QTest::newRow("Swin") << "swin" << QStringList{"--size"} + pictures;
    }
    void what_nothing_tells_is_assumed() {
        QFETCH(QString, network);
        QFETCH(QStringList, options);
        const std::string id = network.toStdString();
        write(id == "convnext" || id == "swin" ? small(id) : weights_of(id));
        const ModelCard card = read_model_card(m_hub);
        QStringList found;
        for (const Notice& notice : card.notices) {
            QVERIFY2(contains(notice.text, " assumed"), notice.text.c_str());
            found << QString::fromStdString(notice.option);
        }
        QCOMPARE(found, options);
        QCOMPARE(card.constants_from, std::string("the family's table"));
    }

    void a_hub_leaves_nothing_to_assume_data() {
        QTest::addColumn<QString>("network");
        QTest::addColumn<QString>("config");
        const auto row = [](const char* title, const char* network, const std::string& config) {
            QTest::newRow(title) << network << QString::fromStdString(config);
        };
        const std::string cfg = timm_cfg;
        row("ResNet, GroupNorm", "resnet14_gn", R"({"architecture": "resnet14_gn", )" + cfg + "}");
        row("ResNet, BatchNorm", "resnet14_bn",
            R"({"architecture": "resnet14_bn", "global_pool": "avg", )" + cfg + "}");
        row("ViT", "vit_tiny_patch4",
            R"({"architecture": "vit_tiny_patch4", "global_pool": "token", )" + cfg + "}");
        row("ViT by its arguments", "vit_tiny_patch4",
            R"({"architecture": "x", "model_args": {"num_heads": 8}, )" + cfg + "}");
        row("ConvNeXt", "convnext", R"({"architecture": "convnext_femto.d1", )" + cfg + "}");
        row("Swin", "swin", R"({"architecture": "swin_small_patch4", )" + cfg + "}");
        row("older layout", "resnet14_gn",
            R"({"architecture": "resnet14_gn", "num_classes": 4, "input_size": [3, 28, 28],
            "mean": [0.4, 0.5, 0.6], "std": [0.2, 0.3, 0.4], "crop_pct": 0.9, "interpolation": "bilinear",
            "label_names": ["a", "b", "c", "d"]})");
        row("transformers", "vit_tiny_patch4",
            R"({"model_type": "vit", "architectures": ["ViTForImageClassification"],
            "num_attention_heads": 8, "image_size": 28, "id2label": {"0": "a", "1": "b", "2": "c", "3": "d"}})");
    }
    void a_hub_leaves_nothing_to_assume() {
        QFETCH(QString, network);
        QFETCH(QString, config);
        const std::string id = network.toStdString();
        write(id == "convnext" || id == "swin" ? small(id) : weights_of(id));
        write_beside("config.json", config.toStdString());
        write_beside("preprocessor_config.json",
                     R"({"image_mean": [0.4, 0.5, 0.6], "image_std": [0.2, 0.3, 0.4],
            "size": {"height": 28, "width": 28}, "crop_pct": 0.9, "resample": 2})");
        for (const std::string& path : {m_hub, m_file}) {
            const ModelCard card = read_model_card(path);
            QVERIFY2(card.notices.empty(), told(card).c_str());
            QCOMPARE(card.mean, (std::vector<double>{0.4, 0.5, 0.6}));
            QCOMPARE(card.std, (std::vector<double>{0.2, 0.3, 0.4}));
            QCOMPARE(card.crop, 0.9);
            QCOMPARE(card.interpolation, std::string("bilinear"));
            QCOMPARE(card.shape.image_size, 28);
            QCOMPARE(card.class_names, (std::vector<std::string>{"a", "b", "c", "d"}));
            QVERIFY(contains(card.constants_from, "config.json"));
        }
    }

    void heads_and_groups_are_those_that_were_told() {
        write(weights_of("vit_tiny_patch4"));
        QCOMPARE(read_model_card(m_hub).heads, 4);
        QCOMPARE(read_model_card(m_hub, {.heads = 16}).heads, 16);
        const at::Tensor x = test_models::pictures(2, 1, 3, 28).to(at::kFloat);
        const Model four = load_model(m_hub, floats), sixteen = load_model(m_hub, floats, {.heads = 16});
        QVERIFY(!at::allclose(four.classifier->features(x), sixteen.classifier->features(x)));
        // They are kept in a card of ours.
        const std::string ours = m_hub + "/ours.safetensors";
        save_model(ours, sixteen.card, *sixteen.classifier);
        const Model again = load_model(ours, floats);
        QVERIFY(at::equal(again.classifier->features(x), sixteen.classifier->features(x)));
        QVERIFY2(again.card.notices.empty(), told(again.card).c_str());
        QVERIFY(contains(test_files::sentence_of([&] { read_model_card(ours, {.heads = 4}); }),
                         "--heads 4: the file tells of 16"));

        write(weights_of("resnet14_gn"));
        QCOMPARE(read_model_card(m_file, {.groups = 4}).groups, 4);
        QVERIFY(contains(test_files::sentence_of([&] { read_model_card(m_file, {.groups = 5}); }),
                         "expected widths that 5 groups divide"));
        // A name outside the table tells the kind of norm, not how many groups there are.
        write_beside("config.json", std::string(R"({"architecture": "resnet20_gn", )") + timm_cfg + "}");
        const ModelCard unlisted = read_model_card(m_file);
        QCOMPARE(unlisted.groups, 8);
        QVERIFY2(contains(told(unlisted), "8 groups assumed"), told(unlisted).c_str());
    }

    void options_that_do_nothing_or_contradict_data() {
        QTest::addColumn<QString>("network");
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* network, const char* option, const char* said) {
            QTest::addRow("%s %s", network, option) << network << option << said;
        };
        row("resnet14_gn", "heads", "--heads does nothing for this network");
        row("convnext", "groups", "--groups does nothing for this network, which is no ResNet");
        row("swin", "norm", "--norm does nothing for this network, which is no ResNet");
        row("swin", "heads", "--heads does nothing for this network");
        row("swin", "stem", "--stem does nothing for this network, which is no ResNet");
        row("resnet14_bn", "groups",
            "--groups does nothing for this network, whose norm layers are BatchNorm");
        row("resnet14_bn", "norm", "--norm group tells of GroupNorm, but the file holds running statistics");
        row("vit_tiny_patch4", "size", "--size 64: its positions are those of pictures of 28 pixels a side");
        row("resnet14_gn", "weights", "expected weights called nothing, for the file holds one set");
    }
    void options_that_do_nothing_or_contradict() {
        QFETCH(QString, network);
        QFETCH(QString, option);
        QFETCH(QString, said);
        const std::string id = network.toStdString();
        write(id == "convnext" || id == "swin" ? small(id) : weights_of(id));
        ModelOptions options;
        if (option == "heads")
            options.heads = 4;
        if (option == "groups")
            options.groups = 4;
        if (option == "norm")
            options.norm = "group";
        if (option == "stem")
            options.stem = "cifar";
        if (option == "size")
            options.image_size = 64;
        if (option == "weights")
            options.weights = "ema";
        const std::string sentence = refusal(options);
        QVERIFY2(sentence.starts_with(m_file + ": ") && contains(sentence, said.toStdString()),
                 sentence.c_str());
    }

    void a_config_that_contradicts_data() {
        QTest::addColumn<QString>("network");
        QTest::addColumn<QString>("config");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* title, const char* network, const char* config, const char* said) {
            QTest::newRow(title) << network << config << said;
        };
        row("classes", "resnet14_gn", R"({"num_classes": 1000})", "config.json tells of 1000 classes");
        row("names", "resnet14_gn", R"({"label_names": ["a"], "num_classes": 4})", "tells of 1 class names");
        row("norm", "resnet14_bn", R"({"architecture": "resnet50_gn"})",
            "tells of GroupNorm, but the file holds running");
        row("family", "resnet14_bn", R"({"architecture": "vit_small_patch16_224"})",
            "tells of the family \"vit\", the tensors are those of \"resnet\"");
        row("mean", "resnet14_gn", R"({"mean": [123.675, 116.28, 103.53], "std": [58.4, 57.1, 57.4]})",
            "found 123.675; is it meant for pixels of 0 to 255?");
        row("pooling", "vit_tiny_patch4", R"({"architecture": "vit_tiny_patch4", "global_pool": "avg"})",
            "global_pool: expected \"token\" for a ViT, found \"avg\"");
        row("no number", "resnet14_gn", R"({"num_classes": 4, "crop_pct": "most"})",
            "crop_pct: expected a number");
        row("no square", "resnet14_gn", R"({"input_size": [3, 28, 32]})",
            "input_size: expected a square in pixels");
    }
    void a_config_that_contradicts() {
        QFETCH(QString, network);
        QFETCH(QString, config);
        QFETCH(QString, said);
        write(weights_of(network.toStdString()));
        write_beside("config.json", config.toStdString());
        const std::string sentence = refusal();
        QVERIFY2(contains(sentence, said.toStdString()), sentence.c_str());
    }

    void a_config_that_cannot_be_followed_is_told() {
        write(weights_of("resnet14_gn"));
        write_beside("config.json", "{ no JSON");
        QVERIFY(contains(told(read_model_card(m_hub)), "cannot be read as a JSON object"));
        write_beside("config.json",
                     R"({"num_classes": 4, "interpolation": "lanczos", "crop_mode": "squash"})");
        const std::string both = told(read_model_card(m_hub));
        QVERIFY2(contains(both, "asks for the interpolation \"lanczos\"") &&
                     contains(both, "crop mode \"squash\""),
                 both.c_str());
        const std::size_t assumed = 9;
        write_beside("config.json", R"({"learning_rate": 0.1})"); // about something else
        QCOMPARE(read_model_card(m_hub).notices.size(), assumed);
        write(weights_of("vit_tiny_patch4"));
        write_beside("config.json", R"({"architecture": "vit_base_patch16_224"})");
        const ModelCard narrow = read_model_card(m_hub);
        QVERIFY(contains(told(narrow), "names a network of width 768, the tensors are 64 wide"));
        QCOMPARE(narrow.heads, 4);
    }

    /// num_batches_tracked beside layers without running statistics, as Tent's set-up leaves them.
    void batch_norm_without_statistics() {
        StateDict state = weights_of("resnet14_bn");
        std::erase_if(state, [](const auto& entry) { return contains(entry.first, "running_"); });
        const StateDict plain = state;
        state["layer1.0.bn2.num_batches_tracked"] = at::tensor(7);
        write(state);
        const Model model = load_model(m_hub, floats);
        QCOMPARE(model.card.family, std::string("resnet_bn"));
        QVERIFY(contains(told(model.card), "warning: model: BatchNorm without running statistics"));
        QVERIFY(contains(refusal({.norm = "group"}),
                         "the file holds num_batches_tracked, which only BatchNorm has"));
        // Each batch is normalised by itself, whatever the mode.
        const at::Tensor x = test_models::pictures(4, 1, 3, 28).to(at::kFloat);
        const auto reference = architecture("resnet14_bn").make(model.card.shape, floats);
        reference->parameters().overlay(plain, "plain");
        reference->set_norm_mode(NormMode::batch_statistics);
        QVERIFY(at::allclose(model.classifier->features(x), reference->features(x), 1e-4, 1e-5));

        const std::string ours = m_hub + "/ours.safetensors";
        save_model(ours, model.card, *model.classifier);
        QVERIFY(at::equal(load_model(ours, floats).classifier->features(x), model.classifier->features(x)));

        write(plain); // nothing tells: GroupNorm is assumed, unless somebody knows better
        QVERIFY(contains(told(read_model_card(m_file)), "GroupNorm assumed"));
        QCOMPARE(read_model_card(m_file, {.norm = "batch"}).family, std::string("resnet_bn"));
    }

    void weights_that_are_no_numbers() {
        const StateDict good = weights_of("resnet14_gn");
        for (const at::ScalarType type : {at::kFloat, at::kDouble, at::kHalf, at::kBFloat16})
            for (const double value : {std::nan(""), double(INFINITY), -double(INFINITY)}) {
                StateDict bad;
                for (const auto& [name, tensor] : good)
                    bad[name] = tensor.to(type).clone();
                bad["layer2.0.conv1.weight"].view(-1)[5] = value;
                write(bad);
                const std::string said = test_files::sentence_of([&] { read_model(m_hub); });
                QVERIFY2(
                    said.starts_with(m_file + ": expected finite weights, found 1 NaN or infinite of ") &&
                        contains(said, "\"layer2.0.conv1.weight\""),
                    said.c_str());
            }
        StateDict two = good;
        two["fc.bias"] = at::full({4}, NAN);
        two["bn1.bias"] = at::full({16}, INFINITY);
        write(two);
        QVERIFY(contains(test_files::sentence_of([&] { read_model(m_hub); }), "and 20 in 2 tensors in all"));
    }

    void a_card_of_our_own_needs_no_notice() {
        const std::string ours = m_hub + "/ours.safetensors";
        for (const char* id : {"resnet14_gn", "resnet14_bn", "vit_tiny_patch4"}) {
            test_models::write(ours, id, 12);
            const ModelCard card = read_model_card(ours);
            QVERIFY2(card.notices.empty(), told(card).c_str());
            QCOMPARE(card.constants_from, std::string("the file"));
        }
        QVERIFY(options_of(read_model_card(ours, {.crop = 0.5})).empty());
    }
};

QTEST_GUILESS_MAIN(TestModelEvidence)
#include "test_model_evidence.moc"
