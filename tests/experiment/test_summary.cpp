#include "core/experiment/summary.h"

#include <QtTest>
#include <nlohmann/json.hpp>

#include <cmath>

using namespace lab;
using Json = nlohmann::json;

namespace {

StepRecord batch(int step, std::vector<int> labels, std::vector<int> predictions) {
    StepRecord r;
    r.step = step;
    r.batch_size = static_cast<int>(labels.size());
    r.images_seen = static_cast<std::int64_t>(step) * r.batch_size;
    r.labels = std::move(labels);
    r.predictions = std::move(predictions);
    return r;
}

Recording recording_of(int classes, const std::vector<StepRecord>& records) {
    Recording recording;
    recording.spec = default_experiment();
    recording.spec.lanes.resize(1);
    for (int c = 0; c < classes; ++c)
        recording.info.class_names.push_back("class " + std::to_string(c));
    recording.records = records;
    return recording;
}

} // namespace

class TestSummary : public QObject {
    Q_OBJECT
  private Q_SLOTS:

    /// Class 0: two of three, class 1: none of two, class 2 never comes; one picture without a label.
    void recall_and_confusion_by_hand() {
        const Recording recording =
            recording_of(3, {batch(1, {0, 0, 1}, {0, 2, 0}), batch(2, {0, 1, -1}, {0, 2, 1})});
        const LaneSummary lane = summarise(recording)[0];
        QCOMPARE(lane.recall.size(), std::size_t(3));
        QCOMPARE(lane.recall[0], 2.0 / 3);
        QCOMPARE(lane.recall[1], 0.0);
        QVERIFY(std::isnan(lane.recall[2]));
        using Counts = std::vector<std::vector<std::int64_t>>;
        QCOMPARE(lane.confusion, Counts({{2, 0, 1}, {1, 0, 1}, {0, 0, 0}}));

        const Json json = Json::parse(summary_json(recording));
        QCOMPARE(json.at("class_names").size(), std::size_t(3));
        const Json& told = json.at("lanes")[0];
        QVERIFY(told.at("per_class_recall")[2].is_null());
        QVERIFY(told.at("confusion_label_by_prediction")[0] == Json({2, 0, 1}));
    }

    void a_thousand_classes_have_recall_but_no_matrix() {
        const LaneSummary lane = summarise(recording_of(1000, {batch(1, {999, 999}, {999, 0})}))[0];
        QCOMPARE(lane.recall.at(999), 0.5);
        QVERIFY(lane.confusion.empty());
    }

    void the_parts_of_a_step_add_up() {
        StepRecord first = batch(1, {0}, {0}), second = batch(2, {0}, {0});
        first.forward_ms = 1;
        first.backward_ms = 2;
        first.update_ms = 4;
        first.measure_ms = 8;
        second.forward_ms = 3;
        const LaneSummary lane = summarise(recording_of(1, {first, second}))[0];
        QCOMPARE(lane.ms_forward, 2.0);
        QCOMPARE(lane.ms_backward, 1.0);
        QCOMPARE(lane.ms_update, 2.0);
        QCOMPARE(lane.ms_measure, 4.0);
        QCOMPARE(lane.ms_per_step, 9.0);
    }
};

QTEST_GUILESS_MAIN(TestSummary)
#include "test_summary.moc"
