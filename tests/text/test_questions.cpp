#include "core/text/question_set.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace lab;

namespace {

QuestionSet parsed(const char* id, const std::string& text) {
    return parse_questions(text, question_layout(id));
}

} // namespace

class TestQuestions : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void each_layout_is_read_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("answer");
        const auto row = [](const char* id, const char* text, const char* answer) {
            QTest::newRow(text) << id << text << answer;
        };
        row("gsm8k", R"({"question": "Q", "answer": "He has <<2+3=5>>5.\n#### 5"})", "5");
        row("gsm8k", R"({"question": "Q", "answer": "x\n#### 1,000"})", "1,000");
        row("math-500",
            R"({"problem": "Q", "solution": "\\boxed{8}", "answer": "9", "subject": "Algebra", "level": 3,
            "unique_id": "test/1"})",
            "9");
        row("math-500", "{\"problem\": \"Q\", \"answer\": \"\\\\left( 3, \\\\frac{\\\\pi}{2} \\\\right)\"}",
            "\\left( 3, \\frac{\\pi}{2} \\right)");
        row("college-math",
            R"({"data_source": "x", "question_number": "1.1", "question": "Q", "answer": "$x$",
            "license": "CC BY 3.0"})",
            "$x$");
        row("aime-24", R"({"id": 60, "problem": "Q", "answer": 204, "solution": "…", "url": "…"})", "204");
        row("aime-24", R"({"id": 60, "problem": "Q", "answer": "033"})", "033");
        row("minerva-math", R"({"problem": "Q", "type": "x", "idx": 0, "solution": "so \\boxed{1.6e-7} m"})",
            "1.6e-7");
        row("questions", R"({"question": " Q ", "answer": 0.5})", "0.5");
    }
    void each_layout_is_read() {
        QFETCH(QString, id);
        QFETCH(QString, row);
        QFETCH(QString, answer);
        const QuestionSet set = parsed(id.toLatin1(), row.simplified().toStdString());
        QCOMPARE(set.used(), std::size_t{1});
        QCOMPARE(set.questions[0].text, std::string("Q"));
        QCOMPARE(QString::fromStdString(set.questions[0].answer), answer);
    }

    void rows_are_counted_by_what_became_of_them() {
        const QuestionSet set =
            parsed("questions", "\xef\xbb\xbf{\"question\": \"a\", \"answer\": \"1\"}\r\n"
                                "\n"
                                "{\"question\": \"a\", \"answer\": \"1\"}\n"
                                "{\"question\": \"b\"}\n"
                                "{\"answer\": \"1\"}\n"
                                "{\"question\": \"b\", \"answer\": \"\"}\n"
                                "{\"question\": \"c\", \"problem\": \"d\", \"answer\": \"1\"}\n"
                                "{\"question\": 7, \"answer\": [1]}\n"
                                "[1]\n"
                                "{\"question\": \"d\", \"answer\n"
                                "{\"question\": \"e\", \"solution\": \"the answer is 5\"}\n"
                                "{\"question\": \"f\", \"answer\": \"10\"}");
        QCOMPARE(set.found, std::size_t{11});
        QCOMPARE(set.used(), std::size_t{3});
        const std::map<std::string, std::size_t> skipped = {
            {"no answer", 4}, {"no question", 1}, {"two questions", 1}, {"no JSON object", 2}};
        QCOMPARE(set.skipped, skipped);
        QCOMPARE(set.questions.back().line, std::size_t{12});
        QCOMPARE(set.notices.size(), std::size_t{5}); // one for each reason, one for the repetition
        QCOMPARE(set.notices[0].text, std::string("2 of 11 rows left out: no JSON object"));
        QVERIFY(set.notices[0].warning && !set.notices.back().warning);
    }

    void another_number_than_published_is_told() {
        const QuestionSet set = parsed("aime-24", R"({"problem": "Q", "answer": 204})");
        QCOMPARE(set.notices.size(), std::size_t{1});
        QCOMPARE(set.notices[0].text, std::string("AIME 2024 has 30 questions as published, this file 1"));
        std::string whole;
        for (int i = 0; i < 30; ++i)
            whole += "{\"problem\": \"Q" + std::to_string(i) + "\", \"answer\": 204}\n";
        QVERIFY(parsed("aime-24", whole).notices.empty());
    }

    void nothing_to_ask_is_a_fault() {
        for (const std::string& text :
             {std::string(), std::string("\n \n"), std::string("{}"), std::string("[{\"question\": 1}]"),
              std::string("{\"question\": \"\\ud800\", \"answer\": 1}"), std::string("\xff"),
              std::string(100000, '['), "{\"question\": " + std::string(50000, '[') + ", \"answer\": 1}"})
            QVERIFY_THROWS_EXCEPTION(std::invalid_argument, parsed("questions", text));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, question_layout("gsm9k"));
    }

    void files() {
        QTemporaryDir place;
        const std::filesystem::path file = std::filesystem::path(place.path().toStdString()) / "test.jsonl";
        const QuestionLayout& layout = question_layout("questions");
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, read_questions(file, layout));
        std::ofstream(file) << R"({"question": "a", "answer": "1"})";
        QCOMPARE(read_questions(file, layout).used(), std::size_t{1});
        std::ofstream(file) << "\x1f\x8b damaged";
        try {
            (void)read_questions(file, layout);
            QFAIL("accepted");
        } catch (const std::runtime_error& fault) {
            QVERIFY2(std::string(fault.what()).starts_with(file.string() + ": is "), fault.what());
        }
    }
};

QTEST_GUILESS_MAIN(TestQuestions)
#include "test_questions.moc"
