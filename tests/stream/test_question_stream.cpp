#include "core/stream/question_stream.h"
#include "core/text/text_shift.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <map>
#include <set>

using namespace lab;

namespace {

ExperimentSpec chains(int steps = 20) {
    ExperimentSpec spec = language_experiment("chain-arithmetic", "/m");
    spec.stream.steps = steps;
    spec.stream.seed = 3;
    return spec;
}

std::vector<StreamQuestion> all_of(const QuestionStream& stream) {
    std::vector<StreamQuestion> all;
    for (int step = 1; step <= stream.steps(); ++step)
        for (StreamQuestion& question : stream.batch(step))
            all.push_back(std::move(question));
    return all;
}

std::vector<std::int64_t> samples_of(const std::vector<StreamQuestion>& questions) {
    std::vector<std::int64_t> all;
    for (const StreamQuestion& question : questions)
        all.push_back(question.sample);
    return all;
}

} // namespace

class TestQuestionStream : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    /// Rows with the answers 0, 1, 2, 0, 1, 2, …
    ExperimentSpec of_file(int rows, const std::string& name = "questions.jsonl") const {
        const std::string path = m_folder.filePath(QString::fromStdString(name)).toStdString();
        std::ofstream file(path);
        for (int i = 0; i < rows; ++i)
            file << "{\"question\": \"What is " << i << " modulo 3?\", \"answer\": \"" << i % 3 << "\"}\n";
        file.close();
        ExperimentSpec spec = language_experiment(path, "/m");
        spec.stream.batch_size = 4;
        spec.stream.steps = 0;
        return spec;
    }

  private Q_SLOTS:
    void the_specification_alone_decides() {
        const QuestionStream one(chains()), other(chains());
        QCOMPARE(one.questions(), std::int64_t(320));
        QCOMPARE(one.steps(), 20);
        QCOMPARE(samples_of(one.batch(7)), samples_of(other.batch(7)));
        QCOMPARE(one.batch(7)[3].asked, all_of(other)[6 * 16 + 3].asked);
        ExperimentSpec seed = chains();
        seed.stream.seed = 4;
        QVERIFY(QuestionStream(seed).batch(1)[0].asked != one.batch(1)[0].asked);
        QVERIFY_THROWS_EXCEPTION(std::out_of_range, one.batch(0));
        QVERIFY_THROWS_EXCEPTION(std::out_of_range, one.batch(21));
    }

    void questions_of_a_task_are_those_for_tests() {
        std::set<std::int64_t> seen;
        for (const StreamQuestion& q : all_of(QuestionStream(chains()))) {
            QVERIFY(split_of(q.worked->question) == TaskSplit::test);
            QCOMPARE(q.asked, q.worked->question);
            QCOMPARE(q.solution, q.worked->solution());
            QCOMPARE(q.expected, std::to_string(q.label));
            QVERIFY(seen.insert(q.sample).second);
        }
    }

    void answers_in_order() {
        ExperimentSpec spec = chains(50);
        spec.stream.order = QuestionOrder::by_answer;
        spec.stream.imbalance_ratio = 1e9;
        const std::vector<StreamQuestion> all = all_of(QuestionStream(spec));
        std::map<int, int> slots;
        std::set<std::int64_t> seen;
        int changes = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            changes += i > 0 && all[i].label != all[i - 1].label ? 1 : 0;
            ++slots[all[i].label];
            QVERIFY(seen.insert(all[i].sample).second); // none comes twice
        }
        QCOMPARE(changes, 9);
        QCOMPARE(slots.size(), std::size_t(10));
        for (const auto& [label, count] : slots)
            QCOMPARE(count, 80);
        QCOMPARE(samples_of(all), samples_of(all_of(QuestionStream(spec))));
        spec.stream.seed = 9; // another order of answers
        QVERIFY(all_of(QuestionStream(spec)).front().label != all.front().label ||
                all_of(QuestionStream(spec)).back().label != all.back().label);
    }

    void the_imbalance_ratio_is_that_of_pictures() {
        ExperimentSpec spec = chains(200);
        spec.stream.order = QuestionOrder::by_answer;
        for (const auto& [ratio, least, most] :
             {std::tuple{1.0, 0.05, 0.15}, std::tuple{9.0, 0.45, 0.55}, std::tuple{81.0, 0.86, 0.94}}) {
            spec.stream.imbalance_ratio = ratio; // own share IR / (IR + 9)
            const std::vector<StreamQuestion> all = all_of(QuestionStream(spec));
            std::map<std::pair<int, int>, int> counts;
            for (std::size_t i = 0; i < all.size(); ++i)
                ++counts[{static_cast<int>(i * 10 / all.size()), all[i].label}];
            int own = 0;
            for (int slot = 0; slot < 10; ++slot) {
                int largest = 0;
                for (int label = 0; label < 10; ++label)
                    largest = std::max(largest, counts[{slot, label}]);
                own += largest;
            }
            const double share = own / static_cast<double>(all.size());
            QVERIFY2(share > least && share < most, QByteArray::number(share).constData());
        }
    }

    void a_file_comes_once() {
        const QuestionStream stream(of_file(10));
        QCOMPARE(stream.questions(), std::int64_t(10));
        QCOMPARE(stream.steps(), 3);
        QCOMPARE(stream.batch(3).size(), std::size_t(2));
        std::vector<std::int64_t> samples = samples_of(all_of(stream));
        QVERIFY(!std::is_sorted(samples.begin(), samples.end()));
        std::sort(samples.begin(), samples.end());
        QCOMPARE(samples, (std::vector<std::int64_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
        const std::vector<std::string> classes = {"0", "1", "2", "another answer", "no answer"};
        QVERIFY(stream.class_names() == classes);
        QCOMPARE(stream.title(), std::string("Questions, 10 questions of questions.jsonl"));
        QVERIFY(stream.notices().empty());
    }

    void a_file_comes_again_and_says_so() {
        ExperimentSpec spec = of_file(5);
        spec.stream.order = QuestionOrder::as_given;
        spec.stream.steps = 3;
        const QuestionStream stream(spec);
        QCOMPARE(samples_of(all_of(stream)), (std::vector<std::int64_t>{0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1}));
        QCOMPARE(stream.notices().size(), std::size_t(1));
        QCOMPARE(stream.notices()[0].text,
                 std::string("the stream of 12 questions is longer than the file: the "
                             "5 come again"));
    }

    void a_file_by_answers() {
        ExperimentSpec spec = of_file(30);
        spec.stream.order = QuestionOrder::by_answer;
        spec.stream.imbalance_ratio = 1e9;
        std::map<int, std::set<std::int64_t>> seen;
        const std::vector<StreamQuestion> all = all_of(QuestionStream(spec));
        for (std::size_t i = 0; i < all.size(); ++i) {
            QCOMPARE(all[i].label, all[i / 10 * 10].label);
            QVERIFY(seen[all[i].label].insert(all[i].sample).second);
        }
    }

    void shifts_and_instructions_change_what_is_asked() {
        ExperimentSpec spec = chains();
        spec.stream.shift = {QuestionShiftKind::filler, 5};
        spec.questions.instruction = "Think.";
        const StreamQuestion shifted = QuestionStream(spec).batch(1)[0],
                             plain = QuestionStream(chains()).batch(1)[0];
        QCOMPARE(shifted.sample, plain.sample);
        QCOMPARE(shifted.expected, plain.expected);
        QVERIFY(shifted.asked.size() > plain.asked.size() + 7);
        QVERIFY(shifted.asked.ends_with("\nThink."));
        QCOMPARE(shifted.worked->question, plain.worked->question);
        spec = chains();
        spec.stream.shift = {QuestionShiftKind::longer_chains, 3};
        for (const StreamQuestion& q : QuestionStream(spec).batch(1))
            QVERIFY(std::count(q.solution.begin(), q.solution.end(), ';') >
                    text_task("chain-arithmetic").most_length);
    }

    void wrong_answers_have_their_class() {
        const QuestionStream stream(chains());
        StreamQuestion question = stream.batch(1)[0];
        question.label = 7;
        QCOMPARE(stream.class_of("3", question), 3);
        QCOMPARE(stream.class_of("7", question), stream.other_class()); // a right one is not asked for
        QCOMPARE(stream.class_of("12", question), stream.other_class());
        QCOMPARE(stream.class_of("", question), stream.other_class());
        QCOMPARE(stream.class_names().at(static_cast<std::size_t>(stream.other_class())),
                 std::string("another answer"));
        QCOMPARE(stream.class_names().at(static_cast<std::size_t>(stream.no_answer_class())),
                 std::string("no answer"));
        ExperimentSpec spec = chains();
        spec.questions.source = "addition";
        const QuestionStream sums(spec);
        QCOMPARE(sums.class_of("933", question), 3);
        QCOMPARE(sums.class_of("907", question), sums.other_class());
        QCOMPARE(sums.class_names().front(), std::string("…0"));
    }

    void refusals_data() {
        QTest::addColumn<QString>("which");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* which, const char* sentence) {
            QTest::newRow(which) << which << sentence;
        };
        row("nowhere",
            "data.questions: expected a task (chain-arithmetic, addition) or a file of questions, found "
            "\"/nowhere.jsonl\", which is neither");
        row("typing error",
            "data.questions: expected a task (chain-arithmetic, addition) or a file of questions, "
            "found \"chain-aritmetic\", which is neither");
        row("layout of a task",
            "data.layout: is for files: expected none for the task chain-arithmetic, found "
            "\"gsm8k\"");
        row("order of a task",
            "stream.order: as_given is for files: expected shuffled or by_answer for the task "
            "chain-arithmetic");
        row("endless task",
            "stream.steps: expected 1 or more for the task chain-arithmetic, whose questions never "
            "end, found 0");
        row("longer file",
            "stream.shift.kind: longer_chains is for tasks: a file's questions are as long as they "
            "are");
        row("unknown layout", "data.layout: a question set: expected one of gsm8k, ");
        row("too many", "stream.steps: expected at most 10000000 questions in all, found 4096000000");
        row("one answer", "stream.order: by_answer needs 2 to 1000 different answers, and this file has one");
        row("empty file", "");
    }
    void refusals() {
        QFETCH(QString, which);
        QFETCH(QString, sentence);
        ExperimentSpec spec = chains();
        if (which == "nowhere")
            spec.questions.source = "/nowhere.jsonl";
        if (which == "typing error")
            spec.questions.source = "chain-aritmetic";
        if (which == "layout of a task")
            spec.questions.layout = "gsm8k";
        if (which == "order of a task")
            spec.stream.order = QuestionOrder::as_given;
        if (which == "endless task")
            spec.stream.steps = 0;
        if (which == "longer file") {
            spec = of_file(3);
            spec.stream.shift.kind = QuestionShiftKind::longer_chains;
        }
        if (which == "unknown layout") {
            spec = of_file(3);
            spec.questions.layout = "riddles";
        }
        if (which == "too many") {
            spec.stream.steps = 1'000'000;
            spec.stream.batch_size = 4096;
        }
        if (which == "one answer") {
            spec = of_file(1);
            spec.stream.order = QuestionOrder::by_answer;
        }
        if (which == "empty file")
            spec = of_file(0, "empty.jsonl");
        const std::string found = test_files::sentence_of([&] { const QuestionStream stream(spec); });
        if (which == "empty file")
            QVERIFY2(found.ends_with("empty.jsonl: expected a question in each line, found none"),
                     found.c_str());
        else
            QVERIFY2(found.starts_with(sentence.toStdString()), found.c_str());
    }
};

QTEST_GUILESS_MAIN(TestQuestionStream)
#include "test_question_stream.moc"
