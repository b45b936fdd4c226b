#include "core/adapt/patch_shuffle.h"
#include "core/adapt/selection.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

#include <cmath>

using namespace lab;

namespace {

using Rows = std::vector<std::vector<double>>;

/// Logits whose softmax is the given probabilities.
at::Tensor logits_of(const Rows& probabilities) {
    std::vector<at::Tensor> rows;
    for (const auto& p : probabilities)
        rows.push_back(at::tensor(p, at::kDouble).log());
    return at::stack(rows);
}

double entropy(const std::vector<double>& p) {
    double sum = 0;
    for (const double x : p)
        sum -= x * std::log(x);
    return sum;
}

std::vector<std::int64_t> indices(const Selected& selected) {
    const at::Tensor index = selected.index.contiguous();
    return {index.data_ptr<std::int64_t>(), index.data_ptr<std::int64_t>() + index.numel()};
}

double at_row(const at::Tensor& tensor, std::int64_t i) {
    return tensor[i].item<double>();
}

at::Tensor never(const at::Tensor&) {
    throw std::logic_error("shuffled logits were asked for");
}

const std::vector<double> sure_of_0 = {0.97, 0.01, 0.01, 0.01};
const std::vector<double> sure_of_1 = {0.01, 0.97, 0.01, 0.01};
const std::vector<double> torn = {0.49, 0.49, 0.01, 0.01}; // entropy 0.79, between 0.5 and 0.6 of ln 4
const std::vector<double> even = {0.25, 0.25, 0.25, 0.25};
const double ln4 = std::log(4.0);

} // namespace

class TestSelection : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void all_keeps_everything() {
        Selector selector;
        const Selected s = selector.select({}, ObjectiveKind::entropy, logits_of({even, torn}), never);
        QCOMPARE(indices(s), (std::vector<std::int64_t>{0, 1}));
        QVERIFY(!s.weights.defined());
    }

    void entropy_margin() {
        const at::Tensor logits = logits_of({even, sure_of_0, torn, sure_of_1}).set_requires_grad(true);
        Selection rule;
        rule.kind = SelectionKind::entropy;
        Selector selector;
        const Selected narrow = selector.select(rule, ObjectiveKind::entropy, logits, never);
        QCOMPARE(indices(narrow), (std::vector<std::int64_t>{1, 3}));
        QVERIFY(!narrow.weights.defined());
        rule.margin = 0.6;
        QCOMPARE(indices(selector.select(rule, ObjectiveKind::entropy, logits, never)),
                 (std::vector<std::int64_t>{1, 2, 3}));
        rule.margin = 0;
        QCOMPARE(selector.select(rule, ObjectiveKind::entropy, logits, never).index.numel(), 0);
    }

    /// A sure prediction on little evidence: softmax entropy 0.26, opinion entropy 0.81, margin 0.55.
    void come_brings_its_own_entropy() {
        const at::Tensor logits = at::tensor({2.0, -2.0, -2.0, -2.0}, at::kDouble).unsqueeze(0);
        Selection rule;
        rule.kind = SelectionKind::entropy;
        Selector selector;
        QCOMPARE(selector.select(rule, ObjectiveKind::entropy, logits, never).index.numel(), 1);
        QCOMPARE(selector.select(rule, ObjectiveKind::come, logits, never).index.numel(), 0);
    }

    void eata_keeps_what_is_new() {
        Selection rule;
        rule.kind = SelectionKind::entropy_redundancy;
        rule.redundancy_margin = 0.5;
        Selector selector;
        QVERIFY(!selector.moving_average().defined());
        const Selected first =
            selector.select(rule, ObjectiveKind::entropy, logits_of({sure_of_0, even, sure_of_0}), never);
        QCOMPARE(indices(first), (std::vector<std::int64_t>{0, 2}));
        QVERIFY(std::abs(at_row(selector.moving_average(), 0) - 0.97) < 1e-12);
        const double weight = std::exp(0.4 * ln4 - entropy(sure_of_0));
        QVERIFY(std::abs(at_row(first.weights, 0) - weight) < 1e-12);

        // Cosine 1 with the average: known. Cosine 0.02: new, and moves the average by a tenth.
        const Selected second =
            selector.select(rule, ObjectiveKind::entropy, logits_of({sure_of_0, sure_of_1}), never);
        QCOMPARE(indices(second), (std::vector<std::int64_t>{1}));
        QVERIFY(std::abs(at_row(selector.moving_average(), 0) - (0.9 * 0.97 + 0.1 * 0.01)) < 1e-12);
        QVERIFY(std::abs(at_row(selector.moving_average(), 1) - (0.9 * 0.01 + 0.1 * 0.97)) < 1e-12);

        // Nothing kept: the average stays.
        const at::Tensor before = selector.moving_average().clone();
        for (const auto& p : {sure_of_0, even})
            QCOMPARE(selector.select(rule, ObjectiveKind::entropy, logits_of({p}), never).index.numel(), 0);
        QVERIFY(at::equal(selector.moving_average(), before));
    }

    void eata_margin_is_compared_with_the_cosine() {
        Selection rule;
        rule.kind = SelectionKind::entropy_redundancy;
        const std::vector<double> p = {0.9, 0.08, 0.01, 0.01}, q = {0.08, 0.9, 0.01, 0.01};
        const double cosine = (2 * 0.9 * 0.08 + 2e-4) / (0.9 * 0.9 + 0.08 * 0.08 + 2e-4);
        for (const double offset : {-1e-6, 1e-6}) {
            Selector selector;
            rule.redundancy_margin = cosine + offset;
            selector.select(rule, ObjectiveKind::entropy, logits_of({p}), never);
            const auto kept = selector.select(rule, ObjectiveKind::entropy, logits_of({q}), never).index;
            QCOMPARE(kept.numel(), offset > 0 ? 1 : 0);
        }
    }

    /// Rows 0 and 2 pass the margin; only they are shuffled. Row 0 loses 0.97 − 0.40, row 2 only 0.97 − 0.90.
    void deyo_keeps_what_depends_on_shape() {
        Selection rule{SelectionKind::entropy_plpd, 0.5, 0.4, 0.4, 0.2};
        Selector selector;
        std::vector<std::int64_t> asked;
        const auto shuffled = [&](const at::Tensor& rows) {
            asked = indices({rows, {}});
            return logits_of({{0.40, 0.58, 0.01, 0.01}, {0.08, 0.90, 0.01, 0.01}});
        };
        const Selected s = selector.select(rule, ObjectiveKind::entropy,
                                           logits_of({sure_of_0, even, sure_of_1, torn}), shuffled);
        QCOMPARE(asked, (std::vector<std::int64_t>{0, 2}));
        QCOMPARE(indices(s), (std::vector<std::int64_t>{0}));
        const double weight = std::exp(0.4 * ln4 - entropy(sure_of_0)) + std::exp(0.97 - 0.40);
        QVERIFY(std::abs(at_row(s.weights, 0) - weight) < 1e-12);
        rule.plpd_threshold = 0.05;
        const Selected both = selector.select(rule, ObjectiveKind::entropy,
                                              logits_of({sure_of_0, even, sure_of_1, torn}), shuffled);
        QCOMPARE(indices(both), (std::vector<std::int64_t>{0, 2}));
        rule.margin = 0;
        QCOMPARE(selector.select(rule, ObjectiveKind::entropy, logits_of({sure_of_0}), never).index.numel(),
                 0);
    }

    void carries_no_gradient() {
        const at::Tensor logits = logits_of({sure_of_0, sure_of_1}).set_requires_grad(true);
        const Selection rule{SelectionKind::entropy_redundancy, 0.5, 0.4, 0.4, 0.2};
        Selector selector;
        QVERIFY(!selector.select(rule, ObjectiveKind::entropy, logits, never).weights.requires_grad());
        QVERIFY(!selector.moving_average().requires_grad());
    }

    void shuffle_by_identity_changes_nothing() {
        const at::Tensor x = at::arange(2 * 3 * 8 * 12, at::kDouble).view({2, 3, 8, 12});
        QVERIFY(at::equal(shuffle_patches(x, at::arange(16, at::kLong).expand({2, 16})), x));
    }

    /// Patch i of the result is patch order[i] of the picture, each picture with its own order.
    void shuffle_by_known_orders() {
        const at::Tensor x = at::arange(64, at::kDouble).view({1, 1, 8, 8}).repeat({2, 2, 1, 1});
        const at::Tensor forth = at::arange(16, at::kLong), back = forth.flip({0});
        const at::Tensor turned = shuffle_patches(x, at::stack({back, forth}));
        QVERIFY(at::equal(turned[1], x[1]));
        // The top left 2×2 patch comes from the bottom right one, itself not turned.
        QVERIFY(
            at::equal(turned[0][1].narrow(0, 0, 2).narrow(1, 0, 2), x[0][1].narrow(0, 6, 2).narrow(1, 6, 2)));
        QVERIFY(
            at::equal(turned[0][0].narrow(0, 4, 2).narrow(1, 2, 2), x[0][0].narrow(0, 2, 2).narrow(1, 4, 2)));
        // A cycle is not its own inverse: it tells reading from writing.
        const at::Tensor cycle = forth.roll({1}).unsqueeze(0);
        const at::Tensor cycled = shuffle_patches(x.narrow(0, 0, 1), cycle);
        QCOMPARE(cycled[0][0][0][2].item<double>(), 0.0);
        QCOMPARE(cycled[0][0][0][0].item<double>(), 54.0);
    }

    void shuffle_of_other_sizes_goes_through_a_multiple_of_four() {
        const at::Tensor forth = at::arange(16, at::kLong).unsqueeze(0);
        const at::Tensor x = at::arange(42, at::kDouble).view({1, 1, 6, 7});
        const at::Tensor there_and_back =
            at::upsample_bilinear2d(at::upsample_bilinear2d(x, {4, 4}, false), {6, 7}, false);
        const at::Tensor same = shuffle_patches(x, forth);
        QVERIFY(at::allclose(same, there_and_back, 0, 1e-12));
        QVERIFY(!at::allclose(same, x));
        const at::Tensor turned = shuffle_patches(x, forth.flip({1}));
        QCOMPARE(turned.size(2), 6);
        QCOMPARE(turned.size(3), 7);
        QVERIFY(at::allclose(turned, there_and_back.flip({2, 3}), 0, 1e-9));
    }
};

QTEST_GUILESS_MAIN(TestSelection)
#include "test_selection.moc"
