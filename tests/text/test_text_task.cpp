#include "core/text/text_shift.h"
#include "core/text/text_task.h"
#include "tests/support/test_files.h"

#include <QtTest>

#include <map>
#include <set>

using namespace lab;

namespace {

/// By arithmetic alone, without steps.
int chain_by_hand(const std::string& question) {
    int sum = 0, product = 0;
    char before = '+';
    for (std::size_t i = 0; i + 2 < question.size(); i += 2) {
        const int value = question[i] - '0';
        const char sign = i == 0 ? '+' : question[i - 1];
        if (sign == '*') {
            product *= value;
        } else {
            sum += before == '-' ? -product : product;
            product = value;
            before = sign;
        }
    }
    sum += before == '-' ? -product : product;
    return ((sum % 10) + 10) % 10;
}

WorkedQuestion solved_chain(const char* question, const char* work, const char* answer) {
    return {question, work, answer, answer[0] - '0'};
}

/// The question of this text, wherever in the series it stands.
WorkedQuestion found(TextTask task, const std::string& question, QuestionLength length) {
    for (std::uint64_t number = 0; number < 200'000; ++number)
        for (const TaskSplit split : {TaskSplit::training, TaskSplit::test})
            if (WorkedQuestion q = worked_question(task, split, 0, number, length); q.question == question)
                return q;
    return {};
}

} // namespace

class TestTextTask : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void chains_are_worked_out_products_first() {
        const auto chain = [](const char* question, int operations) {
            return found(TextTask::chain_arithmetic, question, {operations, operations});
        };
        QCOMPARE(chain("2+3=?", 1), solved_chain("2+3=?", "2+3=5;", "5"));
        QCOMPARE(chain("1-5=?", 1), solved_chain("1-5=?", "1-5=6;", "6"));
        QCOMPARE(chain("7+8*3=?", 2), solved_chain("7+8*3=?", "8*3=4;7+4=1;", "1"));
        QCOMPARE(chain("9-4-8=?", 2), solved_chain("9-4-8=?", "9-4=5;5-8=7;", "7"));
        QCOMPARE(chain("3*4*0=?", 2), solved_chain("3*4*0=?", "3*4=2;2*0=0;", "0"));
    }

    void chains_agree_with_arithmetic() {
        std::map<std::size_t, int> lengths;
        for (std::uint64_t number = 0; number < 600; ++number) {
            const WorkedQuestion q = worked_question(TextTask::chain_arithmetic, TaskSplit::test, 5, number);
            QCOMPARE(q.answer, std::to_string(chain_by_hand(q.question)));
            QCOMPARE(q.group, q.answer.back() - '0');
            ++lengths[q.question.size()];
        }
        QCOMPARE(lengths.size(), std::size_t(3)); // 2, 3 and 4 operations
        for (const auto& [length, count] : lengths)
            QVERIFY2(count > 150, std::to_string(length).c_str());
    }

    void sums_are_worked_out_from_the_ones_on() {
        int carries = 0;
        for (std::uint64_t number = 0; number < 300; ++number) {
            const WorkedQuestion q = worked_question(TextTask::addition, TaskSplit::training, 1, number);
            const int first = std::stoi(q.question), second = std::stoi(q.question.substr(4));
            QCOMPARE(q.question, std::to_string(first) + "+" + std::to_string(second) + "=?");
            QCOMPARE(q.answer, std::to_string(first + second));
            QCOMPARE(q.group, (first + second) % 10);
            std::string work;
            int carry = 0;
            for (const int place : {1, 10, 100}) {
                const int a = first / place % 10, b = second / place % 10;
                work += std::to_string(a) + "+" + std::to_string(b) + (carry > 0 ? "+1=" : "=") +
                        std::to_string(a + b + carry) + ";";
                carries += carry;
                carry = (a + b + carry) / 10;
            }
            QCOMPARE(q.work, work);
        }
        QVERIFY(carries > 100);
    }

    void seed_number_and_split_decide() {
        for (const TextTaskRow& row : text_tasks()) {
            const auto at = [&](TaskSplit split, std::uint64_t seed, std::uint64_t number) {
                return worked_question(row.task, split, seed, number);
            };
            QCOMPARE(at(TaskSplit::test, 3, 7), at(TaskSplit::test, 3, 7));
            std::set<std::string> all;
            for (const std::uint64_t seed : {3u, 4u})
                for (const std::uint64_t number : {7u, 8u})
                    for (const TaskSplit split : {TaskSplit::test, TaskSplit::training})
                        all.insert(at(split, seed, number).question);
            QVERIFY(all.size() >= 7); // of 8; short chains may come twice
        }
    }

    void no_question_is_in_both_splits() {
        for (const TextTaskRow& row : text_tasks()) {
            std::set<std::string> training, test;
            for (std::uint64_t number = 0; number < 3000; ++number) {
                const std::string a = worked_question(row.task, TaskSplit::training, 1, number).question;
                const std::string b = worked_question(row.task, TaskSplit::test, 2, number).question;
                QVERIFY(split_of(a) == TaskSplit::training && split_of(b) == TaskSplit::test);
                training.insert(a);
                test.insert(b);
            }
            for (const std::string& question : test)
                QVERIFY(!training.contains(question));
            QVERIFY(training.size() > 1500 && test.size() > 1000);
        }
        int tests = 0;
        for (int i = 0; i < 8000; ++i)
            tests += split_of(std::to_string(i)) == TaskSplit::test ? 1 : 0;
        QVERIFY2(tests > 850 && tests < 1150, std::to_string(tests).c_str());
    }

    void random_results_are_gone_on_with() {
        int changed = 0, results = 0;
        for (std::uint64_t number = 0; number < 500; ++number) {
            const WorkedQuestion right =
                worked_question(TextTask::chain_arithmetic, TaskSplit::training, 0, number);
            const WorkedQuestion told =
                with_random_results(TextTask::chain_arithmetic, right, 0.2, 0, number);
            QCOMPARE(told.question, right.question);
            QCOMPARE(told, with_random_results(TextTask::chain_arithmetic, right, 0.2, 0, number));
            QCOMPARE(with_random_results(TextTask::chain_arithmetic, right, 0, 0, number), right);
            QCOMPARE(told.work.size(), right.work.size());
            QCOMPARE(told.answer, std::string(1, told.work[told.work.size() - 2])); // the last result
            for (std::size_t at = 0; at < told.work.size(); at += 6) {
                const std::string step = told.work.substr(at, 6); // "a+b=c;"
                const int result = chain_by_hand(step.substr(0, 3) + "=?");
                changed += step[4] - '0' != result ? 1 : 0;
                ++results;
            }
        }
        const double share = double(changed) / results; // a tenth of the random ones are right
        QVERIFY2(share > 0.15 && share < 0.21, QByteArray::number(share));
        bool differs = false;
        for (std::uint64_t number = 0; number < 20; ++number) {
            const WorkedQuestion right = worked_question(TextTask::addition, TaskSplit::test, 0, number);
            const WorkedQuestion told = with_random_results(TextTask::addition, right, 1, 0, number);
            differs = differs || told.answer != right.answer;
            QCOMPARE(std::count(told.work.begin(), told.work.end(), ';'), 3);
        }
        QVERIFY(differs);
    }

    void the_judge_names_the_first_wrong_step_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("right");
        QTest::addColumn<QString>("answer"); // "-": none
        QTest::addColumn<int>("steps");
        QTest::addColumn<int>("first_wrong"); // -1: none
        QTest::addColumn<QString>("stands");
        const auto row = [](const char* text, bool right, const char* answer, int steps, int wrong,
                            const char* stands) {
            QTest::newRow(text) << QString(text) << right << QString(answer) << steps << wrong
                                << QString(stands);
        };
        row("8*3=4;7+4=1;1-5=6;#6", true, "6", 3, -1, "");
        row("8*3=4;7+4=2;2-5=7;#7", false, "7", 3, 1, "7+4=2;");
        row("8*3=4;7+3=1;1-5=6;#6", true, "6", 3, 1, "7+3=1;"); // right by luck
        row("8*3=4;7+4=1;#6", true, "6", 2, 2, "");
        row("8*3=4;7+4=1;1-5=6;1+1=2;#6", true, "6", 4, 3, "1+1=2;");
        row("#6", true, "6", 0, 0, "");
        row("8*3=4;7+4=1;1-5=6;", false, "-", 3, -1, "");
        row("8*3=4;7+4=1;1-5=6;#", false, "-", 3, -1, "");
        row("8*3=4;7+4=1;1-5=6;#66", false, "66", 3, -1, "");
        row("8*3=4;7+4=1;1-5=6#6", true, "6", 2, 2, "1-5=6");
        row("8*3=4;7+4=1;1-", false, "-", 2, 2, "1-");
        row("", false, "-", 0, 0, "");
        row("77777777", false, "-", 0, 0, "77777777");
        row("8*3=4;#4;7+4=1;1-5=6;#6", true, "6", 4, 1, "#4;");
    }
    void the_judge_names_the_first_wrong_step() {
        QFETCH(QString, text);
        const WorkedQuestion question{"7+8*3-5=?", "8*3=4;7+4=1;1-5=6;", "6", 6};
        const std::string said = text.toStdString();
        const WorkJudgement judged = judge_work(question, said);
        QTEST(judged.right, "right");
        QTEST(QString::fromStdString(judged.answer.value_or("-")), "answer");
        QTEST(int(judged.steps), "steps");
        QTEST(judged.first_wrong ? int(*judged.first_wrong) : -1, "first_wrong");
        QTEST(QString::fromStdString(said.substr(judged.wrong_begin, judged.wrong_end - judged.wrong_begin)),
              "stands");
    }

    void groups_come_in_their_order() {
        const std::vector<int> order = order_of_groups(3);
        QCOMPARE(std::set<int>(order.begin(), order.end()).size(), std::size_t(10));
        QVERIFY(order == order_of_groups(3) && order != order_of_groups(4));
        std::vector<WorkedQuestion> questions;
        for (std::uint64_t number = 0; number < 200; ++number)
            questions.push_back(worked_question(TextTask::chain_arithmetic, TaskSplit::test, 0, number));
        const std::vector<WorkedQuestion> before = questions;
        order_by_group(questions, order);
        std::size_t at = 0;
        for (const int group : order)
            for (const WorkedQuestion& q : before)
                if (q.group == group)
                    QCOMPARE(questions[at++], q);
        QCOMPARE(at, before.size());
        order_by_group(questions, {7});
        QVERIFY(questions.front().group == 7 && questions.back().group != 7);
    }

    void lengths_that_are_none_are_refused() {
        for (const QuestionLength length :
             {QuestionLength{0, 3}, QuestionLength{3, 2}, QuestionLength{1, 13}, QuestionLength{-1, -1}})
            for (const TextTaskRow& row : text_tasks()) {
                const std::string said = test_files::sentence_of(
                    [&] { worked_question(row.task, TaskSplit::test, 0, 0, length); });
                QVERIFY2(said.starts_with("length: expected 1 to 12, found "), said.c_str());
            }
        QCOMPARE(test_files::sentence_of([] { text_task("chains"); }),
                 std::string("task: expected one of chain-arithmetic, addition, found \"chains\""));
        QVERIFY(text_task("addition").task == TextTask::addition);
    }

    void fillers_leave_the_question_readable() {
        const std::string question = "7+8*3-5=?";
        QCOMPARE(with_fillers(question, 0, 1, 2), question);
        QCOMPARE(with_fillers(question, 0.4, 1, 2), with_fillers(question, 0.4, 1, 2));
        std::set<std::string> all;
        for (int severity = 1; severity <= 5; ++severity) {
            std::size_t added = 0;
            for (std::uint64_t number = 0; number < 400; ++number) {
                std::string text = with_fillers(question, filler_share(severity), 1, number);
                added += text.size() - question.size();
                all.insert(text);
                std::erase_if(text, [](char c) { return filler_characters().find(c) != std::string::npos; });
                QCOMPARE(text, question);
            }
            const double share = double(added) / (400.0 * double(question.size()));
            QVERIFY(std::abs(share - filler_share(severity)) < 0.04);
        }
        QVERIFY(all.size() > 400);
        QCOMPARE(filler_share(0), 0.0);
        QVERIFY(test_files::sentence_of([] {
                    filler_share(6);
                }).starts_with("severity: expected 0 to 5, found 6"));
        for (const char c : filler_characters())
            QVERIFY(task_characters().find(c) != std::string_view::npos);
    }

    void longer_questions_are_longer_than_any_in_training() {
        for (const TextTaskRow& row : text_tasks())
            for (int severity = 1; severity <= 5; ++severity) {
                const QuestionLength length = longer_by(row.task, severity);
                QVERIFY(length.least > row.most_length && length.most <= row.greatest_length);
                const WorkedQuestion q = worked_question(row.task, TaskSplit::test, 0, 1, length);
                QCOMPARE(std::count(q.work.begin(), q.work.end(), ';'), std::ptrdiff_t(length.most));
            }
        QVERIFY(longer_by(TextTask::addition, 0) == QuestionLength{});
    }

    void random_characters_are_no_question() {
        std::set<char> seen;
        for (std::uint64_t number = 0; number < 200; ++number) {
            const std::string text = random_characters(TextTask::chain_arithmetic, 0, number);
            QVERIFY(text.size() >= 7 && text.size() <= 11);
            QCOMPARE(text, random_characters(TextTask::chain_arithmetic, 0, number));
            seen.insert(text.begin(), text.end());
        }
        QCOMPARE(seen.size(), task_characters().size());
    }
};

QTEST_GUILESS_MAIN(TestTextTask)
#include "test_text_task.moc"
