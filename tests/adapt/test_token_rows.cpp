#include "core/adapt/blocks/adamw.h"
#include "core/adapt/token_rows.h"
#include "tests/support/test_files.h"

#include <ATen/ATen.h>
#include <QtTest>

#include <cmath>

using namespace lab;

/// Which tokens a step looks at, and the optimiser that language models are used to.
class TestTokenRows : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void rows_are_those_of_the_rule() {
        // Answers "5 9 3 7 end" and "9 9 4", the latter cut off.
        Answers answers{
            at::tensor({5, 9, 3, 7, 2, 9, 9, 4, 0, 0}, at::kLong).view({2, 5}), {5, 3}, {true, false}};
        const Sequences asked = padded_left({{1, 6}, {1, 8, 8}}, 0);
        const auto counted = [&](const Tokens& rule, const TokenIds& marks) {
            const ModelInput input = token_input(asked, answers, rule, {marks});
            std::string text;
            for (std::int64_t i = 0; i < input.size(); ++i)
                text += input.rows.counts[i].item<bool>() ? '1' : '.';
            return text;
        };
        Tokens rule;
        QCOMPARE(counted(rule, {}), std::string("11111111"));
        rule.choice = TokenChoice::first;
        rule.count = 2;
        QCOMPARE(counted(rule, {}), std::string("11...11."));
        rule.choice = TokenChoice::last;
        QCOMPARE(counted(rule, {}), std::string("...11.11"));
        rule.count = 80;
        QCOMPARE(counted(rule, {}), std::string("11111111"));
        rule.choice = TokenChoice::after_mark;
        QCOMPARE(counted(rule, {3}), std::string("...1...."));    // without the end; the other has no mark
        QCOMPARE(counted(rule, {9}), std::string("..11...1"));    // the last of two marks
        QCOMPARE(counted(rule, {4, 7}), std::string("........")); // nothing follows

        const ModelInput input = token_input(asked, answers, {}, {});
        QCOMPARE(input.tokens.sizes().vec(), (std::vector<std::int64_t>{2, 7}));
        const auto places = at::tensor({2, 3, 4, 5, 6, 9, 10, 11}, at::kLong);
        QVERIFY(at::equal(input.rows.places, places));
        QVERIFY(at::equal(input.rows.next, at::tensor({5, 9, 3, 7, 2, 9, 9, 4}, at::kLong)));
        QVERIFY(at::equal(input.rows.owner, at::tensor({0, 0, 0, 0, 0, 1, 1, 1}, at::kLong)));
        rule.choice = TokenChoice::prompt;
        const ModelInput prompt = token_input(asked, {}, rule, {});
        QVERIFY(at::equal(prompt.rows.places, at::tensor({1, 3, 4}, at::kLong)));
        QVERIFY(at::equal(prompt.rows.next, at::tensor({6, 8, 8}, at::kLong)));

        rule.choice = TokenChoice::after_mark;
        QVERIFY(test_files::sentence_of([&] {
                    counted(rule, {});
                }).starts_with("tokens.choice: after_mark asks"));
        rule = {TokenChoice::first, 0};
        QCOMPARE(test_files::sentence_of([&] { counted(rule, {}); }),
                 std::string("tokens.count: expected 1 or more, found 0"));
    }

    void adamw_is_that_of_the_formula() {
        Optimiser rule;
        rule.beta1 = 0.8;
        rule.beta2 = 0.95;
        rule.epsilon = 1e-3;
        rule.weight_decay = 0.1;
        AdamWBlock block;
        const NamedTensors values = {{"a", at::full({1}, 2.0, at::kDouble)}};
        double theta = 2, m = 0, v = 0;
        for (int t = 1; t <= 4; ++t) {
            const double g = 0.3 * t - 0.5;
            block.step({{values, 0.05}}, {{"a", at::full({1}, g, at::kDouble)}}, rule,
                       t == 3 ? at::zeros({}, at::kBool) : at::Tensor());
            if (t == 3)
                continue; // not a step: nothing moves, the count neither
            const int n = t > 3 ? t - 1 : t;
            m = 0.8 * m + 0.2 * g;
            v = 0.95 * v + 0.05 * g * g;
            theta *= 1 - 0.05 * 0.1;
            theta -= 0.05 * (m / (1 - std::pow(0.8, n))) / (std::sqrt(v / (1 - std::pow(0.95, n))) + 1e-3);
            QVERIFY(std::abs(values.at("a").item<double>() - theta) < 1e-14);
        }
        AdamWBlock again;
        again.restore(block.state());
        QVERIFY(at::equal(again.state().at("a/updates"), at::full({}, 3.0, at::kDouble)));
        again.reset({});
        QCOMPARE(again.state().at("a/first").item<double>(), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestTokenRows)
#include "test_token_rows.moc"
