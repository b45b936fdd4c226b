#include "core/record/explanation.h"

#include "core/record/event.h"

#include <QtTest>

#include <cmath>

namespace {

using namespace lab;

/// Lane 0 answers class 7 to everything from step 13 on, after three steps of sevens; lane 1 stays right.
/// Flagged at 24 of 30. Ten pictures a step, classes 0 to 9 in turn but for steps 10 to 12.
Recording takeover() {
    Recording recording;
    recording.spec = default_experiment();
    recording.spec.lanes.resize(2);
    for (int step = 1; step <= 30; ++step)
        for (int lane = 0; lane < 2; ++lane) {
            StepRecord record;
            record.lane = lane;
            record.step = step;
            record.logit_norm = lane == 0 ? 3.0 + 0.1 * step : 3.0;
            record.entropy = lane == 0 ? 1.0 / step : 1.0;
            record.predictor_distance = lane == 0 ? StepRecord::nothing : 0.01 * step;
            record.collapsed_at = lane == 0 && step >= 24 ? 24 : 0;
            int right = 0;
            for (int i = 0; i < 10; ++i) {
                const int label = step >= 10 && step <= 12 ? 7 : i;
                const int said = lane == 0 && step >= 13 ? 7 : label;
                record.labels.push_back(label);
                record.predictions.push_back(said);
                right += label == said;
            }
            record.accuracy = right / 10.0;
            recording.records.push_back(record);
        }
    return recording;
}

} // namespace

class TestExplanation : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void a_class_takes_over() {
        const std::vector<LaneExplanation> all = explain(takeover());
        QCOMPARE(all.size(), std::size_t(2));
        const LaneExplanation& lane = all[0];
        QCOMPARE(lane.collapsed_at, 24);
        QCOMPARE(lane.steps, 24);
        QCOMPARE(lane.window, 10);
        QCOMPARE(lane.top_class, 7);
        QCOMPARE(lane.top_share, 1.0);
        QCOMPARE(lane.true_share, 0.1); // steps 15 to 24
        QCOMPARE(lane.taken.before, 0.0);
        QCOMPARE(lane.taken.after, 1.0);
        QCOMPARE(lane.turned_at, 13);
        QCOMPARE(lane.stream_class, 7);
        QCOMPARE(lane.stream_share, 1.0);
        QVERIFY(std::abs(lane.logit_norm.before - 3.55) < 1e-12);
        QVERIFY(std::abs(lane.logit_norm.after - 4.95) < 1e-12);
        QCOMPARE(lane.accuracy.before, 1.0);
        QCOMPARE(lane.accuracy.after, 0.1);
        QVERIFY(std::isnan(lane.distance.after));
        QCOMPARE(lane.switched_at, 0);
    }
    void a_lane_that_holds() {
        const LaneExplanation lane = explain(takeover())[1];
        QCOMPARE(lane.collapsed_at, 0);
        QCOMPARE(lane.steps, 30);
        QCOMPARE(lane.turned_at, 0);
        QCOMPARE(lane.stream_class, -1);
        QCOMPARE(lane.taken.after, 0.0);
        QVERIFY(std::abs(lane.distance.before - 0.055) < 1e-12);
        QVERIFY(std::abs(lane.distance.after - 0.255) < 1e-12);
    }
    void switches_up_to_the_collapse_count() {
        Recording recording = takeover();
        const Recipe began = recording.spec.lanes[0].recipe;
        Recipe hotter = began, hottest = began;
        hotter.optimiser.rate = 0.5;
        hottest.optimiser.rate = 5;
        recording.spec.lanes[0].recipe = hottest; // as a window's specification ends up
        recording.events.emplace_back(1, 0, 26, SwitchThrown{hotter, hottest});
        QVERIFY(explain(recording)[0].recipe == hotter); // the one after the collapse says nothing of it
        recording.events.insert(recording.events.begin(), Event(1, 0, 9, SwitchThrown{began, hotter}));
        const LaneExplanation lane = explain(recording)[0];
        QCOMPARE(lane.switched_at, 9);
        QVERIFY(lane.recipe == hotter);
        QVERIFY(explain(recording)[1].recipe == recording.spec.lanes[1].recipe);
    }
    void without_labels_little_is_known() {
        Recording recording = takeover();
        for (StepRecord& record : recording.records) {
            record.labels.assign(record.labels.size(), -1);
            record.accuracy = StepRecord::nothing;
        }
        const LaneExplanation lane = explain(recording)[0];
        QCOMPARE(lane.top_class, 7);
        QCOMPARE(lane.top_share, 1.0);
        QVERIFY(std::isnan(lane.true_share) && std::isnan(lane.taken.after) &&
                std::isnan(lane.accuracy.after));
        QCOMPARE(lane.turned_at, 0);
    }
    void up_to_a_step() {
        const Recording recording = takeover();
        const LaneExplanation early = explain(recording.records, 11)[0];
        QCOMPARE(early.collapsed_at, 0);
        QCOMPARE(early.steps, 11);
        QCOMPARE(early.window, 5);
        QCOMPARE(early.turned_at, 0);
        QVERIFY(!early.recipe && !early.began);
        QVERIFY(explain(recording.records, 0).empty());
    }
    void short_and_empty_recordings() {
        Recording recording = takeover();
        QVERIFY(explain(Recording{recording.spec, {}, {}, {}}).empty());
        recording.records.resize(2); // one step
        const LaneExplanation one = explain(recording)[0];
        QCOMPARE(one.window, 1);
        QCOMPARE(one.steps, 1);
        recording.records[0].lane = 9; // a lane that the specification does not know
        QCOMPARE(explain(recording).size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestExplanation)
#include "test_explanation.moc"
