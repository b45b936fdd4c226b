#include "core/measure/answer_meter.h"
#include "core/measure/text_collapse.h"
#include "core/measure/token_measures.h"

#include <ATen/ATen.h>
#include <QtTest>

#include <cmath>

using namespace lab;
using Tokens = std::vector<std::int64_t>;

namespace {

/// In place of literals, of whose assignment GCC 12 warns wrongly.
std::string text(int digit) {
    return std::to_string(digit);
}

/// A whole answer of seven tokens; the true answers come round.
SaidAnswer answer(int number, double entropy) {
    SaidAnswer a;
    a.tokens = {1, 2 + number % 5, 3, 4, 9, 8, number % 10};
    a.entropies = std::vector<double>(8, entropy);
    a.expected = std::to_string(number % 10);
    a.found = a.expected;
    a.right = true;
    return a;
}

SaidAnswer repeated(int number, double entropy) {
    SaidAnswer a = answer(number, entropy);
    a.tokens = Tokens(40, 7);
    a.entropies = std::vector<double>(40, entropy);
    a.ended = false;
    a.found.clear();
    a.right = false;
    return a;
}

using Make = std::function<SaidAnswer(int)>;

/// Batches of 16: `healthy` ones at 0.3 nat, then `count` of another kind. The batch at which it is found.
int found_at(int healthy, int count, const Make& later) {
    TextCollapseDetector detector;
    int number = 0;
    for (int batch = 1; batch <= healthy + count; ++batch) {
        std::vector<SaidAnswer> answers;
        for (int i = 0; i < 16; ++i, ++number)
            answers.push_back(batch <= healthy ? answer(number, 0.3) : later(number));
        if (detector.add(answers))
            return batch;
    }
    return 0;
}

} // namespace

/// When answers have collapsed, by answers made by hand; and what is measured of them.
class TestTextCollapse : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    /// As entropy minimisation does it: the entropy falls to a fifteenth, the answers stay whole.
    void a_healthy_lane_is_none() {
        QCOMPARE(found_at(4, 40, [](int n) { return answer(n, 0.02); }), 0);
        QCOMPARE(found_at(4, 40, [](int n) { return answer(n, 0.3); }), 0);
    }

    /// Half of it wrong, and not one answer for everything.
    void a_poor_lane_is_none() {
        QCOMPARE(found_at(4, 40,
                          [](int n) {
                              SaidAnswer a = answer(n, 0.02);
                              a.found = std::to_string(n * 7 % 9);
                              a.right = false;
                              return a;
                          }),
                 0);
    }

    void repetition() {
        // 4 healthy batches, then 40 tokens of one: the window holds 64 answers, of which 2 batches suffice
        // for the tokens, and the mean entropy falls below a third with the third.
        QCOMPARE(found_at(4, 20, [](int n) { return repeated(n, 0.001); }), 7);
        QCOMPARE(found_at(4, 20,
                          [](int n) {
                              SaidAnswer a = repeated(n, 0.001);
                              for (std::size_t i = 0; i < a.tokens.size(); ++i)
                                  a.tokens[i] = Tokens{5, 6, 7}[i % 3];
                              a.ended = true;
                              a.found = a.expected; // even where the answers are right
                              return a;
                          }),
                 7);
    }

    void one_answer_for_everything() {
        const Make seven = [](int n) {
            SaidAnswer a = answer(n, 0.01);
            a.found = text(7);
            return a;
        };
        QCOMPARE(found_at(4, 20, seven), 7);
        // A stream of sevens rightly has one answer.
        QCOMPARE(found_at(4, 20,
                          [&](int n) {
                              SaidAnswer a = seven(n);
                              a.expected = text(7);
                              return a;
                          }),
                 0);
        // Three of four have it; with half of them, 32 of 64 less the 7 that are true are too few.
        QCOMPARE(found_at(4, 20,
                          [&](int n) {
                              SaidAnswer a = seven(n);
                              a.found = text(n % 4 == 0 ? 3 : 7);
                              return a;
                          }),
                 7);
        QCOMPARE(found_at(4, 20,
                          [&](int n) {
                              SaidAnswer a = seven(n);
                              a.found = text(n % 2 == 0 ? 3 : 7);
                              return a;
                          }),
                 0);
    }

    void silence() {
        QCOMPARE(found_at(4, 20,
                          [](int n) {
                              SaidAnswer a = answer(n, 0.01);
                              a.found.clear();
                              return a;
                          }),
                 8);
        QCOMPARE(found_at(4, 20,
                          [](int n) {
                              SaidAnswer a = answer(n, 0.01);
                              a.tokens = {};
                              a.entropies = {0.01};
                              a.found.clear();
                              return a;
                          }),
                 8);
        // 12 of 16 are less than 80 %.
        QCOMPARE(found_at(4, 20,
                          [](int n) {
                              SaidAnswer a = answer(n, 0.01);
                              a.ended = n % 16 >= 12;
                              return a;
                          }),
                 0);
    }

    /// A model that never could, or that is lost without being sure of it, is none.
    void the_entropy_has_to_fall() {
        QCOMPARE(found_at(4, 40, [](int n) { return repeated(n, 0.11); }), 0);
        QCOMPARE(found_at(0, 40, [](int n) { return repeated(n, 0.001); }), 0);
        QCOMPARE(found_at(4, 40, [](int n) { return repeated(n, 0.099); }), 8);
    }

    void it_needs_as_many_answers_as_it_looks_at() {
        TextCollapseDetector detector;
        detector.add(std::vector<SaidAnswer>(16, answer(1, 0.3)));
        QVERIFY(!detector.add(std::vector<SaidAnswer>(47, repeated(1, 0.0001))));
        QVERIFY(detector.add({repeated(1, 0.0001)}));
        QVERIFY(detector.add({answer(1, 0.3)})); // until reset
        detector.reset();
        QVERIFY(!detector.add(std::vector<SaidAnswer>(64, repeated(1, 0.0001)))); // its start is anew
    }

    void tails_that_repeat() {
        QCOMPARE(periodic_tail({}), 0);
        QCOMPARE(periodic_tail({4}), 0);
        QCOMPARE(periodic_tail({4, 4}), 0);
        QCOMPARE(periodic_tail({4, 4, 4}), 3);
        QCOMPARE(periodic_tail({9, 4, 4, 4, 4}), 4);
        QCOMPARE(periodic_tail({4, 4, 4, 9}), 0);
        QCOMPARE(periodic_tail({1, 2, 3, 2, 3}), 0);
        QCOMPARE(periodic_tail({1, 2, 3, 2, 3, 2, 3}), 6);
        QCOMPARE(periodic_tail({9, 3, 2, 3, 2, 3, 2, 3}), 7);
        QCOMPARE(periodic_tail({1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4}), 12);
        QCOMPARE(periodic_tail({1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5}), 0); // a period of five
    }

    void shares() {
        QCOMPARE(distinct_share({1, 1, 2, 3}), 0.75);
        QVERIFY(std::isnan(distinct_share({})));
        QCOMPARE(share_of_top_fifth({1, 1, 1, 1, 4}), 0.5);
        QCOMPARE(share_of_top_fifth({1, 3, 1, 1, 1, 1}), 0.5); // two of six
        QVERIFY(std::isnan(share_of_top_fifth({0, 0})));
        QCOMPARE(chance_of_larger({3, 1}, {2, 2}), 0.5);
        QCOMPARE(chance_of_larger({3, 2}, {2}), 0.75);
        QVERIFY(std::isnan(chance_of_larger({}, {2})));
    }

    void measures_of_a_batch() {
        std::vector<SaidAnswer> answers = {answer(1, 0.5), repeated(2, 0.25), answer(3, 0)};
        answers[0].steps_asked = 3;
        answers[0].steps_right = 3;
        answers[1].steps_asked = 5;
        answers[1].steps_right = 1;
        answers[2].found.clear();
        answers[2].undecided = true;
        const AnswerMeasures m = measures_of(answers);
        QCOMPARE(m.tokens, 56.0);
        QCOMPARE(m.answer_length, 56.0 / 3);
        QCOMPARE(m.ended_share, 2.0 / 3);
        QCOMPARE(m.extraction_failures, 1.0 / 3);
        QCOMPARE(m.undecided_share, 1.0 / 3);
        QCOMPARE(m.steps_right, 0.5);
        QCOMPARE(m.periodic_tail, 40.0 / 54);
        QVERIFY(std::abs(m.entropy_top_fifth - 5.0 / 14) < 1e-12);
        QVERIFY(std::isnan(measures_of({answer(1, 0.5)}).steps_right));
    }

    void windows_of_answers() {
        AnswerMeter meter;
        QVERIFY(std::isnan(meter.answer_dominance()) && std::isnan(meter.entropy_auroc()));
        std::vector<SaidAnswer> wrong(64, repeated(1, 0.9));
        for (SaidAnswer& a : wrong)
            a.found = text(5);
        meter.add(wrong);
        QCOMPARE(meter.answer_dominance(), 1.0);
        QCOMPARE(meter.true_answer_dominance(), 1.0);
        QCOMPARE(meter.token_dominance(), 1.0);
        QVERIFY(std::isnan(meter.true_token_dominance()));
        std::vector<SaidAnswer> right;
        for (int i = 0; i < 60; ++i) {
            right.push_back(answer(i, 0.1));
            right.back().true_tokens = {1, 2};
        }
        meter.add(right); // four of the others stay
        QCOMPARE(meter.answer_dominance(), 10.0 / 64);
        QCOMPARE(meter.true_answer_dominance(), 10.0 / 64);
        QCOMPARE(meter.true_token_dominance(), 0.5);
        QCOMPARE(meter.entropy_auroc(), 1.0); // the window of certainty holds both
    }

    /// Piece by piece is at once, and as the formulas say.
    void measures_of_tokens() {
        const at::Tensor u = at::tensor({2.0, 0.0, -1.0, 0.5, 0.5, 0.5}, at::kDouble).reshape({2, 3});
        const at::Tensor next = at::tensor({0, 2}, at::kLong);
        const TokenMeasures m = measure_tokens(u, next, [&](std::int64_t begin, std::int64_t count) {
            return at::zeros_like(u).narrow(0, begin, count);
        });
        const at::Tensor log_p = u.log_softmax(1), p = log_p.exp(), h = -(p * log_p).sum(1);
        QCOMPARE(m.entropy.size(), std::size_t(2));
        QVERIFY(std::abs(m.entropy[0] - h[0].item<double>()) < 1e-12);
        QVERIFY(std::abs(m.entropy[1] - std::log(3)) < 1e-12);
        QVERIFY(std::abs(m.log_probability[0] - log_p[0][0].item<double>()) < 1e-12);
        QVERIFY(std::abs(m.log_probability[1] + std::log(3)) < 1e-12);
        // Against even probabilities KL is ln 3 − H.
        QVERIFY(std::abs(m.divergence - (std::log(3) - h.mean().item<double>())) < 1e-12);
        const BatchMeasures whole = measure(u, {});
        QVERIFY(std::abs(m.all.entropy - whole.entropy) < 1e-12);
        QVERIFY(std::abs(m.all.confidence - whole.confidence) < 1e-12);
        QVERIFY(std::abs(m.all.energy - whole.energy) < 1e-12);
        QVERIFY(std::abs(m.all.logit_norm - whole.logit_norm) < 1e-12);
        QVERIFY(std::abs(m.all.center_dominance - whole.center_dominance) < 1e-12);
        QVERIFY(std::abs(m.all.effective_classes - whole.effective_classes) < 1e-12);
        QVERIFY(std::isnan(measure_tokens(u, next).divergence));
        const at::Tensor wide = at::randn({5, 1 << 21}, at::kFloat),
                         some = at::tensor({0, 1, 2, 3, 4}, at::kLong);
        QVERIFY(std::abs(measure_tokens(wide, some).all.entropy - measure(wide.to(at::kDouble), {}).entropy) <
                1e-9);
    }
};

QTEST_GUILESS_MAIN(TestTextCollapse)
#include "test_text_collapse.moc"
