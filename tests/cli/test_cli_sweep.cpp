#include "tests/cli/cli_program.h"

#include "tests/support/test_files.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include <csignal>
#include <filesystem>

using Json = nlohmann::ordered_json; // axes stand in the order in which they are written
namespace fs = std::filesystem;

/// A sweep that several tasks share, as a cluster runs it: who runs what, what is left when one is killed,
/// and what is put together of it.
class TestCliSweep : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    CliSetting m_setting{m_folder.path()};

    QByteArray content(const QString& name) const {
        QFile file(m_setting.path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Of eight cells; @param images of each, 16 a step
    QString grid(const QString& name, int images) const {
        const Json file = {
            {"version", 1},
            {"experiment",
             {{"data", {{"folder", m_setting.path("data").toStdString()}}},
              {"model", {{"id", m_setting.path("model.safetensors").toStdString()}}},
              {"stream", {{"images", images}, {"batch_size", 16}}},
              {"machine", {{"device", "cpu"}}},
              {"lanes", {{{"method", "tent"}}, {{"method", "zerosiam"}}}}}},
            {"grid", {{"stream.seed", {0, 1, 2, 3}}, {"lanes[0].recipe.optimiser.rate", {0.001, 0.01}}}}};
        const std::string text = file.dump();
        test_files::write(m_setting.path(name).toStdString(), {text.begin(), text.end()});
        return m_setting.path(name);
    }
    QStringList sweep(const QString& out, const QStringList& more = {}, int images = 48) const {
        return QStringList{"sweep", grid("grid.json", images), "--out", m_setting.path(out)} + more;
    }
    /// The program with variables of Slurm, and none that the test itself may have been given.
    CliResult in_slurm(const QStringList& arguments, const QStringList& variables) const {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString& name : environment.keys())
            if (name.startsWith("SLURM_"))
                environment.remove(name);
        for (const QString& one : variables)
            environment.insert(one.section('=', 0, 0), one.section('=', 1));
        process.setProcessEnvironment(environment);
        process.start(LAB_BINARY_DIR "/bin/collapse-lab-cli", arguments);
        CliResult result;
        if (process.waitForFinished(240000))
            result.exit = process.exitCode();
        result.out = QString::fromUtf8(process.readAllStandardOutput());
        result.err = QString::fromUtf8(process.readAllStandardError());
        return result;
    }
    qsizetype cells_in(const QString& out) const {
        return QDir(m_setting.path(out + "/grid.cells")).entryList({"*.json"}).size();
    }
    void expect_same_results(const QString& out) const {
        QCOMPARE(content(out + "/grid.csv"), content("alone/grid.csv"));
        QCOMPARE(content(out + "/grid.json"), content("alone/grid.json"));
    }

  private Q_SLOTS:

    void initTestCase() {
        const CliResult alone = in_slurm(sweep("alone"), {});
        QVERIFY2(alone.exit == 0, qPrintable(alone.err));
        QVERIFY2(alone.out.contains("grid: all 8 cells are in "), qPrintable(alone.out));
        QCOMPARE(content("alone/grid.csv").count('\n'), 17);
        QCOMPARE(content("alone/grid.times.csv").count('\n'), 17);
        QCOMPARE(Json::parse(content("alone/grid.json").toStdString()).at("cells").size(), std::size_t(8));
    }

    void three_shards_give_the_same_bytes() {
        for (const char* shard : {"3/3", "1/3", "2/3"}) {
            const CliResult early = run_cli(sweep("three", {"--merge"}));
            QCOMPARE(early.exit, 4);
            const CliResult part = run_cli(sweep("three", {"--shard", shard}));
            QVERIFY2(part.exit == 0, qPrintable(part.err));
            QVERIFY2(part.out.contains(QString("shard ") + shard + ": "), qPrintable(part.out));
            QVERIFY(!QFile::exists(m_setting.path("three/grid.csv")));
        }
        QCOMPARE(run_cli(sweep("three", {"--merge"})).exit, 0);
        expect_same_results("three");
    }

    void an_array_of_slurm_gives_the_same_bytes() {
        for (int id = 4; id < 7; ++id) {
            const QString number = QString::number(id);
            const CliResult part =
                in_slurm(sweep("array"),
                         {"SLURM_JOB_ID=9", "SLURM_PROCID=0", "SLURM_CPUS_PER_TASK=1",
                          "SLURM_ARRAY_TASK_ID=" + number, "SLURM_ARRAY_TASK_MIN=4", "SLURM_ARRAY_TASK_MAX=6",
                          "SLURM_ARRAY_TASK_STEP=1", "SLURM_ARRAY_TASK_COUNT=3"});
            QVERIFY2(part.exit == 0, qPrintable(part.err));
            QVERIFY2(part.out.contains(
                         QString("shard %1/3 (SLURM_ARRAY_TASK_ID=%2 of 4-6): ").arg(id - 3).arg(id)),
                     qPrintable(part.out));
            QVERIFY2(part.out.contains("1 core (SLURM_CPUS_PER_TASK)"), qPrintable(part.out));
        }
        QCOMPARE(in_slurm(sweep("array", {"--merge"}), {"SLURM_ARRAY_TASK_ID=0"}).exit, 0);
        expect_same_results("array");
    }

    void tasks_of_srun_give_the_same_bytes() {
        for (int rank = 0; rank < 2; ++rank) {
            const CliResult part =
                in_slurm(sweep("srun"), {"SLURM_PROCID=" + QString::number(rank), "SLURM_NTASKS=2",
                                         "SLURM_LOCALID=" + QString::number(rank)});
            QVERIFY2(part.exit == 0, qPrintable(part.err));
            QCOMPARE(cells_in("srun"), qsizetype(4) * (rank + 1));
        }
        QCOMPARE(run_cli(sweep("srun", {"--merge"})).exit, 0);
        expect_same_results("srun");
    }

    void what_is_named_counts_more_than_what_slurm_tells() {
        const CliResult part = in_slurm(sweep("named", {"--shard", "1/8"}),
                                        {"SLURM_ARRAY_TASK_ID=2", "SLURM_ARRAY_TASK_COUNT=3"});
        QVERIFY2(part.exit == 0, qPrintable(part.err));
        QVERIFY2(part.out.startsWith("shard 1/8: 1 of 8 cells"), qPrintable(part.out));
        QVERIFY(!part.out.contains("SLURM_ARRAY"));
        const CliResult missing = run_cli(sweep("named", {"--merge"}));
        QCOMPARE(missing.exit, 4);
        QCOMPARE(missing.out, QString("1-7\n"));
    }

    void missing_cells_are_an_expression_that_runs_them() {
        QCOMPARE(run_cli(sweep("missing", {"--cells", "0-2,4,6"})).exit, 0);
        const CliResult missing = run_cli(sweep("missing", {"--merge"}));
        QCOMPARE(missing.exit, 4);
        QCOMPARE(missing.out, QString("3,5,7\n"));
        QVERIFY2(missing.err.contains("3 of 8 cells are missing: 3,5,7"), qPrintable(missing.err));
        QVERIFY(!QFile::exists(m_setting.path("missing/grid.csv")));
        // As the tasks of --array=3,5,7: each its cell.
        const QStringList array = {"SLURM_ARRAY_TASK_MIN=3", "SLURM_ARRAY_TASK_MAX=7",
                                   "SLURM_ARRAY_TASK_STEP=1", "SLURM_ARRAY_TASK_COUNT=3"};
        const CliResult refused = in_slurm(sweep("missing"), array + QStringList{"SLURM_ARRAY_TASK_ID=5"});
        QCOMPARE(refused.exit, 1);
        QVERIFY2(refused.err.contains("--cells task"), qPrintable(refused.err));
        for (const char* id : {"3", "5", "7"}) {
            const CliResult part = in_slurm(sweep("missing", {"--cells", "task"}),
                                            array + QStringList{QString("SLURM_ARRAY_TASK_ID=") + id});
            QVERIFY2(part.exit == 0, qPrintable(part.err));
            QVERIFY2(part.out.contains(QString("the cells %1 (SLURM_ARRAY_TASK_ID): 1 of 8").arg(id)),
                     qPrintable(part.out));
        }
        QCOMPARE(run_cli(sweep("missing", {"--merge"})).exit, 0);
        expect_same_results("missing");
    }

    void killed_and_started_again_it_gives_the_same_bytes() {
        // The second time round the cells have the tests' usual size; these take long enough to be killed.
        const QString out = m_setting.path("killed");
        QVERIFY(fs::create_directories((out + "/grid.cells").toStdString()));
        for (int attempt = 0; attempt < 2; ++attempt) {
            QProcess process;
            process.start(LAB_BINARY_DIR "/bin/collapse-lab-cli",
                          sweep("killed", {"--jobs", "1", "--cores", "1"}));
            const qsizetype before = cells_in("killed");
            QTRY_VERIFY_WITH_TIMEOUT(cells_in("killed") > before || process.state() == QProcess::NotRunning,
                                     60000);
            kill(pid_t(process.processId()), SIGKILL);
            process.waitForFinished(60000);
        }
        for (const QString& file : QDir(out + "/grid.cells").entryList({"*.json"}))
            QVERIFY(Json::accept(content("killed/grid.cells/" + file).toStdString()));
        const CliResult again = run_cli(sweep("killed"));
        QVERIFY2(again.exit == 0, qPrintable(again.err));
        expect_same_results("killed");
    }

    void signals_of_a_scheduler_leave_no_half_cell_data() {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("name");
        QTest::newRow("SIGUSR1") << SIGUSR1 << "SIGUSR1";
        QTest::newRow("SIGTERM") << SIGTERM << "SIGTERM";
    }
    void signals_of_a_scheduler_leave_no_half_cell() {
        QFETCH(int, number);
        QFETCH(QString, name);
        QProcess process;
        process.start(LAB_BINARY_DIR "/bin/collapse-lab-cli",
                      sweep(name, {"--jobs", "1", "--cores", "1", "--heartbeat", "1"}, 100000));
        QByteArray err;
        QTRY_VERIFY_WITH_TIMEOUT((err += process.readAllStandardError()).contains("[heartbeat "), 60000);
        kill(pid_t(process.processId()), number);
        if (number == SIGUSR1) // to the script and to its children: once more is no other wish
            kill(pid_t(process.processId()), number);
        QVERIFY(process.waitForFinished(60000));
        err += process.readAllStandardError();
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QVERIFY2(process.exitCode() == 3, err.constData());
        QVERIFY2(err.contains("collapse-lab-cli: interrupted by " + name.toUtf8() + " after 0 of 8 runs"),
                 err.constData());
        QVERIFY2(err.contains("] 0 of 8 runs, unknown time left, "), err.constData());
        QCOMPARE(QDir(m_setting.path(name + "/grid.cells")).entryList(QDir::Files | QDir::Hidden).size(),
                 qsizetype(0));
    }

    void cells_of_another_sweep_are_refused_by_name() {
        QCOMPARE(run_cli(sweep("others", {"--cells", "0"}, 32)).exit, 0);
        const QString file = QDir(m_setting.path("others/grid.cells")).entryList({"*.json"}).value(0);
        for (const QStringList& more : {QStringList{}, {"--merge"}, {"--shard", "2/3"}}) {
            const CliResult refused = run_cli(sweep("others", more));
            QCOMPARE(refused.exit, 1);
            QVERIFY2(refused.err.contains(file + ": of another specification (stream.seed=0, "),
                     qPrintable(refused.err));
        }
        QCOMPARE(cells_in("others"), qsizetype(1));
    }

    void a_list_tells_number_id_state_and_fields() {
        const CliResult text = run_cli(sweep("alone", {"--list", "--shard", "2/3"}));
        QCOMPARE(text.exit, 0);
        QCOMPARE(text.out.count('\n'), 4);
        QVERIFY2(text.out.contains("finished  stream.seed=2, lanes[0].recipe.optimiser.rate=0.001"),
                 qPrintable(text.out));
        const CliResult json = in_slurm(sweep("nowhere", {"--list", "--json"}), {"SLURM_ARRAY_TASK_ID=1"});
        QVERIFY2(json.exit == 0, qPrintable(json.err));
        const Json cells = Json::parse(json.out.toStdString()).at("cells");
        QCOMPARE(cells.size(), std::size_t(8));
        QVERIFY(cells[3].at("cell") == 3 && cells[3].at("fields").at("stream.seed") == 1 &&
                cells[3].at("fields").at("lanes[0].recipe.optimiser.rate") == 0.01 &&
                cells[3].at("finished") == false && cells[3].at("id").get<std::string>().size() == 32);
        QVERIFY(!QFile::exists(m_setting.path("nowhere")));
    }

    void what_does_not_go_together_is_refused_data() {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QString>("said");
        QTest::newRow("json alone") << QStringList{"--json"} << "--json: has no effect without --list";
        QTest::newRow("two works") << QStringList{"--list", "--merge"} << "expected --list or --merge";
        QTest::newRow("merge of a part")
            << QStringList{"--merge", "--shard", "1/2"} << "--shard: has no effect beside --merge";
        QTest::newRow("shard 0") << QStringList{"--shard", "0/2"} << "--shard, before the stroke: expected";
        QTest::newRow("cells beyond") << QStringList{"--cells", "3-8"} << "--cells: expected a whole number";
        QTest::newRow("no array") << QStringList{"--cells", "task"} << "SLURM_ARRAY_TASK_ID: expected";
        QTest::newRow("unknown field") << QStringList{"--set", "stream.sead=1"} << "stream.sead: unknown key";
        QTest::newRow("set twice") << QStringList{"--set", "stream.seed=1"} << "expected each field once";
    }
    void what_does_not_go_together_is_refused() {
        QFETCH(QStringList, more);
        QFETCH(QString, said);
        const CliResult result = in_slurm(sweep("refused", more), {});
        QCOMPARE(result.exit, 1);
        QVERIFY2(result.err.contains(said), qPrintable(result.err));
        QVERIFY(!QFile::exists(m_setting.path("refused")));
    }

    void data_on_the_node_s_own_disk() {
        const QStringList staged = {"--stage", m_setting.path("disk")};
        const CliResult part = run_cli(sweep("staged", staged + QStringList{"--shard", "1/2"}));
        QVERIFY2(part.exit == 0, qPrintable(part.err));
        QVERIFY2(part.out.contains("data: fashion-mnist is in " + m_setting.path("disk")),
                 qPrintable(part.out));
        QVERIFY2(run_cli(sweep("staged", staged)).out.contains(" already: 2 files"), "copied again");
        expect_same_results("staged");
    }

    void a_figure_is_shared_out_likewise() {
        const auto figure = [&](const QString& out, const QStringList& more) {
            return QStringList{"reproduce",  "fig2bcd",
                               "--seeds",    "0,1,2",
                               "--images",   "64",
                               "--device",   "cpu",
                               "--data-dir", m_setting.path("data"),
                               "--model",    m_setting.path("model.safetensors"),
                               "--out",      m_setting.path(out)} +
                   more;
        };
        QCOMPARE(in_slurm(figure("whole", {}), {}).exit, 0);
        QCOMPARE(in_slurm(figure("whole", {"--merge"}), {}).exit, 0);
        for (int rank = 0; rank < 2; ++rank)
            QCOMPARE(
                in_slurm(figure("parts", {}), {"SLURM_PROCID=" + QString::number(rank), "SLURM_NTASKS=2"})
                    .exit,
                0);
        QVERIFY(!QFile::exists(m_setting.path("parts/fig2bcd.md")));
        const CliResult merged = run_cli(figure("parts", {"--merge"}));
        QVERIFY2(merged.exit == 0, qPrintable(merged.err));
        QVERIFY(QFile::exists(m_setting.path("parts/fig2bcd.md")));
        QVERIFY(!content("whole/fig2bcd.merged.csv").isEmpty());
        for (const char* ending : {".merged.csv", ".merged.json"})
            QCOMPARE(content(QString("parts/fig2bcd") + ending), content(QString("whole/fig2bcd") + ending));
    }

    void the_script_for_one_machine() {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("LAB_CLI", LAB_BINARY_DIR "/bin/collapse-lab-cli");
        process.setProcessEnvironment(environment);
        const QString script = LAB_SOURCE_DIR "/packaging/cluster/local-xargs.sh";
        process.start(script, QStringList{"3"} + sweep("xargs"));
        QVERIFY(process.waitForFinished(120000));
        const QByteArray err = process.readAllStandardError();
        if (process.exitCode() == 127)
            QSKIP("bash, xargs or env is not here");
        QVERIFY2(process.exitCode() == 0, err.constData());
        expect_same_results("xargs");
        // A signal reaches every process, and the same call goes on.
        const QStringList arguments = QStringList{"2"} + sweep("xargs2", {"--heartbeat", "1"}, 100000);
        process.start(script, arguments);
        QByteArray told;
        QTRY_VERIFY_WITH_TIMEOUT((told += process.readAllStandardError()).count("[heartbeat ") > 2, 60000);
        kill(pid_t(process.processId()), SIGTERM);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 3);
        told += process.readAllStandardError();
        QVERIFY2(told.count("interrupted by SIGTERM after 0 of 4 runs") == 2, told.constData());
    }
};

QTEST_GUILESS_MAIN(TestCliSweep)
#include "test_cli_sweep.moc"
