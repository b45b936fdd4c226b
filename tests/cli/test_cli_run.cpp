#include "tests/cli/cli_program.h"

#include "core/image/image_file.h"
#include "core/record/recording_file.h"
#include "tests/reference_data.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include <map>

using Json = nlohmann::json;

class TestCliRun : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    CliSetting m_setting{m_folder.path()};

    std::string content(const QString& name) const {
        const auto bytes = test_files::read(m_setting.path(name).toStdString());
        return {bytes.begin(), bytes.end()};
    }

    std::vector<Json> lines(const QString& name) const {
        std::vector<Json> all;
        for (const QString& line : QString::fromStdString(content(name)).split('\n', Qt::SkipEmptyParts))
            all.push_back(Json::parse(line.toStdString()));
        return all;
    }

    /// The table without the times, which differ from run to run.
    static QStringList table(const std::string& csv) {
        QStringList rows = QString::fromStdString(csv).split('\n', Qt::SkipEmptyParts);
        const qsizetype keep = rows.value(0).split(',').indexOf("forward_ms");
        for (QString& row : rows)
            row = row.split(',').mid(0, keep).join(',');
        return rows;
    }

  private Q_SLOTS:
    void every_command_explains_itself() {
        const CliResult all = run_cli({"--help"});
        QCOMPARE(all.exit, 0);
        QStringList commands;
        bool listed = false;
        for (const QString& line : all.out.split('\n')) {
            if (line.startsWith("Subcommands"))
                listed = true;
            else if (!line.startsWith("  "))
                listed = listed && line.isEmpty();
            else if (listed && line.size() > 2 && line[2] != ' ')
                commands << line.simplified().section(' ', 0, 0);
        }
        for (const char* expected : {"run", "train", "parity", "info", "corrupt"})
            QVERIFY2(commands.contains(expected), qPrintable(all.out));
        for (const QString& command : commands) {
            const CliResult help = run_cli({command, "--help"});
            QVERIFY2(help.exit == 0 && help.out.contains("Usage") && help.err.isEmpty(), qPrintable(command));
        }
        QCOMPARE(run_cli({"--version"}).exit, 0);
    }

    void wrong_usage_has_a_code_of_its_own() {
        for (const QStringList& arguments : {QStringList{},
                                             {"fly"},
                                             {"run"},
                                             {"run", "--fly"},
                                             {"parity"},
                                             {"train", "--architecture", "lenet", "--out", "x"},
                                             {"corrupt", "x", "--out", "y", "--severity", "6"}}) {
            const CliResult result = run_cli(arguments);
            QVERIFY2(result.exit >= 100, qPrintable(arguments.join(' ')));
            QVERIFY2(!result.err.isEmpty(), qPrintable(arguments.join(' ')));
        }
    }

    void info_names_what_can_be_chosen() {
        const CliResult result = run_cli({"info"});
        QCOMPARE(result.exit, 0);
        for (const char* word : {"LibTorch", "zerosiam", "label_shift", "gaussian_noise", "default", "cpu"})
            QVERIFY2(result.out.contains(word), word);
    }

    void info_names_what_can_be_set_in_a_recipe() {
        const CliResult result = run_cli({"info", "--fields"});
        QCOMPARE(result.exit, 0);
        for (const char* row :
             {"| `optimiser.momentum` | Momentum | 0 to below 1 |", "| `trained.kind` |",
              "| `alignment.predictor` | Predictor | one of none, linear, fixed_random, mlp |"})
            QVERIFY2(result.out.contains(row), row);
        QVERIFY(!result.out.contains("LibTorch"));
        for (const char* command :
             {"run", "drift"}) // where fields are set, the help says where they are listed
            QVERIFY2(run_cli({command, "--help"}).out.contains("info --fields"), command);
    }

    void a_run_writes_its_files() {
        const CliResult result = run_cli(m_setting.run("out/a"));
        QVERIFY2(result.exit == 0, qPrintable(result.err));
        QVERIFY(result.sentences().isEmpty());
        std::map<int, int> steps;
        for (const Json& line : lines("out/a/records.jsonl")) {
            QVERIFY(line.at("type") == "record");
            QCOMPARE(line.at("step").get<int>(), ++steps[line.at("lane").get<int>()]);
            QCOMPARE(line.at("predictions").size(), std::size_t(16));
        }
        QVERIFY(steps == (std::map<int, int>{{0, 8}, {1, 8}, {2, 8}}));
        const QStringList rows = table(content("out/a/records.csv"));
        QCOMPARE(rows.size(), 1 + 24);
        QVERIFY(rows[1].startsWith("Tent,tent,fashion-mnist,"));
        const Json summary = Json::parse(content("out/a/summary.json"));
        QCOMPARE(summary.at("lanes").size(), std::size_t(3));
        for (const Json& lane : summary.at("lanes")) {
            QVERIFY(lane.at("steps") == 8 && lane.at("images") == 128);
            QVERIFY(result.out.contains(QString::fromStdString(lane.at("name"))));
        }
        QVERIFY(result.out.contains(m_setting.path("out/a")));

        // The summary holds the specification: run again from it, the table is the same, digit for digit.
        const QString spec = m_setting.path("again.json");
        const std::string text = summary.at("specification").dump();
        test_files::write(spec.toStdString(), {text.begin(), text.end()});
        QCOMPARE(run_cli({"run", spec, "--out", m_setting.path("out/b")}).exit, 0);
        QCOMPARE(table(content("out/b/records.csv")), rows);
        QCOMPARE(run_cli({"run", spec, "--out", m_setting.path("out/c"), "--set", "stream.seed=2"}).exit, 0);
        QVERIFY(table(content("out/c/records.csv")) != rows);
    }

    void a_switch_is_thrown_at_its_step() {
        const QStringList off = {"--switch", "3:lanes[1].recipe.alignment.stop_gradient=false", "--switch",
                                 "5:lanes[0].recipe.adapts=false"};
        QCOMPARE(run_cli(m_setting.run("switched", off)).exit, 0);
        std::vector<std::pair<int, int>> thrown;
        std::map<std::pair<int, int>, int> kept;
        for (const Json& line : lines("switched/records.jsonl"))
            if (line.at("type") == "event") {
                QVERIFY(line.at("kind") == "switch_thrown");
                thrown.emplace_back(line.at("step"), line.at("lane"));
            } else {
                kept[{line.at("lane"), line.at("step")}] = line.at("kept");
            }
        QCOMPARE(thrown, (std::vector<std::pair<int, int>>{{3, 1}, {5, 0}}));
        QVERIFY((kept[{0, 4}] == 16 && kept[{0, 5}] == 0 && kept[{1, 8}] == 16));
    }

    void a_recording_is_run_again_with_its_switches() {
        const QStringList off = {"--switch", "3:lanes[1].recipe.alignment.stop_gradient=false", "--switch",
                                 "5:lanes[0].recipe.adapts=false"};
        QCOMPARE(run_cli(m_setting.run("first", off)).exit, 0);
        const QString recording = m_setting.path("first/recording.collapselab");
        const CliResult again = run_cli({"replay", recording, "--out", m_setting.path("again")});
        QVERIFY2(again.exit == 0, qPrintable(again.err));
        QVERIFY(again.out.contains("24 of 24 records compared: equal, times excepted"));
        QVERIFY(!again.out.contains("differs:"));
        QCOMPARE(table(content("again/records.csv")), table(content("first/records.csv")));
        QCOMPARE(run_cli({"replay", m_setting.path("again/recording.collapselab")}).exit, 0);
        QCOMPARE(run_cli({"replay", recording, "--out", m_setting.path("again")}).exit, 1); // holds a run
    }

    void a_recording_that_is_not_the_same_again_says_where() {
        QCOMPARE(run_cli(m_setting.run("honest")).exit, 0);
        lab::Recording recording =
            lab::load_recording(m_setting.path("honest/recording.collapselab").toStdString());
        recording.records.at(10).entropy += 1;
        recording.info.device.threads = 7;
        recording.info.weights = "others";
        const QString changed = m_setting.path("changed.collapselab");
        lab::save_recording(changed.toStdString(), recording);
        const CliResult result = run_cli({"replay", changed});
        QCOMPARE(result.exit, 1);
        QVERIFY(result.out.contains("differs: device: recorded with CPU, 7 threads, now CPU, 1 thread"));
        QVERIFY(result.out.contains("differs: weights: recorded with others, now "));
        QVERIFY2(result.sentences().last().contains("record 11 (lane 2, step 4): entropy was "),
                 qPrintable(result.err));
        recording.events.push_back({0, 0, 2, lab::SwitchThrown{{}, {}, "as before"}});
        lab::save_recording(changed.toStdString(), recording);
        QVERIFY(run_cli({"replay", changed}).err.contains("recorded as \"as before\" alone"));
        QCOMPARE(run_cli({"replay", m_setting.path("nowhere.collapselab")}).exit, 1);
    }

    void states_are_saved_and_taken_up() {
        QCOMPARE(run_cli(m_setting.run("states", {"--save-states"})).exit, 0);
        const QString state = m_setting.path("states/lane0-tent.state.safetensors");
        QVERIFY(QFile::exists(state));
        QVERIFY(!QFile::exists(m_setting.path("states/lane2-no_adaptation.state.safetensors")));
        const QStringList from = {"--set", "lanes[2].start_from=" + state};
        QCOMPARE(run_cli(m_setting.run("taken", from)).exit, 0);
        const QStringList before = table(content("states/records.csv")),
                          after = table(content("taken/records.csv"));
        QCOMPARE(after[1], before[1]);
        QVERIFY(after[3] != before[3]);
    }

    void corrupt_writes_a_tree_of_pictures() {
        lab::write_png(test_files::picture(32, 32, 3), m_setting.path("picture.png").toStdString());
        const QStringList arguments = {"corrupt",
                                       m_setting.path("picture.png"),
                                       "--out",
                                       m_setting.path("tree"),
                                       "--corruption",
                                       "fog",
                                       "contrast",
                                       "--severity",
                                       "1",
                                       "5"};
        const CliResult result = run_cli(arguments);
        QVERIFY2(result.exit == 0, qPrintable(result.err));
        for (const char* name : {"fog/1", "fog/5", "contrast/1", "contrast/5"})
            QVERIFY2(QFile::exists(m_setting.path("tree/" + QString(name) + "/picture.png")), name);
        QVERIFY(result.out.startsWith("4 pictures written"));
    }

    void the_shipped_default_runs() {
        const QString model = QString(LAB_SOURCE_DIR) + "/resources/models/resnet-gn.safetensors";
        if (!QFile::exists(model))
            QSKIP("There is no trained model in resources/models here.");
        if (run_cli({"info"}).out.contains("not found: Fashion-MNIST"))
            QSKIP("Fashion-MNIST is not installed here.");
        const QString out = m_setting.path("default");
        const CliResult result = run_cli(
            {"run", "--preset", "default", "--set", "stream.images=128", "--set", "threads=1", "--out", out});
        QVERIFY2(result.exit == 0, qPrintable(result.err));
        QCOMPARE(table(content("default/records.csv")).size(), 1 + 3 * 2);
    }

    void parity_is_met() {
        const std::string golden = reference_data("golden/adapt");
        if (golden.empty())
            QSKIP("The reference data has no golden traces here.");
        const CliResult result = run_cli({"parity", QString::fromStdString(golden)});
        QVERIFY2(result.exit == 0, qPrintable(result.out));
        QVERIFY(result.out.contains(" matched, 0 mismatched, 0 not known"));
    }
};

QTEST_GUILESS_MAIN(TestCliRun)
#include "test_cli_run.moc"
