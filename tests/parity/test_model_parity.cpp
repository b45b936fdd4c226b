#include "core/model/hash_weights.h"
#include "core/model/recognise.h"
#include "core/parity/model_parity.h"
#include "core/weights/safetensors.h"
#include "tests/reference_data.h"
#include "tests/support/test_files.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace lab;
using Json = nlohmann::ordered_json;

namespace {

/// A directory of golden logits that this program makes itself: what is tested is the replay.
void write_golden(const std::string& folder, const std::string& name, const std::string& architecture_id,
                  const ModelShape& shape, const std::string& key, bool with_buffers) {
    const auto net = architecture(architecture_id).make(shape, at::TensorOptions(at::kDouble));
    fill_with_hash_weights(*net);
    Json listed = Json::object();
    for (const auto& entry : net->parameters().entries())
        if (!entry.buffer || with_buffers)
            listed[entry.name] = entry.value.sizes().vec();
    const std::vector<std::int64_t> input = {2, shape.channels, shape.image_size, shape.image_size};
    const at::Tensor z = net->features(hash_tensor(key, input));
    write_safetensors(folder + "/" + name + ".safetensors", {{"logits", net->head(z)}, {"features", z}}, {});
    std::ofstream(folder + "/models.json")
        << Json{{name, {{"parameters", listed}, {"input_key", key}, {"input", input}}}};
}

std::vector<ModelParity> replayed(const std::string& folder) {
    std::vector<ModelParity> results;
    replay_model_parity(folder, [&](const ModelParity& result) { results.push_back(result); });
    return results;
}

} // namespace

class TestModelParity : public QObject {
    Q_OBJECT

    QTemporaryDir m_temporary;
    const std::string m_folder = m_temporary.path().toStdString();
    const std::string m_golden = reference_data("golden/models");

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void the_hash_is_the_published_one() {
        QCOMPARE(fnv1a64("input"), std::uint64_t(0x1ebbae8f5810b65b));
        QCOMPARE(fnv1a64(""), std::uint64_t(0xcbf29ce484222325)); // FNV's offset basis
        const at::Tensor u = hash_tensor("input", {3});
        QCOMPARE(u[0].item<double>(), -0.9774936842442024);
        QCOMPARE(u[1].item<double>(), -0.8043633146849236);
        QCOMPARE(u[2].item<double>(), 0.30472085653436465);
        QVERIFY(at::equal(hash_tensor("input", {1, 3, 1}).flatten(), u));
    }

    void weights_are_scaled_by_their_part() {
        const auto factor = [](const std::string& name, const std::vector<std::int64_t>& shape) {
            return (hash_weight(name, shape) / hash_tensor(name, shape)).flatten()[0].item<double>();
        };
        QVERIFY(std::abs(factor("pos_embed", {1, 5, 4}) - 0.02) < 1e-12);
        QVERIFY(std::abs(factor("layers.0.blocks.0.attn.relative_position_bias_table", {9, 2}) - 0.02) <
                1e-12);
        QVERIFY(std::abs(factor("fc.weight", {10, 12}) - 0.5) < 1e-12);
        QVERIFY(std::abs(factor("conv1.weight", {8, 3, 2, 2}) - 0.5) < 1e-12);
        QVERIFY(std::abs(factor("fc.bias", {10}) - 0.05) < 1e-12);
        const at::Tensor u = hash_tensor("bn1.weight", {4});
        QVERIFY(at::allclose(hash_weight("bn1.weight", {4}), 1.0 + 0.1 * u));
        const at::Tensor g = hash_tensor("stages.0.blocks.0.gamma", {4});
        QVERIFY(at::allclose(hash_weight("stages.0.blocks.0.gamma", {4}), 0.5 + 0.1 * g));
    }

    void every_golden_model_is_met_data() {
        QTest::addColumn<QString>("sentence");
        if (m_golden.empty()) {
            QTest::newRow("absent") << QString("skip");
            return;
        }
        const auto models = Json::parse(std::ifstream(m_golden + "/models.json"));
        const auto results = replayed(m_golden);
        QTest::newRow("all are there") << QString(results.size() == models.size() ? "" : "some are missing");
        for (const ModelParity& result : results) {
            QString sentence;
            if (!(result.largest_error() <= 1e-9) || result.features_error < 0)
                sentence = QString("logits %1, features %2 %3")
                               .arg(result.logits_error)
                               .arg(result.features_error)
                               .arg(result.note.c_str());
            QTest::newRow(result.model.c_str()) << sentence;
        }
    }
    void every_golden_model_is_met() {
        QFETCH(QString, sentence);
        if (m_golden.empty())
            QSKIP("The reference data has no golden logits here.");
        QVERIFY2(sentence.isEmpty(), qPrintable(sentence));
    }

    /// Names nobody has heard of: the network follows from names and shapes.
    void unknown_names_and_other_inputs_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("architecture");
        QTest::addColumn<bool>("buffers");
        QTest::newRow("GroupNorm") << "mine_gn"
                                   << "resnet14_gn" << false;
        QTest::newRow("BatchNorm, averages not listed") << "mine"
                                                        << "resnet14_bn" << false;
        QTest::newRow("ViT") << "mine"
                             << "vit_tiny_patch4" << false;
        QTest::newRow("ResNet-18") << "resnet18"
                                   << "resnet18" << false;
    }
    void unknown_names_and_other_inputs() {
        QFETCH(QString, name);
        QFETCH(QString, architecture);
        QFETCH(bool, buffers);
        write_golden(m_folder, name.toStdString(), architecture.toStdString(), {3, 32, 7}, "other", buffers);
        const auto results = replayed(m_folder);
        QCOMPARE(results.size(), std::size_t(1));
        QVERIFY2(results[0].largest_error() <= 1e-9, results[0].note.c_str());
        QVERIFY(results[0].features_error >= 0);
    }

    void golden_logits_without_features_are_enough() {
        write_golden(m_folder, "mine_gn", "resnet14_gn", {3, 32, 7}, "input", false);
        StateDict golden = read_safetensors(m_folder + "/mine_gn.safetensors").tensors;
        write_safetensors(m_folder + "/mine_gn.safetensors", {{"logits", golden.at("logits").clone()}}, {});
        const auto results = replayed(m_folder);
        QVERIFY(results.at(0).logits_error <= 1e-9);
        QCOMPARE(results[0].features_error, -1.0);
    }

    void other_logits_are_told() {
        write_golden(m_folder, "mine_gn", "resnet14_gn", {3, 32, 7}, "input", false);
        StateDict golden = read_safetensors(m_folder + "/mine_gn.safetensors").tensors;
        const at::Tensor logits = golden.at("logits").clone(), features = golden.at("features").clone();
        logits[1][3] += 1e-5;
        write_safetensors(m_folder + "/mine_gn.safetensors", {{"logits", logits}, {"features", features}},
                          {});
        const ModelParity result = replayed(m_folder).at(0);
        QVERIFY(result.logits_error > 5e-7 && result.logits_error < 1.5e-5);
        QVERIFY(result.features_error <= 1e-9);
        // A golden file of other classes, and none at all.
        write_safetensors(m_folder + "/mine_gn.safetensors", {{"logits", logits.narrow(1, 0, 5)}}, {});
        QVERIFY(std::isinf(replayed(m_folder).at(0).logits_error));
        std::filesystem::remove(m_folder + "/mine_gn.safetensors");
        const ModelParity absent = replayed(m_folder).at(0);
        QVERIFY(std::isinf(absent.logits_error) && absent.note.find("found nothing") != std::string::npos);
    }

    void a_folder_without_models() {
        const std::string said = test_files::sentence_of([] { replayed("/nowhere"); });
        QCOMPARE(said, std::string("/nowhere/models.json: expected a JSON object with one entry per model"));
    }
};

QTEST_GUILESS_MAIN(TestModelParity)
#include "test_model_parity.moc"
