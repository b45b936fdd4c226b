#include "core/model/model_file.h"
#include "core/weights/safetensors.h"
#include "tests/support/random_models.h"
#include "tests/support/test_files.h"
#include "tests/weights/pth_bytes.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>

using namespace lab;
namespace pth = pth_bytes;

namespace {

const at::TensorOptions floats(at::kFloat);

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

StateDict weights(std::uint64_t seed = 1, const std::string& id = "resnet14_gn") {
    const auto net = architecture(id).make({3, 28, 4}, floats);
    test_models::randomise(*net, seed);
    return net->parameters().state();
}

StateDict prefixed(const StateDict& state, const std::string& prefix) {
    StateDict renamed;
    for (const auto& [name, tensor] : state)
        renamed[prefix + name] = tensor;
    return renamed;
}

std::string told(const ModelCard& card) {
    std::string text;
    for (const Notice& notice : card.notices)
        text += sentence_of(notice) + "\n";
    return text;
}

/// A checkpoint as torch.save writes it, from values and dictionaries of tensors.
class Checkpoints {
  public:
    void add(const std::string& key, const StateDict& state) { items_.emplace_back(key, pickled(state)); }
    void add_raw(const std::string& key, const std::string& value) { items_.emplace_back(key, value); }
    std::string pickled(const StateDict& state) {
        std::vector<std::pair<std::string, std::string>> tensors;
        for (const auto& [name, value] : state) {
            const at::Tensor tensor = value.contiguous();
            const auto storage =
                pth::storage("FloatStorage", std::to_string(storages_.size()), tensor.numel());
            tensors.emplace_back(name, pth::tensor(storage, 0, tensor.sizes().vec(), tensor.strides().vec()));
            storages_.emplace_back(static_cast<const char*>(tensor.data_ptr()), tensor.nbytes());
        }
        return pth::state_dictionary(tensors);
    }
    void write(const std::string& path) const {
        const std::string bytes = pth::archive(pth::whole(pth::dictionary(items_)), storages_);
        test_files::write(path, {bytes.begin(), bytes.end()});
    }

  private:
    std::vector<std::pair<std::string, std::string>> items_;
    std::vector<std::string> storages_;
};

} // namespace

/// Which of a file's tensors are the network that is used.
class TestNetworkChoice : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    const std::string m_file = m_folder.filePath("theirs.safetensors").toStdString();
    const std::string m_pth = m_folder.filePath("theirs.pth.tar").toStdString();

    void write(const StateDict& state) const { write_safetensors(m_file, state, {}); }
    static bool same(const std::string& path, const StateDict& expected, const ModelOptions& options = {}) {
        const Model model = load_model(path, floats, options);
        for (const auto& [name, value] : model.classifier->parameters().state())
            if (!at::equal(value, expected.at(name)))
                return false;
        return true;
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void prefixes_are_left_off_data() {
        QTest::addColumn<QString>("prefix");
        for (const char* prefix : {"module.", "_orig_mod.", "model.", "net.", "backbone.", "encoder.",
                                   "module.module.", "_orig_mod.module.", "module._orig_mod.model.",
                                   "net.backbone.encoder.", "module.encoder_q.", "0.", "somebody's own."})
            QTest::newRow(prefix) << prefix;
    }
    void prefixes_are_left_off() {
        const std::string prefix = QTest::currentDataTag();
        const StateDict state = weights();
        write(prefixed(state, prefix));
        QVERIFY(same(m_file, state));
        const std::string said = told(read_model_card(m_file));
        QVERIFY2(contains(said, "model: the names' prefix \"" + prefix + "\" is left off"), said.c_str());
    }

    void a_classifier_outside_the_prefix_is_taken_in() {
        const StateDict state = weights();
        for (const char* layer : {"fc", "head", "module.classifier", "linear"}) {
            StateDict split;
            for (const auto& [name, tensor] : state)
                split[name.starts_with("fc.") ? layer + name.substr(2) : "backbone." + name] = tensor;
            split["projector.weight"] = at::zeros({3, 64});
            write(split);
            QVERIFY2(same(m_file, state), layer);
            QVERIFY(
                contains(told(read_model_card(m_file)), "left out beside the weights: \"projector.weight\""));
        }
        // Two of them: nobody knows which.
        StateDict two = prefixed(state, "backbone.");
        two["head.weight"] = two["linear.weight"] = two["backbone.fc.weight"];
        two.erase("backbone.fc.weight");
        write(two);
        QVERIFY(contains(test_files::sentence_of([&] { read_model(m_file); }),
                         "expected a tensor fc.weight, found none"));
    }

    void names_of_kuangliu() {
        ResNetConfig config; // 3×3 stem, four stages
        config.stem = ResNetConfig::Stem::small;
        config.depths = {1, 1, 1, 1};
        config.widths = {16, 32, 64, 128};
        config.norm.kind = NormKind::batch;
        config.classes = 4;
        const auto net = make_resnet(config, floats);
        test_models::randomise(*net, 2);
        StateDict theirs;
        for (const auto& [name, tensor] : net->parameters().state()) {
            std::string renamed = name;
            if (const auto at = renamed.find("downsample"); at != std::string::npos)
                renamed.replace(at, 10, "shortcut");
            if (renamed.starts_with("fc."))
                renamed = "linear" + renamed.substr(2);
            theirs["module." + renamed] = tensor;
        }
        write(theirs);
        QVERIFY(same(m_file, net->parameters().state()));
        const ModelCard card = read_model_card(m_file);
        QCOMPARE(card.shape.image_size, 32);
        QVERIFY(contains(told(card), "input of 32 pixels a side assumed"));
        QCOMPARE(card.title, std::string("ResNet of 1-1-1-1 basic blocks, BatchNorm"));
    }

    void containers_data() {
        QTest::addColumn<QString>("key");
        for (const char* key :
             {"state_dict", "model", "net", "model_state", "model_state_dict", "params", "weights", "teacher",
              "ema", "state_dict_ema", "model_ema", "network", "anything"})
            QTest::newRow(key) << key;
    }
    void containers() {
        const std::string key = QTest::currentDataTag();
        const StateDict state = weights();
        Checkpoints file;
        file.add_raw("epoch", pth::number(3));
        file.add(key, prefixed(state, "module."));
        file.add_raw("optimizer", pth::dictionary({{"state", file.pickled({{"exp_avg", at::zeros({3})}})}}));
        file.add_raw("best", pth::tensor(pth::storage("FloatStorage", "0", 1), 0, {1}, {1}));
        file.write(m_pth);
        QVERIFY(same(m_pth, state));
        const std::string said = told(read_model_card(m_pth));
        QVERIFY2(contains(said, "left out beside the weights: \"epoch\", \"optimizer\", \"best\""),
                 said.c_str());
        QVERIFY(!contains(said, "--weights"));
        QVERIFY(same(m_pth, state, {.weights = key}));
    }

    void averaged_weights_are_taken_data() {
        QTest::addColumn<QString>("plain");
        QTest::addColumn<QString>("averaged");
        for (const auto& [plain, averaged] : {std::pair{"state_dict", "state_dict_ema"},
                                              {"model", "model_ema"},
                                              {"net", "ema"},
                                              {"student", "teacher"},
                                              {"a", "swa_model"}})
            QTest::addRow("%s, %s", plain, averaged) << plain << averaged;
    }
    void averaged_weights_are_taken() {
        QFETCH(QString, plain);
        QFETCH(QString, averaged);
        const std::string raw = plain.toStdString(), ema = averaged.toStdString();
        const StateDict first = weights(1), second = weights(2);
        Checkpoints file;
        file.add(raw, first);
        file.add(ema, second);
        file.write(m_pth);
        QVERIFY(same(m_pth, second));
        const std::string said = told(read_model_card(m_pth));
        QVERIFY2(contains(said, "the weights \"" + ema + "\" are used; the file also holds \"" + raw +
                                    "\" (--weights sets it)"),
                 said.c_str());
        QVERIFY(same(m_pth, first, {.weights = raw}));
        QVERIFY(same(m_pth, second, {.weights = ema}));
        const std::string unknown = test_files::sentence_of([&] { read_model(m_pth, {.weights = "best"}); });
        QVERIFY2(
            contains(unknown, "expected weights called \"" + raw + "\", \"" + ema + "\", found \"best\""),
            unknown.c_str());
    }

    /// Several networks side by side in one flat dictionary.
    void networks_side_by_side() {
        const StateDict first = weights(1), second = weights(2);
        StateDict both = prefixed(first, "model.");
        both.merge(prefixed(second, "model_ema.module."));
        both["queue"] = at::zeros({2});
        write(both);
        QVERIFY(same(m_file, second));
        QVERIFY(same(m_file, first, {.weights = "model"}));
        both = first;
        both.merge(prefixed(second, "shadow."));
        write(both);
        QVERIFY(same(m_file, second, {.weights = "shadow"}));
        QVERIFY(same(m_file, first, {.weights = "plain"}));
    }

    void averaged_by_torch() {
        const StateDict state = weights();
        StateDict averaged = prefixed(state, "module.");
        averaged["n_averaged"] = at::tensor(12);
        write(averaged);
        QVERIFY(same(m_file, state));
        QVERIFY(contains(told(read_model_card(m_file)), "left out beside the weights: \"n_averaged\""));
    }

    void normalisation_among_the_tensors_data() {
        QTest::addColumn<QString>("mean");
        QTest::addColumn<QString>("std");
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<bool>("four");
        QTest::newRow("Sequential") << "0.mean"
                                    << "0.std"
                                    << "1." << true;
        QTest::newRow("mu, sigma") << "mu"
                                   << "sigma"
                                   << "" << true;
        QTest::newRow("normalize") << "normalize.mean"
                                   << "normalize.std"
                                   << "model." << false;
        QTest::newRow("wrapped") << "module.normalizer.mean"
                                 << "module.normalizer.std"
                                 << "module.net." << true;
        QTest::newRow("inside") << "model.mean"
                                << "model.std"
                                << "model." << false;
    }
    void normalisation_among_the_tensors() {
        QFETCH(QString, mean);
        QFETCH(QString, std);
        QFETCH(QString, prefix);
        QFETCH(bool, four);
        const StateDict state = weights();
        StateDict with = prefixed(state, prefix.toStdString());
        const std::vector<std::int64_t> shape =
            four ? std::vector<std::int64_t>{1, 3, 1, 1} : std::vector<std::int64_t>{3};
        with[mean.toStdString()] = at::tensor({0.25, 0.5, 0.75}).view(shape);
        with[std.toStdString()] = at::tensor({0.5, 0.25, 0.125}).view(shape);
        write(with);
        QVERIFY(same(m_file, state));
        for (const ModelCard& card : {read_model_card(m_file), read_model(m_file).card}) {
            QCOMPARE(card.mean, (std::vector<double>{0.25, 0.5, 0.75}));
            QCOMPARE(card.std, (std::vector<double>{0.5, 0.25, 0.125}));
            QVERIFY(!contains(told(card), "mean"));
            QVERIFY(card.constants_from.starts_with("the model's own "));
        }
        with[mean.toStdString()] = at::tensor({123.675, 116.28, 103.53}).view(shape);
        write(with);
        QVERIFY(contains(test_files::sentence_of([&] { read_model(m_file); }),
                         "is it meant for pixels of 0 to 255?"));
    }

    void nothing_to_recognise() {
        Checkpoints file;
        file.add("state_dict", {{"features.0.weight", at::zeros({2})}, {"features.0.bias", at::zeros({2})}});
        file.add("ema", {{"x", at::zeros({2})}});
        file.write(m_pth);
        const std::string said = test_files::sentence_of([&] { read_model(m_pth); });
        QVERIFY2(
            contains(said, "found none of them among 2 names: \"features.0.bias\", \"features.0.weight\""),
            said.c_str());
    }
};

QTEST_GUILESS_MAIN(TestNetworkChoice)
#include "test_network_choice.moc"
