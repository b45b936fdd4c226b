#include "core/run/card_rates.h"
#include "core/spec/schedule_words.h"
#include "core/spec/spec_json.h"
#include "core/spec/spec_use.h"
#include "tests/support/test_files.h"

#include <QtTest>
#include <nlohmann/json.hpp>

using namespace lab;

/// Nothing is set in vain: a field without effect is refused where it is asked for, and told where it lies in
/// a file.
class TestSpecUse : public QObject {
    Q_OBJECT

    static std::string verdict(const std::vector<std::string>& assignments,
                               const std::vector<ExperimentSpec>& later = {}) {
        ExperimentSpec spec = default_experiment();
        set_fields(spec, assignments);
        return test_files::sentence_of([&] { expect_used(spec, assignments, later); });
    }

  private Q_SLOTS:
    void initTestCase() { read_rates_from_cards(); }

    void in_vain_data() {
        QTest::addColumn<QStringList>("assignments");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const QStringList& assignments, const char* sentence) {
            QTest::newRow(qPrintable(assignments.join(' '))) << assignments << sentence;
        };
        row({"stream.noise_batches=5"},
            "stream.noise_batches: has no effect: it is for the scenario noise_first, found label_shift");
        row({"stream.segments=[{\"images\":20}]"},
            "stream.segments: has no effect: it is for the scenario custom, found label_shift");
        row({"stream.blind_spot_top=5"},
            "stream.blind_spot_top: has no effect: it is for the scenario blind_spot, found label_shift");
        row({"stream={\"scenario\":\"mild\",\"imbalance_ratio\":3}"},
            "stream.imbalance_ratio: has no effect: it is for the scenario label_shift, found mild");
        row({"stream.scenario=ramp", "stream.corruption.severity=3"},
            "stream.corruption.severity: has no effect: the scenario ramp has its own");
        row({"stream.scenario=mixed", "stream.corruption.kind=fog"},
            "stream.corruption.kind: has no effect: the scenario mixed has its own");
        row({"stream.corruption={\"kind\":\"none\",\"severity\":2}"},
            "stream.corruption.severity: has no effect: the pictures are clean: stream.corruption.kind is "
            "none");
        row({"frost_dir=/tmp"}, "frost_dir: has no effect: the stream has no frost");
        row({"lanes[2].recipe.optimiser.rate=0.1"},
            "lanes[2].recipe.optimiser.rate: has no effect: the lane does not adapt");
        row({"lanes[0].recipe.alignment.alpha=2"},
            "lanes[0].recipe.alignment.alpha: has no effect: the recipe's alignment.predictor is none");
        row({"lanes[0].recipe.optimiser.rho=0.2"},
            "lanes[0].recipe.optimiser.rho: has no effect: the recipe's optimiser.kind is sgd");
        row({"lanes[0].recipe.optimiser.predictor_rate=0.2"},
            "lanes[0].recipe.optimiser.predictor_rate: has no effect: the recipe trains no predictor: "
            "alignment.predictor is none");
        row({"lanes[1].recipe.selection.plpd_threshold=0.1"},
            "lanes[1].recipe.selection.plpd_threshold: has no effect: the recipe's selection.kind is all");
        row({"lanes[1].recipe.recovery.threshold=0.1"},
            "lanes[1].recipe.recovery.threshold: has no effect: the recipe's recovery is not enabled");
        row({"lanes[0].reset=segment"},
            "lanes[0].reset: has no effect: the scenario label_shift has one segment");
        row({"lanes[2].reset=batch"}, "lanes[2].reset: has no effect: the lane does not adapt");
        row({"lanes=[{\"method\":\"tent\",\"recipe\":{\"optimiser\":{\"rho\":1}}}]"},
            "lanes[0].recipe.optimiser.rho: has no effect: the recipe's optimiser.kind is sgd");
    }
    void in_vain() {
        QFETCH(QStringList, assignments);
        QFETCH(QString, sentence);
        std::vector<std::string> all;
        for (const QString& assignment : assignments)
            all.push_back(assignment.toStdString());
        QCOMPARE(QString::fromStdString(verdict(all)), sentence);
    }

    void with_effect() {
        const std::string nothing = "nothing was thrown";
        QCOMPARE(verdict({"stream.noise_batches=5", "stream.scenario=noise_first"}), nothing);
        QCOMPARE(verdict({"stream.noise_batches=10"}), nothing); // the default
        QCOMPARE(verdict({"lanes[0].method=sar", "lanes[0].recipe.optimiser.rho=0.2"}), nothing);
        QCOMPARE(verdict({"lanes[2].method=tent", "lanes[2].recipe.optimiser.rate=0.2"}), nothing);
        QCOMPARE(verdict({"stream.scenario=continual", "lanes[0].reset=segment"}), nothing);
        QCOMPARE(verdict({"lanes[2].start_from=a.safetensors"}), nothing);
        QCOMPARE(verdict({"stream.scenario=continual", "frost_dir=/tmp"}), nothing);
        // A switch lets the lane adapt later.
        ExperimentSpec later = default_experiment();
        later.lanes[2].recipe.adapts = true;
        QCOMPARE(verdict({"lanes[2].recipe.optimiser.rate=0.1"}, {later}), nothing);
        // All that a summary holds, handed back as it is.
        const auto whole = nlohmann::json::parse(to_json(default_experiment()));
        QCOMPARE(verdict({"lanes=" + whole.at("lanes").dump()}), nothing);
    }

    void files_tell_what_they_hold_in_vain() {
        QVERIFY(unused_fields(default_experiment()).empty());
        ExperimentSpec spec = default_experiment();
        set_fields(spec, {"stream.noise_batches=5", "stream.segments=[{\"images\":5}]"});
        const std::vector<Notice> notices = unused_fields(spec);
        QCOMPARE(notices.size(), std::size_t(2));
        QCOMPARE(sentence_of(notices[0]),
                 std::string("data: stream.noise_batches has no effect: it is for the "
                             "scenario noise_first, found label_shift"));
        set_fields(spec, {"stream.scenario=custom"});
        QCOMPARE(unused_fields(spec).size(), std::size_t(1));
    }

    void schedules_in_words_data() {
        QTest::addColumn<QString>("stream");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("corruption");
        QTest::addColumn<int>("severity");
        const auto row = [](const char* stream, const char* words, const char* corruption, int severity) {
            QTest::newRow(stream) << stream << words << corruption << severity;
        };
        row(R"({"corruption":{"kind":"fog","severity":3}})", "Fog 3", "fog", 3);
        row(R"({"corruption":{"kind":"none"}})", "clean pictures", "none", 0);
        row(R"({"scenario":"ramp","corruption":{"kind":"fog"}})", "ramp: Fog 1 to 5 and back", "fog", -1);
        row(R"({"scenario":"mixed"})", "15 corruptions mixed, severity 5", "several", 5);
        row(R"({"scenario":"continual"})", "15 corruptions one after the other, severity 5", "several", 5);
        row(R"({"scenario":"noise_first","corruption":{"kind":"fog"}})",
            "10 batches of pure noise, then Fog 5", "fog", 5);
        row(R"({"scenario":"custom","segments":[{"images":20,"corruption":{"kind":"none"}},
             {"images":30,"corruption":{"kind":"fog","severity":2}}]})",
            "schedule: clean pictures (20), Fog 2 (30)", "several", -1);
    }
    void schedules_in_words() {
        QFETCH(QString, stream);
        QFETCH(QString, words);
        QFETCH(QString, corruption);
        QFETCH(int, severity);
        const StreamSpec spec = spec_from_json("{\"stream\":" + stream.toStdString() + "}").stream;
        QCOMPARE(QString::fromStdString(schedule_words(spec)), words);
        QCOMPARE(QString::fromStdString(corruption_of_all(spec)), corruption);
        QCOMPARE(severity_of_all(spec), severity);
    }
};

QTEST_GUILESS_MAIN(TestSpecUse)
#include "test_spec_use.moc"
