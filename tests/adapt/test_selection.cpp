#include "core/adapt/blocks/selection.h"
#include "core/adapt/patch_shuffle.h"

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

/// Rows of a mask.
std::vector<std::int64_t> rows_of(const at::Tensor& mask) {
    const at::Tensor index = mask.nonzero().squeeze(1).contiguous();
    return {index.data_ptr<std::int64_t>(), index.data_ptr<std::int64_t>() + index.numel()};
}

/// A selection with a rule; it remembers.
struct Selector {
    SelectionBlock block{at::TensorOptions(at::kDouble), 7};

    Selected select(const Selection& rule, ObjectiveKind objective, const at::Tensor& logits,
                    const SelectionBlock::ShuffledLogits& shuffled) {
        block.choose(rule, objective);
        const Selected selected = block.select(logits, shuffled);
        if (selected.mask.defined() &&
            selected.kept.item<std::int64_t>() != std::ssize(rows_of(selected.mask)))
            throw std::logic_error("the mask and the number of kept rows differ");
        return selected;
    }
    std::vector<std::int64_t> rows(const Selection& rule, ObjectiveKind objective, const at::Tensor& logits) {
        return rows_of(select(rule, objective, logits, never).mask);
    }
    static at::Tensor never(const at::Tensor&) { throw std::logic_error("shuffled logits were asked for"); }
};

double at_row(const at::Tensor& tensor, std::int64_t i) {
    return tensor[i].item<double>();
}

const auto never = Selector::never;

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
        QVERIFY(!s.mask.defined() && !s.weights.defined() && !s.kept.defined());
    }

    void entropy_margin() {
        const at::Tensor logits = logits_of({even, sure_of_0, torn, sure_of_1}).set_requires_grad(true);
        Selection rule;
        rule.kind = SelectionKind::entropy;
        Selector selector;
        const Selected narrow = selector.select(rule, ObjectiveKind::entropy, logits, never);
        QCOMPARE(rows_of(narrow.mask), (std::vector<std::int64_t>{1, 3}));
        QVERIFY(!narrow.weights.defined());
        rule.margin = 0.6;
        QCOMPARE(selector.rows(rule, ObjectiveKind::entropy, logits), (std::vector<std::int64_t>{1, 2, 3}));
        rule.margin = 0;
        QCOMPARE(selector.rows(rule, ObjectiveKind::entropy, logits).size(), std::size_t(0));
    }

    /// A sure prediction on little evidence: softmax entropy 0.26, opinion entropy 0.81, margin 0.55.
    void come_brings_its_own_entropy() {
        const at::Tensor logits = at::tensor({2.0, -2.0, -2.0, -2.0}, at::kDouble).unsqueeze(0);
        Selection rule;
        rule.kind = SelectionKind::entropy;
        Selector selector;
        QCOMPARE(selector.rows(rule, ObjectiveKind::entropy, logits).size(), std::size_t(1));
        QCOMPARE(selector.rows(rule, ObjectiveKind::come, logits).size(), std::size_t(0));
    }

    void eata_keeps_what_is_new() {
        Selection rule;
        rule.kind = SelectionKind::entropy_redundancy;
        rule.redundancy_margin = 0.5;
        Selector selector;
        QVERIFY(!selector.block.moving_average().defined());
        const Selected first =
            selector.select(rule, ObjectiveKind::entropy, logits_of({sure_of_0, even, sure_of_0}), never);
        QCOMPARE(rows_of(first.mask), (std::vector<std::int64_t>{0, 2}));
        QVERIFY(std::abs(at_row(selector.block.moving_average(), 0) - 0.97) < 1e-12);
        const double weight = std::exp(0.4 * ln4 - entropy(sure_of_0));
        QVERIFY(std::abs(at_row(first.weights, 0) - weight) < 1e-12);

        // Cosine 1 with the average: known. Cosine 0.02: new, and moves the average by a tenth.
        const Selected second =
            selector.select(rule, ObjectiveKind::entropy, logits_of({sure_of_0, sure_of_1}), never);
        QCOMPARE(rows_of(second.mask), (std::vector<std::int64_t>{1}));
        QVERIFY(std::abs(at_row(selector.block.moving_average(), 0) - (0.9 * 0.97 + 0.1 * 0.01)) < 1e-12);
        QVERIFY(std::abs(at_row(selector.block.moving_average(), 1) - (0.9 * 0.01 + 0.1 * 0.97)) < 1e-12);

        // Nothing kept: the average stays.
        const at::Tensor before = selector.block.moving_average().clone();
        for (const auto& p : {sure_of_0, even})
            QCOMPARE(selector.rows(rule, ObjectiveKind::entropy, logits_of({p})).size(), std::size_t(0));
        QVERIFY(at::equal(selector.block.moving_average(), before));
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
            const auto kept = selector.rows(rule, ObjectiveKind::entropy, logits_of({q}));
            QCOMPARE(kept.size(), std::size_t(offset > 0 ? 1 : 0));
        }
    }

    /// Rows 0 and 2 pass the margin; only they are shuffled. Row 0 loses 0.97 − 0.40, row 2 only 0.97 − 0.90.
    void deyo_keeps_what_depends_on_shape() {
        Selection rule{SelectionKind::entropy_plpd, 0.5, 0.4, 0.4, 0.2};
        Selector selector;
        std::vector<std::int64_t> asked;
        const auto shuffled = [&](const at::Tensor& mask) {
            asked = rows_of(mask); // what stands in the other rows does not matter
            return logits_of({{0.40, 0.58, 0.01, 0.01}, torn, {0.08, 0.90, 0.01, 0.01}, even});
        };
        const Selected s = selector.select(rule, ObjectiveKind::entropy,
                                           logits_of({sure_of_0, even, sure_of_1, torn}), shuffled);
        QCOMPARE(asked, (std::vector<std::int64_t>{0, 2}));
        QCOMPARE(rows_of(s.mask), (std::vector<std::int64_t>{0}));
        const double weight = std::exp(0.4 * ln4 - entropy(sure_of_0)) + std::exp(0.97 - 0.40);
        QVERIFY(std::abs(at_row(s.weights, 0) - weight) < 1e-12);
        rule.plpd_threshold = 0.05;
        const Selected both = selector.select(rule, ObjectiveKind::entropy,
                                              logits_of({sure_of_0, even, sure_of_1, torn}), shuffled);
        QCOMPARE(rows_of(both.mask), (std::vector<std::int64_t>{0, 2}));
        rule.margin = 0;
        QVERIFY(rows_of(selector
                            .select(rule, ObjectiveKind::entropy,
                                    logits_of({sure_of_0, even, sure_of_1, torn}), shuffled)
                            .mask)
                    .empty());
        QVERIFY(asked.empty());
    }

    /// Weighted mean over the kept rows; what the others hold comes through neither forwards nor backwards.
    void means_are_of_the_kept_rows() {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const Selected s{at::tensor({1, 0, 1, 0}, at::kInt).to(at::kBool),
                         at::tensor({2.0, 0.0, 0.5, 0.0}, at::kDouble), at::full({}, 2.0, at::kDouble)};
        const at::Tensor x = at::tensor({3.0, nan, 4.0, 1e300}, at::kDouble).set_requires_grad(true);
        const at::Tensor mean = s.mean(x);
        QCOMPARE(mean.item<double>(), (3 * 2 + 4 * 0.5) / 2);
        mean.backward();
        QVERIFY(at::equal(x.grad(), at::tensor({1.0, 0.0, 0.25, 0.0}, at::kDouble)));
        const Selected none{at::zeros({2}, at::kBool), {}, at::zeros({}, at::kDouble)};
        QCOMPARE(none.mean(at::tensor({nan, 5.0}, at::kDouble)).item<double>(), 0.0);
        QCOMPARE(Selected{}.mean(at::tensor({1.0, 5.0}, at::kDouble)).item<double>(), 3.0);

        const at::Tensor logits = at::tensor({1.0, 2.0, nan, nan}, at::kDouble).view({2, 2});
        const Selected first{at::tensor({1, 0}, at::kInt).to(at::kBool), {}, at::ones({}, at::kDouble)};
        QVERIFY(
            at::equal(first.only_kept(logits), at::tensor({1.0, 2.0, 1.0, 1.0}, at::kDouble).view({2, 2})));
    }

    void the_average_goes_back_where_a_flag_says_so() {
        const Selection rule{SelectionKind::entropy_redundancy, 0.5, 0.4, 0.4, 0.5};
        Selector selector;
        const auto logits = logits_of({sure_of_0});
        QCOMPARE(selector.rows(rule, ObjectiveKind::entropy, logits).size(), std::size_t(1));
        selector.block.reset(at::zeros({}, at::kBool));
        QCOMPARE(selector.rows(rule, ObjectiveKind::entropy, logits).size(), std::size_t(0)); // known
        selector.block.reset(at::ones({}, at::kBool));
        QVERIFY(!selector.block.has_average().item<bool>());
        QCOMPARE(selector.rows(rule, ObjectiveKind::entropy, logits).size(), std::size_t(1)); // new again
    }

    void carries_no_gradient() {
        const at::Tensor logits = logits_of({sure_of_0, sure_of_1}).set_requires_grad(true);
        const Selection rule{SelectionKind::entropy_redundancy, 0.5, 0.4, 0.4, 0.2};
        Selector selector;
        const Selected s = selector.select(rule, ObjectiveKind::entropy, logits, never);
        QVERIFY(!s.weights.requires_grad() && !s.kept.requires_grad());
        QVERIFY(!selector.block.moving_average().requires_grad());
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
