#include "core/model/model_file.h"
#include "core/weights/safetensors.h"
#include "tests/support/random_models.h"
#include "tests/support/test_files.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <filesystem>
#include <fstream>

using namespace lab;

namespace {

const at::TensorOptions floats(at::kFloat);

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

/// Weights that others wrote: what load_model() makes of a file without a card.
class TestWeightFiles : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    const std::string m_file = m_folder.filePath("theirs.safetensors").toStdString();

    /// A foreign file with the weights of a row, of the given type.
    StateDict write(const std::string& id, const ModelShape& shape, at::ScalarType type = at::kFloat) const {
        const auto net = architecture(id).make(shape, floats);
        test_models::randomise(*net, 4);
        StateDict state;
        for (const auto& [name, value] : net->parameters().state())
            state[name] = value.to(type);
        write_safetensors(m_file, state, {{"format", "pt"}});
        return state;
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void cleanup() { std::filesystem::remove(m_folder.filePath("theirs.classes.txt").toStdString()); }

    void the_card_follows_from_the_family() {
        write("resnet18_gn", {3, 224, 12});
        const ModelCard card = load_model(m_file, floats).card;
        QCOMPARE(card.architecture, std::string("resnet18_gn"));
        QCOMPARE(card.title, std::string("ResNet-18, GroupNorm"));
        QCOMPARE(card.family, std::string("resnet_gn"));
        QCOMPARE(card.rates, std::string("resnet50_gn"));
        QCOMPARE(card.shape.image_size, 224);
        QCOMPARE(card.shape.classes, 12);
        QCOMPARE(card.mean, (std::vector<double>{0.485, 0.456, 0.406}));
        QCOMPARE(card.std, (std::vector<double>{0.229, 0.224, 0.225}));
        QCOMPARE(card.crop, 0.94);
        QCOMPARE(card.interpolation, std::string("bicubic"));
        QCOMPARE(card.norm_layers, 20);
        QCOMPARE(card.parameters, std::int64_t(11689512 - 988 * 513));
        QCOMPARE(card.class_names.at(11), std::string("class 11"));
        QVERIFY(!card.own_card);
        QCOMPARE(read_model_card(m_file).title, card.title);
    }

    void types_are_converted() {
        for (const at::ScalarType type : {at::kFloat, at::kHalf, at::kBFloat16}) {
            const StateDict stored = write("vit_tiny_patch4", {1, 12, 5}, type);
            const Model model = load_model(m_file, at::TensorOptions(at::kDouble));
            QCOMPARE(model.card.shape.image_size, 12);
            QCOMPARE(model.card.mean, std::vector<double>{0.5});
            for (const auto& [name, value] : model.classifier->parameters().state())
                QVERIFY2(at::equal(value, stored.at(name).to(at::kDouble)), name.c_str());
        }
    }

    void class_names_lie_beside_the_weights() {
        write("resnet14_gn", {3, 28, 3});
        const std::string names = m_folder.filePath("theirs.classes.txt").toStdString();
        std::ofstream(names) << "tench\r\nÄsche\ngreat white shark\n";
        QCOMPARE(load_model(m_file, floats).card.class_names,
                 (std::vector<std::string>{"tench", "Äsche", "great white shark"}));
        std::ofstream(names) << "tench\n";
        QCOMPARE(test_files::sentence_of([&] { load_model(m_file, floats); }),
                 names + ": expected 3 class names, one a line, found 1");
    }

    void what_does_not_fit_is_listed() {
        StateDict state = write("resnet14_bn", {3, 28, 3});
        state.erase("layer2.0.bn1.bias");
        state["layer1.0.bn2.weight"] = at::zeros({17});
        state["extra.weight"] = at::zeros({2});
        state["bn1.num_batches_tracked"] =
            at::zeros({}, at::kLong); // belongs to no network here, and is left out
        write_safetensors(m_file, state, {});
        const std::string said = test_files::sentence_of([&] { load_model(m_file, floats); });
        QVERIFY(said.starts_with(m_file + ": the weights do not fit the architecture:"));
        QVERIFY(contains(said, "\n  missing: layer2.0.bn1.bias [32]"));
        QVERIFY(contains(said, "\n  other shape: layer1.0.bn2.weight expected [16], found [17]"));
        QVERIFY(contains(said, "\n  superfluous: extra.weight [2]"));
        QVERIFY(!contains(said, "num_batches_tracked"));
    }

    /// A file's claims must not decide how much memory is asked for.
    void claims_are_checked_before_memory_is_taken() {
        const StateDict state = {{"layer1.0.conv1.weight", at::zeros({1 << 20, 1, 1, 1}, at::kByte)},
                                 {"layer1.0.conv3.weight", at::zeros({1}, at::kByte)},
                                 {"conv1.weight", at::zeros({1, 1, 7, 7}, at::kByte)},
                                 {"bn1.running_mean", at::zeros({1}, at::kByte)},
                                 {"fc.weight", at::zeros({1 << 20, 1}, at::kByte)}};
        write_safetensors(m_file, state, {}); // the classifier alone would have 2⁴² values
        const std::string said = test_files::sentence_of([&] { load_model(m_file, floats); });
        QVERIFY2(contains(said, "the weights do not fit the architecture:"), said.c_str());
    }

    /// What was opened once is shared, and has nothing more to do with the file.
    void large_tensors_are_not_copied() {
        const StateDict stored = write("resnet18_gn", {3, 224, 2});
        const OpenedModel opened = read_model(m_file);
        std::filesystem::resize_file(m_file, 100); // what a mapped file would not survive
        std::filesystem::remove(m_file);
        const Model first = opened.make(floats), second = opened.make(floats);
        const auto value_of = [](const Model& model, const std::string& name) {
            for (const auto& entry : model.classifier->parameters().entries())
                if (entry.name == name)
                    return entry.value;
            return at::Tensor();
        };
        const std::string large = "layer4.1.conv2.weight", norm = "bn1.weight";
        QVERIFY(value_of(first, large).data_ptr() == value_of(second, large).data_ptr());
        QVERIFY(value_of(first, norm).data_ptr() != value_of(second, norm).data_ptr());
        value_of(first, norm).zero_();
        for (const auto& [name, value] : second.classifier->parameters().state())
            QVERIFY2(at::equal(value, stored.at(name)), name.c_str());
        // In another type they are copied.
        const Model converted = opened.make(at::TensorOptions(at::kDouble));
        QVERIFY(at::equal(value_of(converted, large), stored.at(large).to(at::kDouble)));
    }

    void the_hash_is_that_of_the_weights() {
        const StateDict stored = write("resnet14_gn", {3, 28, 3});
        const std::string hash = read_model(m_file).card.model_hash;
        QCOMPARE(hash.size(), std::size_t(32));
        write_safetensors(m_file, stored, {{"other", "metadata"}});
        QCOMPARE(read_model(m_file).card.model_hash, hash);
        QVERIFY(read_model_card(m_file).model_hash.empty());
        StateDict other = stored;
        other["fc.bias"] = other["fc.bias"].clone();
        other["fc.bias"][1] += 1e-6;
        write_safetensors(m_file, other, {});
        QVERIFY(read_model(m_file).card.model_hash != hash);
        other = stored;
        std::swap(other["layer1.0.bn1.bias"], other["layer1.0.bn2.bias"]);
        write_safetensors(m_file, other, {});
        QVERIFY(read_model(m_file).card.model_hash != hash);
    }

    void layers_see_the_mapped_weights() {
        write("resnet18_gn", {3, 64, 5});
        const Model model = load_model(m_file, floats);
        const auto copy = architecture("resnet18_gn").make({3, 64, 5}, floats);
        copy->parameters().load(read_safetensors(m_file).tensors, m_file);
        const at::Tensor x = test_models::pictures(2, 1, 3, 64).to(at::kFloat);
        QVERIFY(at::allclose(model.classifier->features(x), copy->features(x), 1e-5, 1e-6));
        QVERIFY(model.classifier->features(x).abs().max().item<float>() > 0);
    }

    void cards_can_be_changed_and_kept() {
        write("resnet14_gn", {3, 28, 3});
        ModelOptions told;
        told.mean = {0.1, 0.2, 0.3};
        told.crop = 0.875;
        told.interpolation = "bilinear";
        told.labels = m_folder.filePath("names.txt").toStdString();
        std::ofstream(*told.labels) << "a\nb\nc\n";
        const Model model = load_model(m_file, floats, told);
        const std::string ours = m_folder.filePath("ours.safetensors").toStdString();
        save_model(ours, model.card, *model.classifier);
        const ModelCard card = load_model(ours, floats).card;
        QCOMPARE(card.mean, *told.mean);
        QCOMPARE(card.std, model.card.std);
        QCOMPARE(card.crop, 0.875);
        QCOMPARE(card.interpolation, std::string("bilinear"));
        QCOMPARE(card.class_names, (std::vector<std::string>{"a", "b", "c"}));
        QCOMPARE(card.architecture, std::string("resnet14_gn"));
        QVERIFY(card.own_card && card.notices.empty());

        const auto refused = [&](const ModelOptions& wrong) {
            return test_files::sentence_of([&] { read_model(ours, wrong); });
        };
        using Numbers = std::vector<double>;
        QVERIFY(contains(refused({.mean = Numbers{0.5, 0.5}}), "one value per channel"));
        QVERIFY(contains(refused({.std = Numbers{0.5, 0, 0.5}}), "std: expected values above 0, up to 1"));
        QVERIFY(contains(refused({.mean = Numbers{123.675, 116.28, 103.53}}),
                         "found 123.675; is it meant for pixels of 0 to 255?"));
        QVERIFY(contains(refused({.std = Numbers{58.4}}), "found 58.4; is it meant for pixels of 0 to 255?"));
        QVERIFY(contains(refused({.mean = Numbers{std::nan("")}}), "found nan"));
        QVERIFY(contains(refused({.std = Numbers{INFINITY}}), "found inf"));
        QVERIFY(contains(refused({.crop = 1.5}), "crop must be 0.1 to 1, found 1.5"));
        QVERIFY(contains(refused({.interpolation = "sinc"}), "found \"sinc\""));
        std::ofstream(*told.labels) << "a\n";
        QVERIFY(contains(refused({.labels = told.labels}), "expected 3 class names, one a line, found 1"));
    }

    /// A network of no row keeps its blocks when it is written with a card.
    void unlisted_networks_can_be_saved() {
        ResNetConfig config;
        config.depths = {1, 1};
        config.widths = {32, 64};
        config.norm = {NormKind::group, 32, 1e-5};
        config.classes = 4;
        const auto net = make_resnet(config, floats);
        test_models::randomise(*net, 1);
        write_safetensors(m_file, net->parameters().state(), {});
        const Model model = load_model(m_file, floats);
        QCOMPARE(model.card.title, std::string("ResNet of 1-1 basic blocks, GroupNorm"));
        const std::string ours = m_folder.filePath("ours.safetensors").toStdString();
        save_model(ours, model.card, *model.classifier);
        const Model again = load_model(ours, floats);
        const at::Tensor x = test_models::pictures(1, 1, 3, 32).to(at::kFloat);
        QVERIFY(at::equal(again.classifier->features(x), model.classifier->features(x)));
        QCOMPARE(again.card.title, model.card.title);
    }
};

QTEST_GUILESS_MAIN(TestWeightFiles)
#include "test_weight_files.moc"
