#include "core/record/recording_file.h"
#include "core/record/summary.h"

#include <QTemporaryDir>
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

    void a_summary_tells_how_far_the_run_came() {
        const auto told = [](const Recording& recording) {
            const Json json = Json::parse(summary_json(recording));
            return std::pair(json.at("complete").get<bool>(), json.at("ended").get<std::string>());
        };
        Recording recording = recording_of(1, {batch(1, {0}, {0}), batch(2, {0}, {0})});
        recording.info.total_steps = 2;
        QVERIFY(told(recording) == std::pair(true, std::string("at the end of the stream")));
        recording.info.total_steps = 3;
        QVERIFY(told(recording) == std::pair(false, std::string("stopped after step 2 of 3")));
        recording.events.push_back({0, 0, 2, LaneStopped{}});
        QVERIFY(told(recording) == std::pair(true, std::string("every lane had stopped after step 2 of 3")));
        recording.ended = "interrupted by SIGINT after step 2 of 3";
        QVERIFY(told(recording) == std::pair(false, recording.ended));
        recording.records.clear();
        QVERIFY(!told(recording).first);
    }

    void a_summary_tells_what_must_be_known() {
        Recording recording = recording_of(1, {});
        QVERIFY(Json::parse(summary_json(recording)).at("notices").empty());
        recording.info.notices = {{NoticeSubject::model, false, "8 groups assumed", "--groups"},
                                  {NoticeSubject::labels, true, "no names in common"}};
        const Json notices = Json::parse(summary_json(recording)).at("notices");
        QVERIFY(notices == Json::parse(R"([{"subject":"model","warning":false,"text":"8 groups assumed",
            "option":"--groups"},{"subject":"labels","warning":true,"text":"no names in common","option":""}])"));
    }

    /// Old file systems know other bytes; a summary is written whatever they are.
    void a_summary_of_texts_that_are_no_utf8() {
        Recording recording = recording_of(2, {batch(1, {0}, {0})});
        const std::string bytes = "b\xfc"
                                  "cher";
        recording.spec.lanes[0].name = recording.spec.data_dir = recording.spec.model = bytes;
        recording.info.data_title = recording.info.model_title = recording.info.class_names[0] = bytes;
        recording.info.notices = {{NoticeSubject::data, false, bytes}};
        recording.ended = bytes;
        const Json json = Json::parse(summary_json(recording));
        for (const char* field : {"data", "model", "ended"})
            QVERIFY(json.at(field) == "b\ufffdcher");
        QVERIFY(json.at("lanes")[0].at("name") == "b\ufffdcher");
        QVERIFY(json.at("specification").at("data").at("folder").at("shown") == "b\ufffdcher");
        QVERIFY(to_csv(recording).find("b\ufffdcher,tent,") != std::string::npos);
        QVERIFY(Json::parse(to_json_line(Event{0, -1, 1, PicturesDropped{{bytes}}})).at("pictures")[0] ==
                "b\ufffdcher");
    }

    /// Recordings of 0.1.0 know neither notices nor the step's severity and segment.
    void an_old_journal_opens_with_what_it_has() {
        Recording recording = recording_of(1, {batch(1, {0}, {0})});
        recording.records[0].severity = 5;
        recording.records[0].segment = 1;
        QTemporaryDir folder;
        const std::string path = folder.filePath("old.journal").toStdString();
        const auto without = [](const std::string& line, const std::vector<std::string>& fields) {
            auto json = nlohmann::ordered_json::parse(line);
            for (const std::string& field : fields)
                json.erase(field);
            return json.dump() + "\n";
        };
        write_file_atomically(path, recording_head(recording.spec) +
                                        without(recording_line(recording.info), {"notices"}) +
                                        without(to_json_line(recording.records[0]), {"severity", "segment"}));
        const Recording old = read_journal(path).recording;
        QCOMPARE(old.records.at(0).severity, StepRecord::unknown);
        QVERIFY(old.info.notices.empty());
        QVERIFY(Json::parse(to_json_line(old.records.at(0))).at("severity").is_null());
        write_file_atomically(path, recording_head(recording.spec) + recording_line(recording.info) + "\n" +
                                        to_json_line(recording.records[0]) + "\n");
        QCOMPARE(read_journal(path).recording.records.at(0).severity, 5);
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
