#include "tests/cli/cli_program.h"

#include "tests/dataset/npy_files.h"
#include "tests/support/random_models.h"
#include "tests/support/test_files.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include <csignal>
#include <filesystem>

using Json = nlohmann::json;
namespace fs = std::filesystem;

/// How a run ends, and beside what its results stand.
class TestCliEnds : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    CliSetting m_setting{m_folder.path()};

    std::string content(const QString& name) const {
        const auto bytes = test_files::read(m_setting.path(name).toStdString());
        return {bytes.begin(), bytes.end()};
    }
    Json summary(const QString& folder) const { return Json::parse(content(folder + "/summary.json")); }
    QStringList column(const QString& folder, const char* name) const {
        const QStringList rows =
            QString::fromStdString(content(folder + "/records.csv")).split('\n', Qt::SkipEmptyParts);
        const qsizetype at = rows.value(0).split(',').indexOf(name);
        QStringList cells;
        for (const QString& row : rows.mid(1))
            cells << row.split(',').value(at);
        return cells;
    }
    QStringList set(const QStringList& settings) const {
        QStringList arguments;
        for (const QString& setting : settings)
            arguments << "--set" << setting;
        return arguments;
    }

    /// Started where SIGINT counts, whatever runs the tests.
    static void start(QProcess& process, const QStringList& arguments) {
        process.setChildProcessModifier([] { std::signal(SIGINT, SIG_DFL); });
        process.start(LAB_BINARY_DIR "/bin/collapse-lab-cli", arguments);
    }

  private Q_SLOTS:
    void a_used_folder_is_refused_or_emptied() {
        QCOMPARE(run_cli(m_setting.run("used", {"--save-states"})).exit, 0);
        const std::string before = content("used/summary.json");
        const CliResult refused = run_cli(m_setting.run("used", set({"stream.seed=9"})));
        QCOMPARE(refused.exit, 1);
        QVERIFY2(refused.sentences().value(0).contains("used: holds an earlier run ("),
                 qPrintable(refused.err));
        QCOMPARE(content("used/summary.json"), before);
        QFile notes(m_setting.path("used/notes.txt"));
        QVERIFY(notes.open(QIODevice::WriteOnly));
        QCOMPARE(run_cli(m_setting.run("used", set({"stream.seed=9"}) + QStringList{"--overwrite"})).exit, 0);
        QVERIFY(content("used/summary.json") != before);
        QCOMPARE(QDir(m_setting.path("used")).entryList(QDir::Files, QDir::Name),
                 (QStringList{"notes.txt", "recording.collapselab", "records.csv", "records.jsonl",
                              "summary.json"}));
    }

    void a_signal_cuts_short_and_nothing_is_lost_data() {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("name");
        QTest::newRow("SIGINT") << SIGINT << "SIGINT";
        QTest::newRow("SIGTERM") << SIGTERM << "SIGTERM";
    }
    void a_signal_cuts_short_and_nothing_is_lost() {
        QFETCH(int, number);
        QFETCH(QString, name);
        QProcess process;
        start(process, m_setting.run(name, set({"stream.images=200000"})));
        const QString records = m_setting.path(name + "/records.jsonl");
        QTRY_VERIFY_WITH_TIMEOUT(QFile(records).size() > 0, 60000);
        kill(pid_t(process.processId()), number);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 3);
        const Json told = summary(name);
        QCOMPARE(told.at("complete").get<bool>(), false);
        const int steps = told.at("lanes")[0].at("steps").get<int>();
        QCOMPARE(QString::fromStdString(told.at("ended")),
                 QString("interrupted by %1 after step %2 of 12500").arg(name).arg(steps));
        QCOMPARE(column(name, "step").size(), 3 * steps);
        QVERIFY(process.readAllStandardError().contains("collapse-lab-cli: interrupted by " + name.toUtf8()));
    }

    /// IDX files are read whole before the first step: what becomes of them later changes nothing.
    void idx_files_that_are_cut_under_a_run() {
        const QString data = m_setting.path("cut");
        fs::copy(m_setting.path("data").toStdString(), data.toStdString());
        const auto run = [&](const QString& out) {
            return m_setting.run(out, set({"stream.images=200000"}))
                .replaceInStrings("data_dir=" + m_setting.path("data"), "data_dir=" + data);
        };
        QProcess process;
        start(process, run("undisturbed"));
        const auto steps = [&] { return column("undisturbed", "step").size(); };
        QFile records(m_setting.path("undisturbed/records.jsonl"));
        QTRY_VERIFY_WITH_TIMEOUT(records.size() > 0, 60000);
        for (const char* name : {"t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"})
            fs::resize_file((data + "/" + name).toStdString(), 100);
        const qint64 before = records.size();
        QTRY_VERIFY_WITH_TIMEOUT(records.size() > 2 * before, 60000);
        kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 3);
        QVERIFY(steps() > 0);
        const CliResult again = run_cli(run("refused")); // and the next run tells
        QCOMPARE(again.exit, 1);
        QVERIFY2(again.err.contains("t10k-"), qPrintable(again.err));
    }

    /// Published corruptions are read step by step.
    void npy_files_that_are_cut_under_a_run() {
        const fs::path folder = m_setting.path("cifar-10-c").toStdString();
        fs::create_directories(folder);
        constexpr std::size_t pictures = 5 * 200, bytes = 32 * 32 * 3;
        std::vector<std::uint8_t> labels(pictures), pixels(pictures * bytes);
        for (std::size_t i = 0; i < pictures; ++i)
            labels[i] = std::uint8_t(i % 10);
        for (std::size_t i = 0; i < pixels.size(); ++i)
            pixels[i] = std::uint8_t(i * 7);
        test_files::write(folder / "labels.npy",
                          test_files::npy_bytes(test_files::npy_header("|u1", "(1000,)"), labels));
        test_files::write(folder / "fog.npy",
                          test_files::npy_bytes(test_files::npy_header("|u1", "(1000, 32, 32, 3)"), pixels));
        lab::ModelCard card = test_models::card("resnet14_gn", 32);
        card.shape.channels = 3;
        card.mean = card.std = {0.4, 0.4, 0.4};
        const auto net = lab::architecture(card.architecture).make(card.shape, at::TensorOptions(at::kFloat));
        test_models::randomise(*net, 1);
        lab::save_model(m_setting.path("colour.safetensors").toStdString(), card, *net);
        QProcess process;
        start(process, QStringList{"run", "--preset", "default", "--out", m_setting.path("gone")} +
                           set({"data=cifar-10-c", "data_dir=" + m_setting.path("cifar-10-c"),
                                "model=" + m_setting.path("colour.safetensors"), "stream.scenario=mild",
                                "stream.corruption.kind=fog", "stream.images=200000", "stream.batch_size=16",
                                "threads=1", "device=cpu"}));
        QTRY_VERIFY_WITH_TIMEOUT(QFile(m_setting.path("gone/records.jsonl")).size() > 0, 60000);
        fs::resize_file(folder / "fog.npy", 1'000'000);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        const QString err = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(process.exitCode() == 1, qPrintable(err));
        QVERIFY2(err.contains("collapse-lab-cli: " + m_setting.path("cifar-10-c/fog.npy") +
                              ": was changed after it was opened"),
                 qPrintable(err));
    }

    void a_second_signal_ends_at_once() {
        QProcess process;
        start(process, m_setting.run("twice", set({"stream.images=200000", "stream.batch_size=4096"})));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_setting.path("twice/records.jsonl")), 60000);
        kill(pid_t(process.processId()), SIGINT);
        QTest::qWait(20); // two signals at one moment may come as one
        kill(pid_t(process.processId()), SIGTERM);
        QVERIFY(process.waitForFinished(60000));
        // It was in the middle of a step of several seconds.
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    }

    void a_study_is_cut_short_and_goes_on() {
        const auto arguments = [&](const char* images) {
            return QStringList{"reproduce",  "fig2bcd",
                               "--seeds",    "0,1",
                               "--jobs",     "1",
                               "--images",   images,
                               "--data-dir", m_setting.path("data"),
                               "--device",   "cpu",
                               "--model",    m_setting.path("model.safetensors"),
                               "--out",      m_setting.path("study")};
        };
        QVERIFY(run_cli(arguments("64")).exit == 0);
        QVERIFY(QFile::exists(m_setting.path("study/fig2bcd.md")));
        QProcess process;
        start(process, arguments("64000"));
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(m_setting.path("study/fig2bcd.md")), 60000);
        kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 3);
        QVERIFY(process.readAllStandardError().contains("interrupted by SIGINT after 0 of 2 runs"));
        QVERIFY(!QFile::exists(
            m_setting.path("study/fig2bcd.md"))); // the other study's report is no longer there
        const QDir cells(m_setting.path("study/fig2bcd.cells"));
        QCOMPARE(cells.entryList({"*.json"}).size(), 2);
        QVERIFY(run_cli(arguments("64")).exit == 0);
        QCOMPARE(cells.entryList({"*.json"}).size(), 2);
    }

    void what_cannot_be_printed_is_told() {
        for (const QStringList& arguments :
             {QStringList{"info"}, {"--help"}, {"run", "--help"}, m_setting.run("full")}) {
            QProcess process;
            process.setStandardOutputFile("/dev/full");
            process.start(LAB_BINARY_DIR "/bin/collapse-lab-cli", arguments);
            QVERIFY(process.waitForFinished(60000));
            QVERIFY2(process.exitCode() == 1, qPrintable(arguments.join(' ')));
            QVERIFY(process.readAllStandardError().contains("the standard output cannot be written"));
        }
        QVERIFY(!QDir(m_setting.path("full")).exists()); // told before the run
    }

    void a_row_has_the_conditions_of_its_step() {
        const QStringList ramp =
            set({"stream.scenario=ramp", "stream.images=90", "stream.batch_size=10",
                 "stream.corruption.kind=fog", "lanes=[{\"method\":\"no_adaptation\"}]"});
        const CliResult result = run_cli(m_setting.run("ramp", ramp));
        QVERIFY2(result.exit == 0, qPrintable(result.err));
        QCOMPARE(column("ramp", "severity").join(""), QString("123454321"));
        QCOMPARE(column("ramp", "segment").join(""), QString("123456789"));
        QCOMPARE(column("ramp", "imbalance_ratio").join(""), QString());
        QVERIFY2(result.out.contains("ramp: Fog 1 to 5 and back, seed 1, 90 images"), qPrintable(result.out));

        const QStringList own = set(
            {"stream.scenario=custom", "stream.batch_size=10",
             R"(stream.segments=[{"images":20,"corruption":{"kind":"none"}},{"images":10,"corruption":{"kind":"fog","severity":2}}])",
             "lanes=[{\"method\":\"no_adaptation\"}]"});
        QStringList arguments = m_setting.run("own", own);
        const qsizetype images = arguments.indexOf("stream.images=128"); // has no effect here
        arguments.remove(images - 1, 2);
        const CliResult custom = run_cli(arguments);
        QVERIFY2(custom.exit == 0, qPrintable(custom.err));
        QCOMPARE(column("own", "severity"), (QStringList{"0", "0", "2"}));
        QCOMPARE(column("own", "corruption"), (QStringList{"none", "none", "fog"}));
        QCOMPARE(column("own", "stream_images"), (QStringList{"30", "30", "30"}));
        QVERIFY2(custom.out.contains("schedule: clean pictures (20), Fog 2 (10), seed 1, 30 images"),
                 qPrintable(custom.out));
    }

    void what_must_be_known_is_told_first() {
        const Json spec = {{"stream", {{"noise_batches", 3}, {"images", 32}, {"batch_size", 16}}},
                           {"data_dir", m_setting.path("data").toStdString()},
                           {"model", m_setting.path("model.safetensors").toStdString()},
                           {"lanes", {{{"method", "tent"}, {"recipe", {{"optimiser", {{"rate", 0.03}}}}}}}},
                           {"threads", 1}};
        const std::string text = spec.dump();
        test_files::write(m_setting.path("told.json").toStdString(), {text.begin(), text.end()});
        const CliResult result = run_cli({"run", m_setting.path("told.json"), "--out", m_setting.path("told"),
                                          "--set", "lanes[0].method=sar"});
        QVERIFY2(result.exit == 0, qPrintable(result.err));
        const QString kept = "lanes: lane 1 (SAR): kept as set by hand: optimiser.rate 0.03";
        const QString vain = "data: stream.noise_batches has no effect";
        const qsizetype table = result.out.indexOf("accuracy");
        QVERIFY2(result.out.contains(kept) && result.out.indexOf(kept) < table, qPrintable(result.out));
        QVERIFY2(result.out.contains(vain) && result.out.indexOf(vain) < table, qPrintable(result.out));
        QStringList notices;
        const Json told = summary("told");
        for (const Json& notice : told.at("notices"))
            notices << QString::fromStdString(notice.at("text"));
        QVERIFY(notices.contains(kept.mid(7)));
        QVERIFY(told.at("complete").get<bool>());
        const Json& recipe = told.at("specification").at("lanes")[0].at("recipe");
        QVERIFY(recipe.at("optimiser").at("kind") == "sam" && recipe.at("optimiser").at("rate") == 0.03);
    }

    void names_that_are_no_utf8() {
        const QByteArray odd = QFile::encodeName(m_setting.path("")) + "b\xfc"
                                                                       "cher";
        QVERIFY(QDir(m_setting.path("data")).exists());
        QCOMPARE(QProcess::execute("cp", {"-r", m_setting.path("data"), m_setting.path("plain")}), 0);
        QCOMPARE(rename(QFile::encodeName(m_setting.path("plain")).constData(), odd.constData()), 0);
        // QProcess would change the name's bytes.
        const QByteArray script = "exec " LAB_BINARY_DIR "/bin/collapse-lab-cli run --preset default --set "
                                  "threads=1 --set stream.images=32 --set model=" +
                                  QFile::encodeName(m_setting.path("model.safetensors")) +
                                  " --data-dir \"$(printf '" + m_setting.path("").toUtf8() +
                                  "b\\374cher')\" --set \"lanes[0].name=$(printf 'caf\\351')\" --out " +
                                  m_setting.path("odd").toUtf8();
        QProcess process;
        process.start("/bin/sh", {"-c", QString::fromUtf8(script)});
        QVERIFY(process.waitForFinished(60000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        const Json told = summary("odd");
        QVERIFY(told.at("lanes")[0].at("name") == "caf\ufffd");
        const std::string text = told.at("specification").dump();
        test_files::write(m_setting.path("odd.json").toStdString(), {text.begin(), text.end()});
        QCOMPARE(run_cli({"run", m_setting.path("odd.json"), "--out", m_setting.path("odd2")}).exit, 0);
        QCOMPARE(column("odd2", "accuracy"), column("odd", "accuracy"));
    }
};

QTEST_GUILESS_MAIN(TestCliEnds)
#include "test_cli_ends.moc"
