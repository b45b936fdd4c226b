#include "core/parity/methods_parity.h"
#include "core/weights/safetensors.h"
#include "tests/reference_data.h"
#include "tests/support/test_files.h"

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

/// Traces of further adaptation methods, from published code.
class TestMethodsParity : public QObject {
    Q_OBJECT

    const std::string m_golden = reference_data("golden/methods");
    QTemporaryDir m_folder;
    int m_number = 0;

    /// A folder with one of the traces, its entry and its figures changed.
    std::string copy_of(const std::string& name, const std::function<void(json&)>& edit_entry,
                        const std::function<void(lab::StateDict&)>& edit_figures = {}) {
        const fs::path from = m_golden, to = m_folder.filePath(QString::number(++m_number)).toStdString();
        fs::create_directories(to);
        json entry = json::parse(std::ifstream(from / "index.json")).at(name);
        const auto network = entry.at("norm").get<std::string>() + "_network.safetensors";
        edit_entry(entry);
        std::ofstream(to / "index.json") << json{{name, entry}};
        for (const std::string& file : {std::string("inputs.safetensors"), network})
            fs::copy_file(from / file, to / file);
        lab::StateDict figures;
        for (const auto& [key, value] :
             lab::read_safetensors((from / (name + ".safetensors")).string()).tensors)
            figures[key] = value.clone();
        if (edit_figures)
            edit_figures(figures);
        lab::write_safetensors((to / (name + ".safetensors")).string(), figures, {});
        return to.string();
    }

    lab::ParityResult result_of(const std::string& name, const std::function<void(json&)>& edit_entry,
                                const std::function<void(lab::StateDict&)>& edit_figures = {}) {
        return lab::replay_method_traces(copy_of(name, edit_entry, edit_figures)).at(0);
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void every_golden_trace_is_met_data() {
        QTest::addColumn<QString>("sentence");
        if (m_golden.empty()) {
            QTest::newRow("absent") << QString("skip");
            return;
        }
        QVERIFY(lab::is_methods_parity(m_golden));
        const auto results = lab::replay_method_traces(m_golden);
        const auto index = json::parse(std::ifstream(m_golden + "/index.json"));
        QTest::newRow("all are there") << QString(results.size() == index.size() ? "" : "some are missing");
        for (const lab::ParityResult& result : results)
            QTest::newRow(result.trace.c_str())
                << (result.known && result.largest_error <= lab::parity_tolerance
                        ? QString()
                        : QString("%1 %2 %3")
                              .arg(result.largest_error)
                              .arg(result.worst.c_str(), result.note.c_str()));
    }
    void every_golden_trace_is_met() {
        QFETCH(QString, sentence);
        if (m_golden.empty())
            QSKIP("The reference data has no traces of further methods here.");
        QCOMPARE(sentence, QString());
    }

    /// The entry's numbers are what is replayed: another number is another run.
    void numbers_come_from_the_entry_data() {
        QTest::addColumn<QString>("trace");
        QTest::addColumn<QString>("number");
        QTest::addColumn<double>("value");
        const auto row = [](const char* trace, const char* number, double value) {
            QTest::addRow("%s %s", trace, number) << trace << number << value;
        };
        row("batchnorm_tent_adam", "beta2", 0.99);
        row("groupnorm_tent_nesterov", "momentum", 0.8);
        row("batchnorm_rdumb", "probability_momentum", 0.5);
        row("groupnorm_rdumb", "reset_every", 4);
        row("batchnorm_bn_alpha", "alpha", 0.2);
        row("batchnorm_bn_ema", "momentum", 0.2);
        row("batchnorm_iabn", "k", 1.0);
        row("groupnorm_roid", "temperature", 0.5);
        row("batchnorm_roid_slr_only", "slr_clip", 0.9);
        row("batchnorm_roid_no_prior", "momentum_src", 0.9);
        row("groupnorm_cmf_active", "gamma", 0.9);
        row("batchnorm_asr_eta", "r0", 0.1);
        row("groupnorm_asr_roid", "p0", 500.0);
        row("batchnorm_shot_encoder", "log_epsilon", 0.1);
        row("batchnorm_delta", "class_momentum", 0.5);
        row("batchnorm_delta", "statistics_momentum", 0.5);
        row("batchnorm_lame_knn", "k", 4);
        row("batchnorm_lame_rbf", "k", 4);
        row("batchnorm_lame_knn", "max_rounds", 7);
        row("batchnorm_lame_knn", "tolerance", 1e-3);
        row("groupnorm_t3a", "supports_per_class", 4);
        row("batchnorm_memo", "alpha", 0.2);
        row("groupnorm_memo", "views", 3);
        row("batchnorm_cotta_sgd", "confidence_threshold", 0.1);
        row("batchnorm_cotta_adam", "teacher_momentum", 0.98);
        row("groupnorm_cotta_sgd", "views", 2);
        row("batchnorm_rotta", "bn_momentum", 0.06);
        row("batchnorm_rotta", "nu", 0.002);
        row("batchnorm_rotta", "lambda_t", 0.2);
        row("groupnorm_rotta", "lambda_u", 0.2);
        row("batchnorm_petta_ce", "lambda0", 9);
        row("batchnorm_petta_ce", "alpha0", 0.01);
        row("batchnorm_petta_sce", "anchor_weight", 0.5);
        row("batchnorm_petta_sce", "prototype_momentum", 0.1);
        row("batchnorm_note", "k", 3);
        row("batchnorm_note", "log_epsilon", 1e-4);
        row("batchnorm_note", "lr", 2e-4);
    }
    void numbers_come_from_the_entry() {
        if (m_golden.empty())
            QSKIP("The reference data has no traces of further methods here.");
        QFETCH(QString, trace);
        QFETCH(QString, number);
        QFETCH(double, value);
        const std::string key = number.toStdString();
        const lab::ParityResult changed = result_of(trace.toStdString(), [&](json& entry) {
            QVERIFY(entry.at("hyper_parameters").contains(key));
            entry["hyper_parameters"][key] = number == "reset_every" ? json(int(value)) : json(value);
        });
        QVERIFY2(changed.known, changed.note.c_str());
        QVERIFY(changed.largest_error > lab::parity_tolerance);
    }

    /// Whatever a memory, a teacher or an output has done is compared.
    void a_changed_figure_is_named_data() {
        QTest::addColumn<QString>("trace");
        QTest::addColumn<QString>("figure");
        const auto row = [](const char* trace, const char* figure) {
            QTest::addRow("%s %s", trace, figure) << trace << figure;
        };
        row("batchnorm_lame_knn", "step11.output");
        row("batchnorm_lame_rbf", "step2.energy");
        row("groupnorm_t3a", "final.supports");
        row("groupnorm_memo", "after3.fc.bias");
        row("batchnorm_cotta_adam", "final.teacher.conv1.weight");
        row("batchnorm_rotta", "update11.student_logits");
        row("batchnorm_rotta_mid_batch", "update3.loss");
        row("batchnorm_rotta", "after3.teacher.norm2.running_var");
        row("batchnorm_petta_ce", "final.source.norm1.running_mean");
        row("batchnorm_petta_sce", "step7.gamma");
        row("batchnorm_note", "update5.loss");
    }
    void a_changed_figure_is_named() {
        if (m_golden.empty())
            QSKIP("The reference data has no traces of further methods here.");
        QFETCH(QString, trace);
        QFETCH(QString, figure);
        const lab::ParityResult off = result_of(
            trace.toStdString(), [](json&) {},
            [&](lab::StateDict& figures) { figures.at(figure.toStdString()) += 1e-6; });
        QVERIFY2(off.known, off.note.c_str());
        QVERIFY(off.largest_error > lab::parity_tolerance && off.largest_error < 1e-5);
        QCOMPARE(off.worst, figure.toStdString());
    }

    void what_is_not_known_is_told() {
        if (m_golden.empty())
            QSKIP("The reference data has no traces of further methods here.");
        const std::string name = "groupnorm_rdumb";
        QVERIFY(result_of(name, [](json&) {}).largest_error <= lab::parity_tolerance);

        const auto warm = result_of(name, [](json& e) { e["hyper_parameters"]["warm_up"] = 3; });
        QVERIFY(!warm.known);
        QCOMPARE(warm.note, std::string("hyper-parameter \"warm_up\""));

        const auto magic = result_of(name, [](json& e) { e["method"] = "magic"; });
        QVERIFY(!magic.known);
        QCOMPARE(magic.note, std::string("method \"magic\""));

        const auto lion = result_of(name, [](json& e) { e["hyper_parameters"]["optimiser"] = "Lion"; });
        QVERIFY(!lion.known);
        QCOMPARE(lion.note, std::string("optimiser \"Lion\""));

        const auto bare = result_of(name, [](json& e) { e["hyper_parameters"].erase("d_margin"); });
        QVERIFY(bare.largest_error > 1);
        QCOMPARE(bare.note, std::string("hyper_parameters: expected \"d_margin\""));

        const auto off = result_of(
            name, [](json&) {}, [](lab::StateDict& figures) { figures.at("step7.weight")[2] += 1e-6; });
        QVERIFY(off.known && off.largest_error > lab::parity_tolerance);
        QCOMPARE(off.worst, std::string("step7.weight"));

        const auto more = result_of(
            name, [](json&) {},
            [](lab::StateDict& figures) { figures["step3.unheard_of"] = at::zeros({1}, at::kDouble); });
        QVERIFY(!more.known);

        const auto resets = result_of(name, [](json& e) { e["resets_after_step"] = {1}; });
        QVERIFY(resets.largest_error > 1);
        QCOMPARE(resets.note, std::string("another list resets_after_step"));
    }

    void fewer_steps_are_replayed_too() {
        if (m_golden.empty())
            QSKIP("The reference data has no traces of further methods here.");
        const auto shorter = result_of(
            "batchnorm_roid_slr_only",
            [](json& entry) {
                entry["steps"] = 5;
                entry.erase("kept_per_step");
            },
            [](lab::StateDict& figures) {
                std::erase_if(figures, [](const auto& figure) {
                    return figure.first.starts_with("final.") ||
                           (figure.first.starts_with("step") && figure.first >= "step5") ||
                           figure.first.starts_with("step1"
                                                    "0") ||
                           figure.first.starts_with("step11");
                });
            });
        QVERIFY2(shorter.known && shorter.largest_error <= lab::parity_tolerance, shorter.note.c_str());
    }

    void other_folders_are_not_taken_for_it() {
        QTemporaryDir folder;
        QVERIFY(!lab::is_methods_parity(folder.path().toStdString()));
        std::ofstream(folder.filePath("index.json").toStdString()) << R"({"trace": {"lr": 1}})";
        QVERIFY(!lab::is_methods_parity(folder.path().toStdString()));
        if (const std::string adapt = reference_data("golden/adapt"); !adapt.empty())
            QVERIFY(!lab::is_methods_parity(adapt));
        const std::string sentence =
            test_files::sentence_of([] { lab::replay_method_traces("/nowhere/at-all"); });
        QVERIFY(sentence.starts_with("/nowhere/at-all/index.json: "));
    }
};

QTEST_GUILESS_MAIN(TestMethodsParity)
#include "test_methods_parity.moc"
