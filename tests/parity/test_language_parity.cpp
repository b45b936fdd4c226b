#include "core/parity/language_parity.h"
#include "core/weights/safetensors.h"
#include "tests/reference_data.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <functional>

using nlohmann::json;
namespace fs = std::filesystem;

/// Language models and their traces, against an independent implementation.
class TestLanguageParity : public QObject {
    Q_OBJECT

    const std::string m_golden = reference_data("golden/language");
    QTemporaryDir m_folder;
    int m_number = 0;

    /// A copy of a golden folder with at most one trace, its config and traces.json changed.
    fs::path copy_of(const std::string& name, const std::string& trace,
                     const std::function<void(json& config, json& trace)>& edit) {
        const fs::path from = fs::path(m_golden) / name;
        const fs::path to = m_folder.filePath(QString::number(++m_number)).toStdString();
        fs::create_directories(to);
        json config = json::parse(std::ifstream(from / "config.json"));
        json described = trace.empty() ? json() : json::parse(std::ifstream(from / "traces.json")).at(trace);
        edit(config, described);
        std::ofstream(to / "config.json") << config;
        if (!trace.empty())
            std::ofstream(to / "traces.json") << json{{trace, described}};
        for (const std::string& file : {std::string("model"), std::string("golden"), "trace_" + trace})
            if (fs::exists(from / (file + ".safetensors"))) {
                fs::copy_file(from / (file + ".safetensors"), to / (file + ".safetensors"));
                fs::permissions(to / (file + ".safetensors"), fs::perms::owner_write, fs::perm_options::add);
            }
        return to;
    }

    static bool met(const lab::ParityResult& result) {
        return result.known && result.largest_error <= lab::parity_tolerance;
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void every_golden_value_is_met_data() {
        QTest::addColumn<QString>("sentence");
        if (m_golden.empty()) {
            QTest::newRow("absent") << QString("skip");
            return;
        }
        std::size_t models = 0, results = 0;
        for (const auto& entry : fs::directory_iterator(m_golden)) {
            if (!lab::is_language_parity(entry.path().string()))
                continue;
            ++models;
            for (const lab::ParityResult& result : lab::replay_language_parity(entry.path().string())) {
                ++results;
                QTest::newRow(result.trace.c_str())
                    << QString(met(result) ? QString()
                                           : QString("%1 %2 %3")
                                                 .arg(result.largest_error)
                                                 .arg(result.worst.c_str(), result.note.c_str()));
            }
        }
        QTest::newRow("all are there") << QString(models >= 4 && results >= 28 ? "" : "some are missing");
    }
    void every_golden_value_is_met() {
        QFETCH(QString, sentence);
        if (m_golden.empty())
            QSKIP("The reference data has no language models here.");
        QCOMPARE(sentence, QString());
    }

    void a_changed_model_is_told() {
        if (m_golden.empty())
            QSKIP("The reference data has no language models here.");
        const auto results = [&](const std::string& name, const std::function<void(json&)>& edit) {
            return lab::replay_language_parity(
                copy_of(name, "", [&](json& config, json&) { edit(config); }).string());
        };
        QVERIFY(met(results("llama_small", [](json&) {}).at(1)));
        for (const auto& result : results("llama_small", [](json& c) { c["rms_norm_eps"] = 1.1e-5; }))
            QVERIFY(met(result) == result.trace.ends_with("greedy answers")); // the digits, not the tokens
        QVERIFY(!met(
            results("llama_small", [](json& c) { c["rope_parameters"]["rope_theta"] = 20000.0; }).at(1)));
        QVERIFY(!met(results("llama3_scaled", [](json& c) { c["rope_parameters"]["factor"] = 4.0; }).at(1)));
        QVERIFY(!met(results("qwen2_small", [](json& c) { c["eos_token_id"] = 49; }).at(2)));
        QVERIFY_EXCEPTION_THROWN(results("qwen3_small", [](json& c) { c["head_dim"] = 16; }),
                                 std::runtime_error);
    }

    void a_changed_trace_is_told() {
        if (m_golden.empty())
            QSKIP("The reference data has no language models here.");
        const auto trace_with = [&](const std::string& name, const std::function<void(json&)>& edit) {
            return lab::replay_language_parity(
                       copy_of("llama_small", name, [&](json&, json& trace) { edit(trace); }).string())
                .at(3);
        };
        QVERIFY(met(trace_with("zerosiam_gains", [](json&) {})));
        QVERIFY(!met(trace_with("zerosiam_gains", [](json& t) { t["alpha"] = 1.001; })));
        QVERIFY(!met(trace_with("zerosiam_gains", [](json& t) { t["sg"] = 0; })));
        QVERIFY(!met(trace_with("zerosiam_lora", [](json& t) { t["trained"] = "lora r4 alpha9 q,v"; })));
        QVERIFY(!met(trace_with("zerosiam_lora_first4", [](json& t) { t["rows"] = 5; })));
        QVERIFY(!met(trace_with("tent_lora_adamw", [](json& t) { t["optimiser"] = "sgd 0.9"; })));
        QVERIFY(!met(trace_with("come_gains", [](json& t) { t["obj"] = 0; })));
        for (const json& odd : {json{{"warmup", 3}}, json{{"optimiser", "lion"}}, json{{"obj", 9}},
                                json{{"trained", "everything"}}}) {
            const lab::ParityResult unknown = trace_with("tent_gains", [&](json& t) { t.update(odd); });
            QVERIFY2(!unknown.known && !unknown.note.empty(), odd.dump().c_str());
        }
        const fs::path folder = copy_of("llama_small", "tent_gains", [](json&, json&) {});
        const std::string file = (folder / "trace_tent_gains.safetensors").string();
        lab::StateDict tensors = lab::read_safetensors(file).tensors;
        tensors["step3.unheard_of"] = at::zeros({1}, at::kDouble);
        lab::write_safetensors(file, tensors, {});
        QVERIFY(!lab::replay_language_parity(folder.string()).at(3).known);
        fs::remove(file);
        QVERIFY(!met(lab::replay_language_parity(folder.string()).at(3)));
    }
};

QTEST_GUILESS_MAIN(TestLanguageParity)
#include "test_language_parity.moc"
