#include "core/catalogue/command_line.h"

#include "core/catalogue/catalog.h"
#include "core/catalogue/preset.h"
#include "core/spec/spec_json.h"

#include <QProcess>
#include <QtTest>

using namespace lab;

/// The command line that makes an experiment makes that experiment.
class TestCommandLine : public QObject {
    Q_OBJECT

    static ExperimentSpec made_of(const std::vector<std::string>& assignments) {
        std::vector<Notice> notices;
        return preset_with("default", assignments, notices);
    }
    /// But for fields without an effect, as the predictor's rate of a lane without one.
    static void expect_same(const ExperimentSpec& spec) {
        const std::vector<std::string> assignments = assignments_for(spec);
        std::string all;
        for (const std::string& assignment : assignments)
            all += assignment + "\n";
        const ExperimentSpec made = made_of(assignments);
        QVERIFY2(assignments_for(made) == assignments, all.c_str());
        ExperimentSpec plain = made, wanted = spec;
        QCOMPARE(made.lanes.size(), spec.lanes.size());
        for (std::size_t i = 0; i < plain.lanes.size(); ++i)
            for (ExperimentSpec* one : {&plain, &wanted})
                if (Recipe& recipe = one->lanes[i].recipe; recipe.alignment.predictor == PredictorKind::none)
                    recipe.optimiser.predictor_rate = 0;
        QVERIFY2(plain == wanted, all.c_str());
    }

  private Q_SLOTS:
    void the_default_needs_no_settings() {
        QVERIFY(assignments_for(default_experiment()).empty());
        QCOMPARE(command_line_of(default_experiment(), "out/first"),
                 std::string("collapse-lab-cli run --out out/first"));
    }
    void presets_data() {
        QTest::addColumn<QString>("id");
        for (const Choice& preset : preset_choices())
            QTest::newRow(preset.id.c_str()) << QString::fromStdString(preset.id);
    }
    void presets() {
        QFETCH(QString, id);
        expect_same(preset_experiment(id.toStdString()));
    }
    void edited_data() {
        QTest::addColumn<QStringList>("edits");
        QTest::newRow("seed") << QStringList{"stream.seed=18446744073709551615"};
        QTest::newRow("a lane's switch") << QStringList{"lanes[1].recipe.alignment.stop_gradient=false"};
        QTest::newRow("a name with quotes") << QStringList{"lanes[0].name=it's \"Tent\""};
        QTest::newRow("another model and batch") << QStringList{"model=vit", "stream.batch_size=1"};
        QTest::newRow("a rate by hand on another batch")
            << QStringList{"stream.batch_size=16", "lanes[0].recipe.optimiser.rate=0.0123456789012345"};
        QTest::newRow("one lane") << QStringList{"lanes=[{\"method\":\"sar\"}]"};
        QTest::newRow("four lanes") << QStringList{
            "lanes=[{\"method\":\"tent\"},{\"method\":\"tent\",\"recipe\":{\"optimiser\":"
            "{\"rate\":0.5}}},{\"method\":\"eata\"},{\"method\":\"no_adaptation\"}]"};
        QTest::newRow("another scenario")
            << QStringList{"stream.scenario=continual", "stream.corruption.severity=3", "machine.threads=2"};
        QTest::newRow("a folder with spaces") << QStringList{"data_dir=/media/my data/$HOME"};
    }
    void edited() {
        QFETCH(QStringList, edits);
        ExperimentSpec spec = default_experiment();
        std::vector<std::string> assignments;
        for (const QString& edit : edits)
            assignments.push_back(edit.toStdString());
        set_fields(spec, assignments);
        expect_same(spec);
    }
    void what_has_no_effect_is_left_out() {
        ExperimentSpec spec = default_experiment();
        spec.stream.scenario = ScenarioKind::continual; // goes through all corruptions
        spec.stream.corruption.kind = CorruptionKind::fog;
        for (const std::string& assignment : assignments_for(spec))
            QVERIFY2(!assignment.starts_with("stream.corruption.kind"), assignment.c_str());
    }
    void a_shell_reads_it() {
        ExperimentSpec spec = default_experiment();
        spec.lanes[0].name = "it's $HOME `x` \"y\" \\ *";
        const std::vector<std::string> assignments = assignments_for(spec);
        QProcess shell;
        const std::string line = command_line_of(spec, "an out");
        shell.start("sh", {"-c", QString::fromStdString("printf '%s\\n' " + line)});
        QVERIFY(shell.waitForFinished());
        QStringList words{"collapse-lab-cli", "run"};
        for (const std::string& assignment : assignments)
            words << "--set" << QString::fromStdString(assignment);
        words << "--out"
              << "an out";
        QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()).trimmed().split('\n'), words);
        QCOMPARE(assignments.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "test_command_line.moc"
