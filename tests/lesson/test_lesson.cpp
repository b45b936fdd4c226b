#include "core/base/json_lines.h"
#include "core/lesson/lesson.h"
#include "core/lesson/lesson_check.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <fstream>

using namespace lab;
using test_files::sentence_of;

namespace {

const char* const head = R"({
  "format": "collapse-lab-lesson",
  "version": 1,
  "id": "own",
  "title": "Own",
  "summary": {"en": "A lesson", "de": "Eine Lektion"},
  "steps": [
)";

/// A lesson of one step with the given fields, which begin in line 9.
std::string lesson_with(const std::string& fields) {
    return std::string(head) + "    {\"id\": \"one\", \"title\": \"One\",\n" + fields + "\n    }\n  ]\n}\n";
}

/// Lane 0 at 10 %, lane 1 at 60 %, ten steps of ten images.
Recording sample() {
    Recording recording;
    recording.spec = default_experiment();
    recording.spec.lanes.resize(2);
    for (int step = 1; step <= 10; ++step)
        for (int lane = 0; lane < 2; ++lane) {
            StepRecord record;
            record.lane = lane;
            record.step = step;
            record.batch_size = 10;
            record.images_seen = step * 10;
            record.accuracy = record.accuracy_running = lane == 0 ? 0.1 : 0.6;
            record.entropy = step;
            record.predictions.assign(10, lane);
            recording.records.push_back(record);
        }
    recording.events = {{0, 1, 4, SwitchThrown{}}};
    return recording;
}

LessonCheck measure(const char* name, int lane) {
    LessonCheck check;
    check.measure = name;
    check.lane = lane;
    return check;
}

} // namespace

class TestLesson : public QObject {
    Q_OBJECT

    std::string write(const std::string& json,
                      const std::string& words = "## one\n\ntext\n\n## teacher\n\nnote\n") {
        const std::string file = folder_.filePath("own.json").toStdString();
        std::ofstream(file) << json;
        std::ofstream(folder_.filePath("own.en.md").toStdString()) << words;
        return file;
    }

  private Q_SLOTS:
    void controls_are_those_of_the_cards_and_of_the_setup() {
        const std::vector<std::string> names = lesson_controls();
        for (const char* name :
             {"seed", "predictor", "stop_gradient", "divergence", "alpha", "rate", "predictor_rate", "lanes"})
            QVERIFY2(std::find(names.begin(), names.end(), name) != names.end(), name);
        QCOMPARE(names.size(), std::size_t(17));
        QFile page(QStringLiteral(LAB_SOURCE_DIR "/resources/lessons/README.md"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QString words = QString::fromUtf8(page.readAll());
        for (const std::string& name : names)
            QVERIFY2(words.contains('`' + QString::fromStdString(name) + '`'), name.c_str());
    }

    void linesAreFound() {
        const auto lines = json_lines("{\n \"a\": [1,\n {\"b\\\"]\": \"}{\"}],\n\n \"c\": null}");
        QCOMPARE(lines.at(""), 1);
        QCOMPARE(lines.at("/a"), 2);
        QCOMPARE(lines.at("/a/1"), 3);
        QCOMPARE(lines.at("/a/1/b\\\"]"), 3);
        QCOMPARE(lines.at("/c"), 5);
    }

    void theProgramsLessonsAreWellFormed() {
        const auto files = lesson_files(std::string(LAB_SOURCE_DIR) + "/resources/lessons");
        QVERIFY(files.size() >= 6);
        for (const std::string& file : files) {
            const Lesson lesson = load_lesson(file);
            QVERIFY2(!lesson.steps.empty(), file.c_str());
            for (const char* language : {"en", "de", "zh"}) {
                QVERIFY2(lesson.title.words.contains(language), file.c_str());
                QVERIFY2(lesson.teacher.words.contains(language), file.c_str());
                for (const LessonStep& step : lesson.steps) {
                    QVERIFY2(step.text.words.contains(language), file.c_str());
                    for (const LessonCheck& check : step.checks)
                        QVERIFY2(check.text.words.contains(language), file.c_str());
                }
            }
        }
    }

    void mistakesAreToldWithTheirLine_data() {
        QTest::addColumn<QString>("fields");
        QTest::addColumn<QString>("expected");
        QTest::newRow("unknown key") << "\"experiment\": {},\n\"cheks\": []"
                                     << "own.json:10: steps[0].cheks: unknown key";
        QTest::newRow("no experiment") << "\"controls\": []"
                                       << "own.json:8: steps[0]: the first step needs";
        QTest::newRow("control") << "\"experiment\": {},\n\"controls\": [\"seed\",\n\"sed\"]"
                                 << "own.json:11: steps[0].controls[1]: expected one of data";
        QTest::newRow("field of the experiment") << "\"experiment\": {\n\"stream\": {\n\"seed\": -1}}"
                                                 << "own.json:11: steps[0].experiment.stream.seed: expected";
        QTest::newRow("unknown method") << "\"experiment\": {\n\"lanes\": [{\n\"method\": \"tnt\"}]}"
                                        << "own.json:11: steps[0].experiment.lanes[0].method";
        QTest::newRow("preset") << "\"experiment\": {\n\"preset\": \"nothing\"}"
                                << "own.json:10: steps[0].experiment.preset";
        QTest::newRow("task") << "\"experiment\": {},\n\"tasks\": [\"stream.sed=3\"]"
                              << "own.json:10: steps[0].tasks[0]: stream.sed";
        QTest::newRow("measure")
            << "\"experiment\": {},\n\"checks\": [{\"text\": \"t\", \"below\": 1,\n\"measure\": \"acuracy\"}]"
            << "own.json:11: steps[0].checks[0].measure: expected one of accuracy";
        QTest::newRow("no bound")
            << "\"experiment\": {},\n\"checks\": [{\"text\": \"t\", \"measure\": \"accuracy\"}]"
            << "own.json:10: steps[0].checks[0]: expected one of above";
        QTest::newRow("lane") << "\"experiment\": {},\n\"checks\": [{\"text\": \"t\", \"measure\": "
                                 "\"accuracy\", \"lane\": 3, \"above\": 0}]"
                              << "own.json:10: steps[0].checks[0]: expected lanes from 0 to 2, found 3";
        QTest::newRow("setting") << "\"experiment\": {},\n\"checks\": [{\"text\": \"t\", \"setting\": "
                                    "\"stream.sed\", \"equals\": 1}]"
                                 << "own.json:10: steps[0].checks[0].setting: is no field";
        QTest::newRow("answer") << "\"experiment\": {},\n\"question\": {\"text\": \"q\", \"why\": \"w\", "
                                   "\"options\": [\"a\", \"b\"],\n\"answer\": 2}"
                                << "own.json:11: steps[0].question.answer: expected the index";
        QTest::newRow("no JSON") << "\"experiment\": {},\n\"controls\": [,]"
                                 << "own.json:10: is no JSON";
    }

    void mistakesAreToldWithTheirLine() {
        QFETCH(QString, fields);
        QFETCH(QString, expected);
        const std::string file = write(lesson_with(fields.toStdString()));
        const std::string sentence = sentence_of([&] { load_lesson(file); });
        QVERIFY2(QString::fromStdString(sentence).contains(expected), sentence.c_str());
    }

    void mistakesInTheTextAreToldWithTheirLine() {
        const std::string good = lesson_with("\"experiment\": {}");
        const auto told = [&](const std::string& words, const char* expected) {
            const std::string file = write(good, words);
            const std::string sentence = sentence_of([&] { load_lesson(file); });
            QVERIFY2(sentence.find(expected) != std::string::npos, sentence.c_str());
        };
        told("## teacher\nnote\n", "own.en.md:1: has no part \"## one\"");
        told("## one\n\n## teacher\nnote\n", "own.en.md:1: the part \"one\" is empty");
        told("## one\ntext\n## teacher\nnote\n## two\nmore\n", "own.en.md:5: \"two\" is no step");
        told("## one\ntext\n## one\ntext\n", "own.en.md:3: the part \"one\" is there twice");
    }

    void stepsGoOnWhereTheOneBeforeEnded() {
        const std::string file =
            write(std::string(head) + "{\"id\": \"one\", \"title\": \"One\", \"experiment\": {\"stream\": "
                                      "{\"seed\": 4}}, \"tasks\": [\"stream.images=640\"]},\n"
                                      "{\"id\": \"two\", \"title\": \"Two\"}]}",
                  "## one\na\n## two\nb\n## teacher\nc\n");
        const Lesson lesson = load_lesson(file);
        QVERIFY(lesson.steps[0].sets_up);
        QVERIFY(!lesson.steps[1].sets_up);
        QCOMPARE(lesson.steps[1].experiment.stream.seed, std::uint64_t(4));
        QCOMPARE(lesson.steps[1].experiment.stream.images, std::int64_t(640));
        QCOMPARE(lesson.summary.in("de"), std::string("Eine Lektion"));
        QCOMPARE(lesson.summary.in("zh"), std::string("A lesson"));
    }

    void checksLookAtTheRecording() {
        const Recording recording = sample();
        LessonCheck check = measure("accuracy_last_fifth", 0);
        check.below = 0.2;
        QVERIFY(evaluate(check, recording).holds);
        QCOMPARE(evaluate(check, recording).value, 0.1);
        check.below = 0.05;
        QVERIFY(!evaluate(check, recording).holds);

        LessonCheck ahead = measure("accuracy", 1);
        ahead.above_lane = 0;
        ahead.by = 0.4;
        QVERIFY(evaluate(ahead, recording).holds);
        ahead.by = 0.6;
        QVERIFY(!evaluate(ahead, recording).holds);

        LessonCheck mean = measure("entropy", 0);
        mean.from = 3;
        mean.to = 5;
        mean.above = 3.9;
        QCOMPARE(evaluate(mean, recording).value, 4.0);
        QVERIFY(evaluate(mean, recording).holds);

        LessonCheck thrown;
        thrown.event = "switch_thrown";
        thrown.lane = 1;
        QVERIFY(evaluate(thrown, recording).holds);
        thrown.lane = 0;
        QVERIFY(!evaluate(thrown, recording).holds);

        LessonCheck set;
        set.setting = "lanes[1].recipe.alignment.stop_gradient";
        set.equals = "true";
        QVERIFY(evaluate(set, recording).holds);
        set.equals = "false";
        QVERIFY(!evaluate(set, recording).holds);
    }

    void whatIsNotThereNeverHolds() {
        LessonCheck nowhere = measure("accuracy", 7);
        nowhere.below = 1;
        QVERIFY(!evaluate(nowhere, sample()).holds);
        LessonCheck late = measure("entropy", 0);
        late.from = late.to = 99;
        late.below = 1e9;
        QVERIFY(!evaluate(late, sample()).holds);
    }

  private:
    QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(TestLesson)
#include "test_lesson.moc"
