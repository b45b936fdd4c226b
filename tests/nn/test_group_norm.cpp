#include "core/nn/group_norm.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>
#include <torch/csrc/autograd/autograd.h>

#include <cmath>
#include <limits>
#include <memory>

using namespace lab;

namespace {

/// A layer, an input and something to add, drawn at random; all of them want gradients.
struct Drawn {
    NormMode mode = NormMode::evaluation;
    Parameters parameters;
    std::unique_ptr<Norm> norm;
    at::Tensor x, added, toward; ///< toward: dL/dy

    Drawn(at::IntArrayRef shape, int groups, at::ScalarType type, double mean = 0.3, std::uint64_t seed = 1)
        : parameters(at::TensorOptions(type)) {
        at::Generator generator = at::detail::createCPUGenerator(seed);
        const auto normal = [&](at::IntArrayRef size) {
            return at::empty(size, at::kDouble).normal_(0.0, 1.0, generator).to(type);
        };
        norm = std::make_unique<Norm>(parameters, "n", int(shape[1]),
                                      NormConfig{NormKind::group, groups, 1e-5, true}, mode);
        norm->weight.copy_(normal({shape[1]}) + 1);
        norm->bias.copy_(normal({shape[1]}));
        x = normal(shape) * 1.7 + mean;
        added = normal(shape);
        toward = normal(shape);
        for (at::Tensor* tensor : {&x, &added, &norm->weight, &norm->bias})
            tensor->requires_grad_(true);
    }
    std::vector<at::Tensor> inputs(bool with_added) const {
        std::vector<at::Tensor> all = {x, norm->weight, norm->bias};
        if (with_added)
            all.push_back(added);
        return all;
    }
    /// Operation by operation.
    at::Tensor plain(bool with_added) const {
        const at::Tensor y = at::group_norm(x, norm->config.groups, norm->weight, norm->bias, 1e-5);
        return at::relu(with_added ? y + added : y);
    }
    at::Tensor fused(bool with_added) const {
        return normalised_relu(*norm, x, with_added ? added : at::Tensor());
    }
    std::vector<at::Tensor> gradients(const at::Tensor& y, bool with_added) const {
        return torch::autograd::grad({(y * toward).sum()}, inputs(with_added));
    }
};

double apart(const at::Tensor& a, const at::Tensor& b) {
    return (a - b).abs().max().item<double>() / std::max(1.0, b.abs().max().item<double>());
}

} // namespace

class TestGroupNorm : public QObject {
    Q_OBJECT

    static void add_shapes() {
        QTest::addColumn<QList<qlonglong>>("shape");
        QTest::addColumn<int>("groups");
        QTest::addColumn<bool>("with_added");
        const auto add = [](const QList<qlonglong>& shape, int groups) {
            for (const bool with_added : {false, true})
                QTest::addRow("%lldx%lldx%lldx%lld in %d%s", shape[0], shape[1], shape[2], shape[3], groups,
                              with_added ? ", added" : "")
                    << shape << groups << with_added;
        };
        add({3, 16, 28, 28}, 8);
        add({2, 64, 7, 7}, 8);
        add({5, 6, 1, 1}, 3);
        add({1, 4, 3, 11}, 1); // one group: a layer norm over channels and pixels
        add({2, 4, 5, 13}, 4); // a channel each
        add({0, 4, 3, 3}, 2);
    }
    static std::vector<std::int64_t> shape_of_row() {
        QFETCH(QList<qlonglong>, shape);
        return {shape.begin(), shape.end()};
    }

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void values_and_gradients_are_those_of_the_operations_data() { add_shapes(); }
    void values_and_gradients_are_those_of_the_operations() {
        QFETCH(int, groups);
        QFETCH(bool, with_added);
        const Drawn drawn(shape_of_row(), groups, at::kDouble);
        const at::Tensor fused = drawn.fused(with_added), plain = drawn.plain(with_added);
        QCOMPARE(fused.sizes().vec(), plain.sizes().vec());
        if (fused.numel() == 0)
            return;
        QVERIFY(apart(fused, plain) < 1e-12);
        const auto found = drawn.gradients(fused, with_added);
        const auto expected = drawn.gradients(plain, with_added);
        QCOMPARE(found.size(), expected.size());
        for (std::size_t i = 0; i < found.size(); ++i)
            QVERIFY2(apart(found[i], expected[i]) < 1e-12, std::to_string(i).c_str());
    }

    /// (L(θ + h) − L(θ − h)) / 2h along a random direction of each input.
    void gradients_are_those_of_finite_differences_data() { add_shapes(); }
    void gradients_are_those_of_finite_differences() {
        QFETCH(int, groups);
        QFETCH(bool, with_added);
        Drawn drawn(shape_of_row(), groups, at::kDouble);
        if (drawn.x.numel() == 0)
            QSKIP("nothing to differentiate");
        const auto found = drawn.gradients(drawn.fused(with_added), with_added);
        const auto inputs = drawn.inputs(with_added);
        const c10::NoGradGuard no_grad;
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            const at::Tensor direction = at::sin(
                at::arange(inputs[i].numel(), at::kDouble).mul(1.3).add(double(i)).view(inputs[i].sizes()));
            const double h = 1e-7;
            const auto loss_at = [&](double step) {
                inputs[i].add_(direction, step);
                const double loss = (drawn.fused(with_added) * drawn.toward).sum().item<double>();
                inputs[i].sub_(direction, step);
                return loss;
            };
            const double slope = (loss_at(h) - loss_at(-h)) / (2 * h);
            const double expected = (found[i] * direction).sum().item<double>();
            QVERIFY2(std::abs(slope - expected) < 1e-5 * std::max(1.0, std::abs(expected)),
                     std::to_string(i).c_str());
        }
    }

    /// Single precision is no farther from double than LibTorch's own operations are, four times over.
    void single_precision_keeps_its_digits() {
        for (const double mean : {0.0, 100.0}) {
            const Drawn exact({4, 32, 14, 14}, 8, at::kDouble, mean),
                single({4, 32, 14, 14}, 8, at::kFloat, mean);
            const auto expected = exact.gradients(exact.plain(true), true);
            const at::Tensor values = exact.plain(true);
            const auto of_single = [&](const at::Tensor& y) {
                std::vector<double> all = {apart(y.to(at::kDouble), values)};
                const auto gradients = single.gradients(y, true);
                for (std::size_t i = 0; i < gradients.size(); ++i)
                    all.push_back(apart(gradients[i].to(at::kDouble), expected[i]));
                return all;
            };
            const auto fused = of_single(single.fused(true)), plain = of_single(single.plain(true));
            for (std::size_t i = 0; i < fused.size(); ++i)
                QVERIFY2(fused[i] < 4 * plain[i] + 1e-6, std::to_string(i).c_str());
        }
    }

    /// Bit for bit, whatever the number of threads.
    void threads_change_no_digit() {
        for (const at::ScalarType type : {at::kFloat, at::kDouble}) {
            std::vector<std::vector<at::Tensor>> runs;
            for (const int threads : {1, 2, 5}) {
                at::set_num_threads(threads);
                const Drawn drawn({7, 16, 9, 9}, 4, type);
                const at::Tensor y = drawn.fused(true);
                auto all = drawn.gradients(y, true);
                all.push_back(y.detach());
                runs.push_back(std::move(all));
            }
            at::set_num_threads(1);
            for (const auto& run : runs)
                for (std::size_t i = 0; i < run.size(); ++i)
                    QVERIFY(at::equal(run[i], runs[0][i]));
        }
    }

    void what_is_no_number_stays_so() {
        for (const double bad : {std::numeric_limits<double>::quiet_NaN(), HUGE_VAL}) {
            const Drawn drawn({2, 4, 3, 3}, 2, at::kFloat);
            drawn.x.detach()[1][3][0][0] = bad;
            const at::Tensor y = drawn.fused(false);
            QVERIFY(y[1].slice(0, 2).isnan().all().item<bool>());       // its group
            QVERIFY(y[1].slice(0, 0, 2).isfinite().all().item<bool>()); // the other one
            QVERIFY(y[0].isfinite().all().item<bool>());
            QVERIFY(drawn.gradients(y, false)[0][1].slice(0, 2).isnan().all().item<bool>());
        }
    }

    /// Only what is trained gets a gradient; the first layer of a network has no input to send one to.
    void gradients_that_nobody_wants_are_left_out() {
        Drawn drawn({2, 4, 5, 5}, 2, at::kDouble);
        drawn.x.requires_grad_(false);
        drawn.added.requires_grad_(false);
        const auto loss = (drawn.fused(true) * drawn.toward).sum();
        const auto found = torch::autograd::grad({loss}, {drawn.norm->weight, drawn.norm->bias});
        const auto expected = torch::autograd::grad({(drawn.plain(true) * drawn.toward).sum()},
                                                    {drawn.norm->weight, drawn.norm->bias});
        QVERIFY(apart(found[0], expected[0]) < 1e-12 && apart(found[1], expected[1]) < 1e-12);
        drawn.norm->weight.requires_grad_(false);
        drawn.norm->bias.requires_grad_(false);
        QVERIFY(!drawn.fused(true).requires_grad());
        drawn.added.requires_grad_(true);
        const auto alone = torch::autograd::grad({(drawn.fused(true) * drawn.toward).sum()}, {drawn.added});
        QVERIFY(apart(alone[0], drawn.toward.where(drawn.plain(true) > 0, at::zeros_like(drawn.toward))) <
                1e-12);
    }

    void a_gradient_of_the_gradient_is_refused() {
        const Drawn drawn({2, 4, 5, 5}, 2, at::kDouble);
        QVERIFY_EXCEPTION_THROWN(torch::autograd::grad({drawn.fused(false).sum()}, {drawn.x}, {}, true, true),
                                 std::exception);
    }

    /// Other norms, types and layouts: operation by operation, with the same values.
    void other_norms_and_layouts() {
        const Drawn drawn({2, 6, 4, 4}, 3, at::kDouble);
        const at::Tensor last = drawn.x.detach().contiguous(at::MemoryFormat::ChannelsLast);
        QVERIFY(apart(normalised_relu(*drawn.norm, last, drawn.added), drawn.plain(true)) < 1e-12);
        const at::Tensor added_last = drawn.added.detach().contiguous(at::MemoryFormat::ChannelsLast);
        QVERIFY(apart(normalised_relu(*drawn.norm, drawn.x, added_last), drawn.plain(true)) < 1e-12);
        Parameters parameters{at::TensorOptions(at::kDouble)};
        const NormMode mode = NormMode::batch_statistics;
        Norm batch(parameters, "b", 6, {NormKind::batch, 1, 1e-5}, mode);
        batch.weight.fill_(1.0);
        QVERIFY(apart(normalised_relu(batch, drawn.x), at::relu(batch(drawn.x))) < 1e-15);
    }
};

QTEST_GUILESS_MAIN(TestGroupNorm)
#include "test_group_norm.moc"
