#include "core/text/answer.h"
#include "core/text/math_expression.h"

#include <QtTest>

using namespace lab;

/// Finding final answers and judging them.
class TestAnswer : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void extracts_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("rule");
        const auto row = [](const char* text, const char* answer, const char* rule) {
            QTest::newRow(text) << text << answer << rule;
        };
        row("So \\boxed{42}.", "42", "boxed");
        row("\\boxed{1} or rather \\boxed{\\frac{1}{2}}", "\\frac{1}{2}", "boxed");
        row("\\boxed{\\left\\{1, 2\\right\\}}", "\\left\\{1, 2\\right\\}", "boxed");
        row("\\boxed{\\text{(B)}}", "\\text{(B)}", "boxed");
        row("\\fbox{7}", "7", "boxed");
        row("$\\boxed 5$ it is", "5", "boxed");
        row("\\boxed{3} and then \\boxed{4", "3", "boxed"); // cut off
        row("\\boxed{a_{1_{2}}}", "a_{1_{2}}", "boxed");
        row("steps <<1+1=2>>\n#### 1,234", "1,234", "hashes");
        row("#### 3\nmore\n#### -4\n", "-4", "hashes");
        row("The final answer is $5$. I hope it is correct.", "$5$", "phrase");
        row("the answer is: 3.5\nDone 7", "3.5", "phrase");
        row("The answer is 2.", "2", "phrase");
        row("**The answer is** **12**", "12", "phrase");
        row("THE ANSWER IS x+1", "x+1", "phrase");
        row("we get 3 and 1,200 apples", "1200", "last number");
        row("it is -7", "-7", "last number");
        row("from 3-7", "7", "last number");
        row("about .5", ".5", "last number");
        row("7+8=5;#5", "5", "last number");
        row("I do not know", "", "");
        row("", "", "");
        row("\\boxed{}", "", "");
    }
    void extracts() {
        QFETCH(QString, text);
        QFETCH(QString, answer);
        QFETCH(QString, rule);
        const auto found = extract_answer(text.toStdString());
        QCOMPARE(found ? QString::fromStdString(found->text) : QString(), answer);
        QCOMPARE(found ? QString(name_of(found->rule)) : QString(), rule);
    }

    void judges_data() {
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("verdict");
        const auto rows = [](const char* verdict,
                             std::initializer_list<std::pair<const char*, const char*>> pairs) {
            for (const auto& [found, expected] : pairs)
                QTest::newRow((std::string(found) + " for " + expected).c_str())
                    << found << expected << verdict;
        };
        rows("right", {{"42", "42"},
                       {"42.0", "42"},
                       {"1,234", "1234"},
                       {"1{,}234{,}567", "1234567"},
                       {"-3", "\u22123"},
                       {"$5$", "5"},
                       {"\\$5.50", "5.5"},
                       {"\\frac{1}{2}", "0.5"},
                       {"\\dfrac12", "\\frac{1}{2}"},
                       {"1/2", "\\frac{2}{4}"},
                       {"-\\frac{3}{4}", "\\frac{-3}{4}"},
                       {"2\\frac{1}{2}", "\\frac{5}{2}"},
                       {"0.3333333", "\\frac{1}{3}"},
                       {"\\sqrt{8}", "2\\sqrt{2}"},
                       {"\\frac{\\sqrt{3}}{3}", "\\frac{1}{\\sqrt{3}}"},
                       {"\\sqrt[3]{27}", "3"},
                       {"3.14159265358979", "\\pi"},
                       {"\\frac{\\pi}{2}", "0.5\\pi"},
                       {"2^{10}", "1024"},
                       {"5!", "120"},
                       {"|-3|", "3"},
                       {"25\\%", "25"},
                       {"25\\%", "0.25"},
                       {"0.25", "25\\%"},
                       {"90^\\circ", "90"},
                       {"90^{\\circ}", "90\u00b0"},
                       {"5 cm", "5"},
                       {"5 \\text{ cm}", "5\\text{ cm}"},
                       {"12 \\mathrm{~inches}", "12"},
                       {"30 miles per hour", "30"},
                       {"x = 5", "5"},
                       {"x \\in [1, 2]", "[1,2]"},
                       {"2x + 1", "1+2x"},
                       {"(x+1)^2", "x^2+2x+1"},
                       {"y = \\frac{x}{2} - 3", "\\frac{1}{2}x - 3"},
                       {"\\left( 3, \\frac{\\pi}{2} \\right)", "(3,\\frac{\\pi}{2})"},
                       {"(1,2)", "( 1.0 , 2 )"},
                       {"1, 2, 3", "3,2,1"},
                       {"\\{1, 2\\}", "\\{2,1\\}"},
                       {"-2 and 1", "1, -2"},
                       {"\\pm 2", "2, -2"},
                       {"1 \\pm \\sqrt{2}", "1+\\sqrt{2}, 1-\\sqrt{2}"},
                       {"(-\\infty, 2]", "(-\\infty,2]"},
                       {"(0,1) \\cup (2,\\infty)", "(0, 1)\\cup(2, \\infty)"},
                       {"\\text{even}", "even"},
                       {"Evelyn", "\\text{Evelyn}"},
                       {"(B)", "\\text{B}"},
                       {"b", "B"},
                       {"4.2e", "4.2e"},
                       {"\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}", "\\begin{pmatrix}1\\\\2\\end{pmatrix}"},
                       {"1.6e-7", "1.6 \\times 10^{-7}"},
                       {"3E8", "300000000"},
                       {"2.5\\cdot 10^3", "2500"},
                       {"6.0", "6.00"}});
        rows("wrong", {{"43", "42"},
                       {"10001", "10000"},
                       {"100001/100000", "1"},
                       {"\\frac{1}{3}", "0.3"},
                       {"0.25", "25"},
                       {"2500\\%", "0.25"},
                       {"\\sqrt{2}", "2"},
                       {"-5", "5"},
                       {"(1,2)", "(2,1)"},
                       {"(1,2)", "[1,2]"},
                       {"(1,2,3)", "(1,2)"},
                       {"1, 2", "1, 3"},
                       {"1, 1", "1, 2"},
                       {"\\{1\\}", "\\{1,2\\}"},
                       {"x+1", "x+2"},
                       {"x", "5"},
                       {"(2,\\infty)", "(3,\\infty)"},
                       {"-\\infty", "\\infty"},
                       {"7", "\\infty"},
                       {"odd", "even"},
                       {"A", "B"},
                       {"Evelyn", "5"},
                       {"", "5"},
                       {"1,234", "1,235"}});
        rows("undecided", {{"five", "5"},
                           {"2e-3", "0.002"},
                           {"\\sin^{-1} x", "\\arcsin x"},
                           {"5 cm", "5 m"},
                           {"\\begin{pmatrix}1\\\\2\\end{pmatrix}", "\\begin{pmatrix}1\\\\3\\end{pmatrix}"},
                           {"\\log x", "2"},
                           {"x < 3", "x \\le 3"},
                           {"\\frac{1}{0}", "5"},
                           {"5", ""},
                           {"((((", "5"}});
    }
    void judges() {
        QFETCH(QString, found);
        QFETCH(QString, expected);
        QFETCH(QString, verdict);
        QCOMPARE(QString(name_of(judge_answer(found.toStdString(), expected.toStdString()))), verdict);
    }

    void evaluates_exactly() {
        const auto third = evaluate_expression("\\frac{2}{3} - 1/3");
        QVERIFY(third && third->exact);
        QCOMPARE(third->numerator, 1);
        QCOMPARE(third->denominator, 3);
        const auto big = evaluate_expression("9223372036854775807 \\cdot 9223372036854775807");
        QVERIFY(big && !big->exact && big->value > 8e37);
        QVERIFY(evaluate_expression("\\sqrt{144}")->exact);
        QVERIFY(!evaluate_expression("\\sqrt{2}")->exact);
        QCOMPARE(evaluate_expression("-2^2")->value, -4.0);
        QCOMPARE(evaluate_expression("2^{-1}")->value, 0.5);
        QCOMPARE(evaluate_expression("6/2(3)")->value, 9.0);
        for (const char* none :
             {"", "()", "1 2", "1/0", "\\foo", "3..4", "2^", "\\frac{1}", "5!!x)", "0^{-1}", "(-1)!"})
            QVERIFY2(!evaluate_expression(none), none);
    }

    void nothing_takes_for_ever() {
        for (const char* piece :
             {"(", "{", "\\frac{", "-", "\\boxed{", "1,", "x^", "\\text{", "2!", "9", "\\sqrt"}) {
            std::string text;
            while (text.size() < 200000)
                text += piece;
            (void)extract_answer(text);
            QCOMPARE(static_cast<int>(judge_answer(text, "5")), static_cast<int>(Verdict::undecided));
            (void)judge_answer(text.substr(0, 1999), "5");
            (void)judge_answer(text.substr(0, 1999), text.substr(0, 1990));
        }
    }
};

QTEST_GUILESS_MAIN(TestAnswer)
#include "test_answer.moc"
