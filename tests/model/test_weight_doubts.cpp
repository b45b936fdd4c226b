#include "core/model/model_file.h"
#include "core/weights/safetensors.h"
#include "tests/support/random_models.h"
#include "tests/support/test_files.h"
#include "tests/weights/pth_bytes.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QTemporaryDir>
#include <QtTest>

using namespace lab;
namespace pth = pth_bytes;
using Steps = ResNetConfig::StemSteps;

namespace {

const at::TensorOptions floats(at::kFloat);

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

StateDict weights(const std::string& id = "resnet14_gn") {
    const auto net = architecture(id).make({3, 28, 4}, floats);
    test_models::randomise(*net, 5);
    return net->parameters().state();
}

std::string told(const ModelCard& card) {
    std::string text;
    for (const Notice& notice : card.notices)
        text += sentence_of(notice) + "\n";
    return text;
}

} // namespace

/// Weights that can be read and may yet mean something else than they seem.
class TestWeightDoubts : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    const std::string m_file = m_folder.filePath("theirs.safetensors").toStdString();
    const std::string m_ours = m_folder.filePath("ours.safetensors").toStdString();
    const std::string m_pth = m_folder.filePath("theirs.pth").toStdString();

    void write(const StateDict& state) const { write_safetensors(m_file, state, {}); }
    std::string refusal(const ModelOptions& options = {}) const {
        return test_files::sentence_of([&] { read_model(m_file, options); });
    }
    /// A pickle, with the storages of what tensor_of() has made.
    void write_pickle(const std::string& value) {
        const std::string bytes = pth::archive(pth::whole(value), m_storages);
        test_files::write(m_pth, {bytes.begin(), bytes.end()});
        m_storages.clear();
    }
    std::string tensor_of(const at::Tensor& value) {
        const at::Tensor tensor = value.contiguous();
        const auto storage = pth::storage("FloatStorage", std::to_string(m_storages.size()), tensor.numel());
        m_storages.emplace_back(static_cast<const char*>(tensor.data_ptr()), tensor.nbytes());
        return pth::tensor(storage, 0, tensor.sizes().vec(), tensor.strides().vec());
    }
    std::string state_of(const StateDict& state) {
        std::vector<std::pair<std::string, std::string>> items;
        for (const auto& [name, value] : state)
            items.emplace_back(name, tensor_of(value));
        return pth::state_dictionary(items);
    }
    /// ["](…)e": a list.
    static std::string list(const std::vector<std::string>& items) {
        std::string text = "](";
        for (const std::string& item : items)
            text += item;
        return text + "e";
    }
    std::vector<std::string> m_storages;

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    /// Against the layers written out; 3×3 and 7×7 kernels.
    void a_stem_is_as_it_is_told_data() {
        QTest::addColumn<QString>("stem");
        QTest::addColumn<int>("stride");
        QTest::addColumn<bool>("pooled");
        QTest::newRow("imagenet") << "imagenet" << 2 << true;
        QTest::newRow("cifar") << "cifar" << 1 << false;
        QTest::newRow("strided") << "strided" << 2 << false;
        QTest::newRow("pooled") << "pooled" << 1 << true;
    }
    void a_stem_is_as_it_is_told() {
        QFETCH(QString, stem);
        QFETCH(int, stride);
        QFETCH(bool, pooled);
        for (const int kernel : {3, 7}) {
            ResNetConfig config;
            config.stem = kernel == 7 ? ResNetConfig::Stem::large : ResNetConfig::Stem::small;
            config.depths = {1};
            config.widths = {8};
            config.norm = {NormKind::batch, 8, 1e-5, true};
            config.classes = 4;
            const auto made = make_resnet(config, floats);
            test_models::randomise(*made, 2);
            const StateDict state = made->parameters().state();
            write(state);
            const at::Tensor x = test_models::pictures(2, 1, 3, 32).to(at::kFloat);
            const auto norm = [&](const at::Tensor& y, const std::string& name) {
                return at::batch_norm(y, state.at(name + ".weight"), state.at(name + ".bias"),
                                      state.at(name + ".running_mean"), state.at(name + ".running_var"),
                                      false, 0.1, 1e-5, false);
            };
            at::Tensor y =
                at::relu(norm(at::conv2d(x, state.at("conv1.weight"), {}, stride, kernel / 2), "bn1"));
            if (pooled)
                y = at::max_pool2d(y, 3, 2, 1);
            const std::string block = "layer1.0.";
            at::Tensor z =
                at::relu(norm(at::conv2d(y, state.at(block + "conv1.weight"), {}, 1, 1), block + "bn1"));
            z = norm(at::conv2d(z, state.at(block + "conv2.weight"), {}, 1, 1), block + "bn2");
            const at::Tensor expected = at::relu(y + z).mean({2, 3});

            const Model model = load_model(m_file, floats, {.stem = stem.toStdString()});
            QVERIFY(at::allclose(model.classifier->features(x), expected, 1e-4, 1e-5));
            QVERIFY2(!contains(told(model.card), "stem"), told(model.card).c_str());
            QVERIFY(contains(told(read_model_card(m_file)), "(--stem sets it)"));
            save_model(m_ours, model.card, *model.classifier);
            QVERIFY(at::allclose(load_model(m_ours, floats).classifier->features(x), expected, 1e-4, 1e-5));
            const std::string other = stem == "strided" ? "pooled" : "strided";
            const std::string said =
                test_files::sentence_of([&] { read_model_card(m_ours, {.stem = other}); });
            QVERIFY2(contains(said, "--stem " + other + ": the file tells of " + stem.toStdString()),
                     said.c_str());
        }
    }

    void a_stem_of_another_name() {
        write(weights());
        QVERIFY(contains(refusal({.stem = "large"}),
                         "--stem: expected imagenet, cifar, strided or pooled, found \"large\""));
        QCOMPARE(read_model_card(m_file, {.stem = "cifar"}).architecture, std::string("resnet14_gn"));
        QCOMPARE(read_model_card(m_file, {.stem = "pooled"}).stem, std::string("pooled"));
    }

    void whole_numbers_are_no_weights() {
        for (const at::ScalarType type : {at::kLong, at::kInt, at::kByte}) {
            StateDict state = weights();
            state["layer1.0.conv1.weight"] = at::ones_like(state["layer1.0.conv1.weight"]).to(type);
            write(state);
            const std::string said = test_files::sentence_of([&] { read_model_card(m_file); });
            QVERIFY2(said.starts_with(m_file + ": expected weights of floating-point numbers, found ") &&
                         contains(said, "in \"layer1.0.conv1.weight\""),
                     said.c_str());
        }
        StateDict counted = weights("resnet14_bn");
        counted["bn1.num_batches_tracked"] = at::tensor(7); // no weight
        write(counted);
        read_model(m_file);
    }

    void variances_of_zero() {
        const auto changed = [](const char* name, double value, bool whole) {
            StateDict state = weights("resnet14_bn");
            at::Tensor variances = state.at(name);
            (whole ? variances : variances[3]).fill_(value);
            return state;
        };
        StateDict all = weights("resnet14_bn"), fresh = all;
        for (auto& [name, value] : all)
            if (name.ends_with("running_var"))
                value = at::zeros_like(value);
        write(all);
        QVERIFY2(contains(refusal(), "expected variances above 0 in BatchNorm's running statistics"),
                 refusal().c_str());
        write(changed("layer2.0.bn1.running_var", 0, true));
        const std::string warned = told(read_model(m_file).card);
        QVERIFY2(contains(warned, "warning: model: all running variances are 0 in "
                                  "\"layer2.0.bn1.running_var\""),
                 warned.c_str());
        // A channel that is always off is nothing unusual.
        write(changed("layer2.0.bn1.running_var", 0, false));
        QVERIFY(!contains(told(read_model(m_file).card), "warning"));
        write(changed("bn1.running_var", -0.5, false));
        QVERIFY(contains(refusal(), "found one below 0 in \"bn1.running_var\""));
        for (auto& [name, value] : fresh)
            if (name.ends_with("running_var") || name.ends_with("running_mean"))
                value = name.ends_with("running_var") ? at::ones_like(value) : at::zeros_like(value);
        write(fresh);
        QVERIFY(contains(told(read_model(m_file).card), "they were never gathered"));
    }

    void normalisation_by_variance_data() {
        QTest::addColumn<QString>("mean");
        QTest::addColumn<QString>("spread");
        QTest::addColumn<bool>("squared");
        QTest::newRow("var") << "norm.mean"
                             << "norm.var" << true;
        QTest::newRow("variance") << "mean"
                                  << "variance" << true;
        QTest::newRow("_mean") << "preprocess._mean"
                               << "preprocess._std" << false;
        QTest::newRow("image_mean") << "image_mean"
                                    << "image_std" << false;
        QTest::newRow("pixel_mean") << "pixel_mean"
                                    << "pixel_std" << false;
    }
    void normalisation_by_variance() {
        QFETCH(QString, mean);
        QFETCH(QString, spread);
        QFETCH(bool, squared);
        StateDict state = weights();
        state[mean.toStdString()] = at::tensor({0.25, 0.5, 0.75}).view({1, 3, 1, 1});
        const at::Tensor deviation = at::tensor({0.5, 0.25, 0.125}).view({1, 3, 1, 1});
        state[spread.toStdString()] = squared ? deviation.square() : deviation;
        write(state);
        const ModelCard card = read_model(m_file).card;
        QCOMPARE(card.mean, (std::vector<double>{0.25, 0.5, 0.75}));
        QCOMPARE(card.std, (std::vector<double>{0.5, 0.25, 0.125}));
        QVERIFY2(!contains(told(card), "mean"), told(card).c_str());
    }

    void normalisation_in_part() {
        const StateDict state = weights();
        const auto warned = [&](const StateDict& more) {
            StateDict with = state;
            with.insert(more.begin(), more.end());
            write(with);
            return told(read_model(m_file).card);
        };
        const at::Tensor three = at::tensor({0.25, 0.5, 0.75});
        const std::string mean = warned({{"normalize.mean", three}});
        QVERIFY2(contains(mean, "warning: model: not used to normalise pictures: the file's "
                                "\"normalize.mean\", for want of a pair of mean and standard deviation "
                                "(--mean sets it)") &&
                     contains(mean, "mean 0.5, 0.5, 0.5 assumed"),
                 mean.c_str());
        QVERIFY(contains(warned({{"std", three}}), "the file's \"std\", for want of a pair"));
        QVERIFY(contains(warned({{"mu", three}, {"std", three}}), "\"mu\", \"std\", for want of a pair"));
        const std::string two =
            warned({{"a.mean", three}, {"a.std", three}, {"b.mean", three}, {"b.std", three * 0.5}});
        QVERIFY2(contains(two, "\"a.mean\", \"a.std\", \"b.mean\", \"b.std\", for they differ"), two.c_str());
    }

    void tensors_in_a_row_are_told() {
        const StateDict state = weights();
        std::vector<std::string> row;
        for (const auto& [name, value] : state)
            row.push_back(tensor_of(value));
        const std::string averages =
            pth::dictionary({{"decay", pth::number(1)}, {"shadow_params", list(row)}});
        write_pickle(pth::dictionary({{"model", state_of(state)}, {"ema", averages}}));
        std::string said = told(read_model_card(m_pth));
        const std::string tensors =
            "shadow_params (" + std::to_string(state.size()) + " tensors in a row, without names)";
        QVERIFY2(contains(said, "ema." + tensors), said.c_str());
        row.clear();
        for (const auto& [name, value] : state)
            row.push_back(tensor_of(value));
        write_pickle(pth::dictionary({{"model", state_of(state)}, {"shadow_params", list(row)}}));
        said = told(read_model_card(m_pth));
        QVERIFY2(contains(said, "\"" + tensors), said.c_str());
        write_pickle(pth::dictionary({{"shadow_params", list({tensor_of(at::ones({2}))})}}));
        said = test_files::sentence_of([&] { read_model_card(m_pth); });
        QVERIFY2(contains(said, "expected a dictionary of tensors"), said.c_str());
    }

    void items_of_tuples_and_lists_are_named() {
        const StateDict state = weights();
        const auto same = [&](const ModelOptions& options = {}) {
            const Model model = load_model(m_pth, floats, options);
            for (const auto& [name, value] : model.classifier->parameters().state())
                if (!at::equal(value, state.at(name)))
                    return false;
            return true;
        };
        write_pickle(pth::tuple({state_of(state), pth::number(12), pth::text("sgd")}));
        QVERIFY(same());
        std::string said = told(read_model_card(m_pth));
        QVERIFY2(contains(said, "left out beside the weights: \"item 1 (a number)\", \"item 2 (a text)\""),
                 said.c_str());
        write_pickle(list({state_of(state), list({tensor_of(at::ones({2}))})}));
        QVERIFY(same());
        said = told(read_model_card(m_pth));
        QVERIFY2(contains(said, "item 1 (1 tensor in a row, without names)"), said.c_str());
        write_pickle(
            pth::dictionary({{"models", list({state_of({{"x", at::ones({2})}}), state_of(state)})}}));
        QVERIFY(same());
    }
};

QTEST_GUILESS_MAIN(TestWeightDoubts)
#include "test_weight_doubts.moc"
