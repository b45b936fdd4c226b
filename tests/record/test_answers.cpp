#include "core/record/answers_line.h"
#include "core/record/detail_line.h"
#include "core/record/recording_file.h"
#include "core/record/summary.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <sstream>

using namespace lab;
using Json = nlohmann::ordered_json;

namespace {

AnswerDetail right_answer() {
    AnswerDetail a;
    a.text = "8*3=4;#6";
    a.found = "6";
    a.verdict = AnswerVerdict::right;
    a.steps = 1;
    a.tokens = {14, 3, 2};
    a.entropy = {as_kept(0.123456), 0, as_kept(1.5)};
    a.log_probability = {as_kept(-0.00004), as_kept(-2.71828), 0};
    a.counted = "110";
    for (int i = 0; i < 15; ++i) {
        a.top_tokens.push_back(i < 5 ? i : 14 - i);
        a.top_log_probabilities.push_back(as_kept(-0.1 * i));
    }
    a.online_top_tokens = a.top_tokens;
    a.online_top_log_probabilities = a.top_log_probabilities;
    return a;
}

AnswerDetail endless_answer() {
    AnswerDetail a;
    a.text = "�777";
    a.verdict = AnswerVerdict::unended;
    a.steps = 0;
    a.first_wrong = 0;
    a.tokens = {9};
    a.entropy = {as_kept(0.0001)};
    a.log_probability = {as_kept(-1e-3)};
    a.counted = "1";
    return a;
}

BatchDetail sample() {
    BatchDetail detail;
    detail.step = 7;
    detail.samples = {96, 4'000'000'000};
    detail.labels = {6, 3};
    detail.questions = {{"7+8*3-5=?", "6", "8*3=4;7+4=1;1-5=6;#6"}, {"ä?", "\xff", ""}};
    detail.vocabulary = {{2, "<end>"}, {3, "\xe4\xbd"}, {9, "7"}, {14, "8"}};
    for (const int lane : {0, 1}) {
        StepDetail& d = detail.lanes.emplace_back();
        d.lane = lane;
        d.step = 7;
        d.answers = {right_answer(), endless_answer()};
    }
    detail.lanes[1].answers[0].online_top_tokens.clear();
    detail.lanes[1].answers[0].online_top_log_probabilities.clear();
    return detail;
}

void expect_same(const BatchDetail& a, const BatchDetail& b) {
    QCOMPARE(a.step, b.step);
    QVERIFY(a.samples == b.samples && a.labels == b.labels);
    QVERIFY(a.questions == b.questions && a.vocabulary == b.vocabulary);
    QCOMPARE(a.lanes.size(), b.lanes.size());
    for (std::size_t i = 0; i < a.lanes.size(); ++i) {
        QCOMPARE(a.lanes[i].lane, b.lanes[i].lane);
        QCOMPARE(b.lanes[i].step, b.step);
        QVERIFY(a.lanes[i].answers == b.lanes[i].answers);
    }
}

Recording recording() {
    Recording recording;
    recording.spec = language_experiment("chain-arithmetic", "/m");
    for (int i = 0; i < 10; ++i)
        recording.info.class_names.push_back(std::to_string(i));
    recording.info.total_steps = 7;
    recording.info.total_images = 14;
    StepRecord record;
    record.step = 7;
    record.lane = 1;
    record.batch_size = 2;
    record.images_seen = 14;
    record.tokens = 52;
    record.rows = 52;
    record.kept = 40; // more than there are questions
    record.periodic_tail = 0.25;
    record.ended_share = 0.5;
    record.predictions = {6, 3};
    record.labels = {6, 3};
    recording.records = {record};
    return recording;
}

} // namespace

/// Answers in files: as they were, or refused.
class TestAnswers : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void they_round_trip() {
        const BatchDetail before = sample();
        const std::string line = to_json_line(before);
        const BatchDetail after = detail_from_json_line(line, 2, 10);
        expect_same(before, after);
        QCOMPARE(to_json_line(after), line);
        QCOMPARE(line.find('\n'), std::string::npos);
        QVERIFY(line.starts_with("{\"type\":\"answers\",\"version\":1,\"step\":7,"));
    }

    void numbers_are_kept_as_files_hold_them() {
        QCOMPARE(as_kept(0.123456), 0.1235f);
        QCOMPARE(as_kept(-0.00004), 0.0f);
        BatchDetail detail = sample();
        detail.lanes[0].answers[0].entropy[1] = std::nanf("");
        const std::string line = to_json_line(detail);
        QVERIFY(line.find("[0.1235,null,1.5]") != std::string::npos);
        QVERIFY(std::isnan(detail_from_json_line(line, 2, 10).lanes[0].answers[0].entropy[1]));
    }

    void a_recording_takes_them_along() {
        QTemporaryDir folder;
        const std::string path = folder.filePath("run.collapselab").toStdString();
        DetailStore details;
        details.add(std::make_shared<BatchDetail>(sample()));
        save_recording(path, recording(), details);
        DetailStore read;
        const Recording found = load_recording(path, &read);
        QVERIFY(found.spec == recording().spec);
        QCOMPARE(found.records[0].tokens, 52.0);
        QCOMPARE(found.records[0].kept, 40);
        QVERIFY(std::isnan(found.records[0].steps_right));
        QVERIFY(read.at(7));
        expect_same(sample(), *read.at(7));
    }

    void a_lane_that_comes_later_brings_its_tokens() {
        DetailStore store;
        store.add(std::make_shared<BatchDetail>(sample()));
        BatchDetail fork = sample();
        fork.lanes.resize(1);
        fork.lanes[0].lane = 2;
        fork.vocabulary = {{1, "x"}, {9, "7"}, {20, "y"}};
        store.add(std::make_shared<BatchDetail>(fork));
        const BatchDetailPtr both = store.at(7);
        QCOMPARE(both->lanes.size(), std::size_t(3));
        QCOMPARE(both->questions.size(), std::size_t(2));
        const std::vector<TokenText> all = {{1, "x"}, {2, "<end>"}, {3, "\xe4\xbd"},
                                            {9, "7"}, {14, "8"},    {20, "y"}};
        QVERIFY(both->vocabulary == all);
        QVERIFY(store.bytes() > 1000);
    }

    void columns_are_those_of_language() {
        const std::string csv = to_csv(recording());
        const std::string head = csv.substr(0, csv.find('\n'));
        for (const char* name : {",periodic_tail", ",tokens", ",entropy", ",unadapted_divergence", ",kept"})
            QVERIFY2(head.find(name) != std::string::npos, name);
        QVERIFY(csv.find("Tent,tent,chain-arithmetic,/m,shuffled,") != std::string::npos);
        Recording pictures = recording();
        pictures.spec = default_experiment();
        const std::string other = to_csv(pictures);
        QCOMPARE(other.find("periodic_tail"), std::string::npos);
    }

    void hostile_lines_are_refused_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* path, const char* value, const char* sentence) {
            QTest::newRow((std::string(path) + value).c_str()) << path << value << sentence;
        };
        row("/version", "2", "\"version\" is 2: a newer Collapse Lab wrote these answers: expected 1");
        row("/version", "0", "\"version\": expected");
        row("/step", "0", "\"step\": expected");
        row("/step", "1e300", "\"step\": expected");
        row("/samples", "[1]", "\"samples\" holds 1 values: expected 2");
        row("/labels/0", "10", "\"labels\": expected");
        row("/questions", "{}", "\"questions\" is no list: {}");
        row("/questions/0/question", "3", "question: expected a text, found 3");
        row("/vocabulary/0", "[1]", "\"vocabulary\" holds [1]: expected an id and a text");
        row("/lanes/0/lane", "2", "names a lane that is not there: 2");
        row("/lanes/0/answers", "[]", "\"answers\" holds 0 values: expected 2");
        row("/lanes/0/answers/0/verdict", "\"good\"", "\"verdict\" is \"good\": expected right");
        row("/lanes/0/answers/0/tokens/0", "-1", "\"tokens\": expected");
        row("/lanes/0/answers/0/tokens", "[1,2]", "\"entropy\" holds 3 values: expected 2");
        row("/lanes/0/answers/0/entropy/0", "\"a\"", "\"entropy\" holds \"a\": expected a number or null");
        row("/lanes/0/answers/0/counted", "\"1x0\"", "\"counted\" is \"1x0\": expected 0 and 1");
        row("/lanes/0/answers/0/top_tokens", "[1]", "\"top_tokens\" holds 1 values: expected 15");
        row("/lanes/0/answers/0/top_log_probabilities", "[]",
            "\"top_log_probabilities\" holds 0 values: expected 15");
    }
    void hostile_lines_are_refused() {
        QFETCH(QString, path);
        QFETCH(QString, value);
        QFETCH(QString, sentence);
        Json json = answers_value(sample());
        json[Json::json_pointer(path.toStdString())] = Json::parse(value.toStdString());
        const std::string found = test_files::sentence_of([&] { detail_from_json_line(json.dump(), 2, 10); });
        QVERIFY2(found.starts_with(sentence.toStdString()), found.c_str());
    }

    void a_line_that_lacks_something_is_refused() {
        for (const char* name :
             {"version", "step", "samples", "labels", "questions", "vocabulary", "lanes"}) {
            Json json = answers_value(sample());
            json.erase(name);
            QCOMPARE(test_files::sentence_of([&] { detail_from_json_line(json.dump(), 2, 10); }),
                     "has no \"" + std::string(name) + "\"");
        }
        for (const char* name :
             {"text", "found", "verdict", "tokens", "entropy", "log_probability", "counted"}) {
            Json json = answers_value(sample());
            json["lanes"][0]["answers"][0].erase(name);
            QCOMPARE(test_files::sentence_of([&] { detail_from_json_line(json.dump(), 2, 10); }),
                     "has no \"" + std::string(name) + "\"");
        }
    }
};

QTEST_GUILESS_MAIN(TestAnswers)
#include "test_answers.moc"
