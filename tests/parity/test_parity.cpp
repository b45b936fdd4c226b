#include "core/parity/parity.h"
#include "core/weights/safetensors.h"
#include "tests/reference_data.h"
#include "tests/support/test_files.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

namespace fs = std::filesystem;

class TestParity : public QObject {
    Q_OBJECT

    const std::string m_golden = reference_data("golden/adapt");

    /// A folder with one trace of the golden ones, its description changed by `edit`.
    static void copy_trace(const fs::path& from, const fs::path& to, const std::string& name,
                           const std::function<void(nlohmann::json&)>& edit) {
        nlohmann::json index = nlohmann::json::parse(std::ifstream(from / "index.json"));
        nlohmann::json trace = index.at(name);
        edit(trace);
        fs::create_directories(to);
        std::ofstream(to / "index.json") << nlohmann::json{{name, trace}};
        for (const std::string& file : {name, std::string("groupnorm_inputs")}) {
            const auto options = fs::copy_options::overwrite_existing;
            fs::copy_file(from / (file + ".safetensors"), to / (file + ".safetensors"), options);
            fs::permissions(to / (file + ".safetensors"), fs::perms::owner_write, fs::perm_options::add);
        }
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void every_golden_trace_is_met_data() {
        QTest::addColumn<QString>("sentence");
        if (m_golden.empty()) {
            QTest::newRow("absent") << QString("skip");
            return;
        }
        const auto results = lab::replay_adaptation_traces(m_golden);
        const auto index = nlohmann::json::parse(std::ifstream(m_golden + "/index.json"));
        QTest::newRow("all are there") << QString(results.size() == index.size() ? "" : "some are missing");
        for (const lab::ParityResult& result : results) {
            QString sentence;
            if (!result.known || !(result.largest_error <= 1e-9))
                sentence = QString("%1 %2 %3")
                               .arg(result.largest_error)
                               .arg(result.worst.c_str(), result.note.c_str());
            QTest::newRow(result.trace.c_str()) << sentence;
        }
    }
    void every_golden_trace_is_met() {
        QFETCH(QString, sentence);
        if (m_golden.empty())
            QSKIP("The reference data has no golden traces here.");
        QCOMPARE(sentence, QString());
    }

    void a_changed_trace_is_told() {
        if (m_golden.empty())
            QSKIP("The reference data has no golden traces here.");
        const std::string name = "groupnorm_zerosiam";
        QTemporaryDir folder;
        const fs::path copy = folder.path().toStdString();
        copy_trace(m_golden, copy, name, [](nlohmann::json&) {});
        QVERIFY(lab::replay_adaptation_traces(copy.string()).at(0).largest_error <= 1e-9);

        copy_trace(m_golden, copy, name, [](nlohmann::json& trace) { trace["alpha"] = 1.001; });
        QVERIFY(lab::replay_adaptation_traces(copy.string()).at(0).largest_error > 1e-9);

        copy_trace(m_golden, copy, name, [](nlohmann::json& trace) { trace["warmup"] = 3; });
        const lab::ParityResult unknown = lab::replay_adaptation_traces(copy.string()).at(0);
        QVERIFY(!unknown.known);
        QCOMPARE(unknown.note, std::string("switch \"warmup\""));

        copy_trace(m_golden, copy, name, [](nlohmann::json& trace) { trace["method"] = "magic"; });
        QVERIFY(!lab::replay_adaptation_traces(copy.string()).at(0).known);

        copy_trace(m_golden, copy, name, [](nlohmann::json&) {});
        const std::string file = (copy / (name + ".safetensors")).string();
        lab::StateDict tensors;
        for (const auto& [key, value] : lab::read_safetensors(file).tensors)
            tensors[key] = value.clone();
        tensors.at("step11.logits")[0][0] += 1e-6;
        lab::write_safetensors(file, tensors, {});
        const lab::ParityResult off = lab::replay_adaptation_traces(copy.string()).at(0);
        QVERIFY(off.largest_error > 1e-9 && off.largest_error < 1e-5);
        QCOMPARE(off.worst, std::string("step11.logits"));

        tensors["step11.unheard_of"] = at::zeros({1}, at::kDouble);
        lab::write_safetensors(file, tensors, {});
        QVERIFY(!lab::replay_adaptation_traces(copy.string()).at(0).known);

        fs::resize_file(file, fs::file_size(file) - 8);
        QVERIFY(lab::replay_adaptation_traces(copy.string()).at(0).largest_error > 1e-9);
    }

    /// What the golden traces do not hold, against PyTorch itself.
    void combinations_of_blocks_agree_with_pytorch() {
        QTemporaryDir folder;
        QProcess python;
        const QString script = QStringLiteral(LAB_SOURCE_DIR "/tests/adapt/reference_traces.py");
        python.start("/usr/bin/python3", {script, folder.path()});
        if (!python.waitForFinished(120000) || python.exitCode() == 77)
            QSKIP("Debian's python3-torch is not installed.");
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
        const auto results = lab::replay_adaptation_traces(folder.path().toStdString());
        QCOMPARE(results.size(), std::size_t(10));
        for (const lab::ParityResult& result : results)
            QVERIFY2(result.known && result.largest_error <= 1e-9,
                     qPrintable(QString("%1: %2 %3 %4")
                                    .arg(result.trace.c_str())
                                    .arg(result.largest_error)
                                    .arg(result.worst.c_str(), result.note.c_str())));
    }

    void an_unreadable_folder_is_named() {
        const std::string sentence =
            test_files::sentence_of([] { lab::replay_adaptation_traces("/nowhere/at-all"); });
        QVERIFY(sentence.starts_with("/nowhere/at-all/index.json: "));
    }
};

QTEST_GUILESS_MAIN(TestParity)
#include "test_parity.moc"
