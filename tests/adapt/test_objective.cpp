#include "core/adapt/blocks/divergence.h"
#include "core/adapt/blocks/objective.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>
#include <torch/csrc/autograd/autograd.h>

#include <cmath>
#include <functional>

using namespace lab;

namespace {

constexpr double tiny = 1e-12;

/// Logits whose softmax is the given shares, over their sum.
at::Tensor log_of(const std::vector<double>& shares) {
    return at::tensor(shares, at::kDouble).log().unsqueeze(0);
}

double value(const at::Tensor& tensor) {
    return tensor.item<double>();
}

const std::vector<ObjectiveKind> objectives = {
    ObjectiveKind::entropy, ObjectiveKind::come, ObjectiveKind::pseudo_label,
    ObjectiveKind::soft_likelihood_ratio, ObjectiveKind::negative_squared};
const std::vector<DivergenceKind> divergences = {DivergenceKind::symmetric_kl, DivergenceKind::kl,
                                                 DivergenceKind::reverse_kl, DivergenceKind::jensen_shannon,
                                                 DivergenceKind::mean_squared};

at::Tensor gradient(const at::Tensor& logits, const std::function<at::Tensor(const at::Tensor&)>& loss) {
    const at::Tensor u = logits.clone().set_requires_grad(true);
    return torch::autograd::grad({loss(u).sum()}, {u})[0];
}

/// Central difference in one coordinate of a [1,K] row.
double slope(const at::Tensor& logits, int k, const std::function<at::Tensor(const at::Tensor&)>& loss) {
    constexpr double h = 1e-5;
    const at::Tensor up = logits.clone(), down = logits.clone();
    up[0][k] += h;
    down[0][k] -= h;
    return (value(loss(up)) - value(loss(down))) / (2 * h);
}

} // namespace

class TestObjective : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    /// p = (1/8, 2/8, 5/8); evidence (1, 2, 5), strength 8 + 3.
    void values_by_hand() {
        const at::Tensor u = log_of({1, 2, 5});
        const auto objective = [&](ObjectiveKind kind) { return value(objective_of(kind, u)); };
        const double entropy = std::log(8.0) / 8 + std::log(4.0) / 4 + 5 * std::log(1.6) / 8;
        QVERIFY(std::abs(objective(ObjectiveKind::entropy) - entropy) < tiny);
        QVERIFY(std::abs(objective(ObjectiveKind::entropy) - 0.900256) < 1e-6);
        QVERIFY(std::abs(value(entropy_of(u)) - entropy) < tiny);
        QVERIFY(std::abs(objective(ObjectiveKind::pseudo_label) - std::log(1.6)) < tiny);
        QVERIFY(std::abs(objective(ObjectiveKind::negative_squared) + 30.0 / 64) < tiny);
        const double ratio = std::log(7.0) / 8 + std::log(3.0) / 4 - 5 * std::log(5.0 / 3) / 8;
        QVERIFY(std::abs(objective(ObjectiveKind::soft_likelihood_ratio) - ratio) < tiny);
        double opinion = 0;
        for (const double e : {1.0, 2.0, 5.0, 3.0})
            opinion -= (e / 11 + 1e-7) * std::log(e / 11 + 1e-7);
        QVERIFY(std::abs(objective(ObjectiveKind::come) - opinion) < tiny);
    }

    void every_row_on_its_own() {
        const at::Tensor first = log_of({1, 2, 5}), second = log_of({1, 1, 2});
        for (const ObjectiveKind kind : objectives) {
            const at::Tensor both = objective_of(kind, at::cat({first, second}));
            QCOMPARE(both.dim(), 1);
            QVERIFY(std::abs(value(both[0]) - value(objective_of(kind, first))) < tiny);
            QVERIFY(std::abs(value(both[1]) - value(objective_of(kind, second))) < tiny);
            QVERIFY(std::abs(value(both[0]) - value(both[1])) > 1e-3);
        }
    }

    void two_classes_even() {
        const at::Tensor u = at::zeros({1, 2}, at::kDouble);
        QVERIFY(std::abs(value(entropy_of(u)) - std::log(2.0)) < tiny);
        QVERIFY(std::abs(value(objective_of(ObjectiveKind::soft_likelihood_ratio, u))) < tiny);
        QVERIFY(std::abs(value(objective_of(ObjectiveKind::negative_squared, u)) + 0.5) < tiny);
    }

    void gradients_match_differences() {
        const at::Tensor u = at::tensor({0.3, -0.7, 1.1}, at::kDouble).unsqueeze(0);
        for (const ObjectiveKind kind : objectives) {
            if (kind == ObjectiveKind::come) // its scale is detached: see below
                continue;
            const auto loss = [&](const at::Tensor& x) { return objective_of(kind, x); };
            const at::Tensor g = gradient(u, loss);
            for (int k = 0; k < 3; ++k)
                QVERIFY(std::abs(value(g[0][k]) - slope(u, k, loss)) < 1e-8);
        }
    }

    /// COME must not be lowered by longer logits alone: the gradient has no part along them. Across, it is
    /// that of the plain opinion entropy.
    void come_has_no_radial_gradient() {
        const at::Tensor u = at::tensor({0.3, -0.7, 1.1}, at::kDouble).unsqueeze(0);
        const auto loss = [](const at::Tensor& x) { return objective_of(ObjectiveKind::come, x); };
        const at::Tensor g = gradient(u, loss);
        QVERIFY(std::abs(value((g * u).sum())) < tiny);
        at::Tensor differences = at::zeros({1, 3}, at::kDouble);
        for (int k = 0; k < 3; ++k)
            differences[0][k] = slope(u, k, loss);
        const at::Tensor radial = (differences * u).sum() / u.square().sum() * u;
        QVERIFY(value(radial.norm()) > 1e-3);
        QVERIFY(value((g - (differences - radial)).norm()) < 1e-8);
    }

    void descent_makes_predictions_surer() {
        const at::Tensor u = at::tensor({0.3, -0.7, 1.1}, at::kDouble).unsqueeze(0);
        for (const ObjectiveKind kind : objectives) {
            const at::Tensor g = gradient(u, [&](const at::Tensor& x) { return objective_of(kind, x); });
            const at::Tensor moved = u - 0.01 * g;
            QVERIFY(value(moved.softmax(1).max()) > value(u.softmax(1).max()));
        }
    }

    /// p_o = (1, 2, 5)/8, p_r = (2, 2, 4)/8, middle (3, 4, 9)/16.
    void divergences_by_hand() {
        const at::Tensor online = log_of({1, 2, 5}), target = log_of({2, 2, 4});
        const auto d = [&](DivergenceKind kind) { return value(divergence_of(kind, online, target)); };
        const double forward = std::log(0.5) / 8 + 5 * std::log(1.25) / 8;
        const double reverse = std::log(2.0) / 4 + std::log(0.8) / 2;
        QVERIFY(std::abs(d(DivergenceKind::kl) - forward) < tiny);
        QVERIFY(std::abs(d(DivergenceKind::reverse_kl) - reverse) < tiny);
        QVERIFY(std::abs(d(DivergenceKind::symmetric_kl) - forward - reverse) < tiny);
        QVERIFY(std::abs(d(DivergenceKind::mean_squared) - 2.0 / 64) < tiny);
        const double to_middle = std::log(2.0 / 3) / 8 + 5 * std::log(10.0 / 9) / 8;
        const double from_middle = std::log(4.0 / 3) / 4 + std::log(8.0 / 9) / 2;
        QVERIFY(std::abs(d(DivergenceKind::jensen_shannon) - (to_middle + from_middle) / 2) < tiny);
        QVERIFY(forward > 0.05 && reverse > 0.05 && std::abs(forward - reverse) > 1e-3);
    }

    void divergences_vanish_for_equals_only() {
        const at::Tensor u = log_of({1, 2, 5}), shifted = u + 7.0, other = log_of({5, 2, 1});
        for (const DivergenceKind kind : divergences) {
            QVERIFY(std::abs(value(divergence_of(kind, u, shifted))) < tiny);
            QVERIFY(value(divergence_of(kind, u, other)) > 0.1);
            const at::Tensor g =
                gradient(u, [&](const at::Tensor& x) { return divergence_of(kind, x, u.detach()); });
            QVERIFY(value(g.abs().max()) < tiny);
        }
    }

    void divergence_gradients_match_differences_on_both_sides() {
        const at::Tensor a = log_of({1, 2, 5}), b = log_of({2, 2, 4});
        for (const DivergenceKind kind : divergences) {
            const auto online = [&](const at::Tensor& x) { return divergence_of(kind, x, b); };
            const auto target = [&](const at::Tensor& x) { return divergence_of(kind, a, x); };
            const at::Tensor of_online = gradient(a, online), of_target = gradient(b, target);
            for (int k = 0; k < 3; ++k) {
                QVERIFY(std::abs(value(of_online[0][k]) - slope(a, k, online)) < 1e-8);
                QVERIFY(std::abs(value(of_target[0][k]) - slope(b, k, target)) < 1e-8);
            }
            const at::Tensor nearer = a - 0.01 * of_online;
            QVERIFY(value(divergence_of(kind, nearer, b)) < value(divergence_of(kind, a, b)));
        }
    }

    void extreme_logits_stay_finite() {
        for (const at::ScalarType type : {at::kFloat, at::kDouble}) {
            const at::Tensor sure = at::tensor({500.0, 0.0, -500.0}, type).unsqueeze(0);
            const at::Tensor otherwise = at::tensor({-500.0, 0.0, 500.0}, type).unsqueeze(0);
            for (const ObjectiveKind kind : objectives) {
                if (kind == ObjectiveKind::come) // its evidence is exp(u), as published
                    continue;
                const auto loss = [&](const at::Tensor& x) { return objective_of(kind, x); };
                QVERIFY(std::isfinite(loss(sure).item<double>()));
                QVERIFY(gradient(sure, loss).isfinite().all().item<bool>());
            }
            for (const DivergenceKind kind : divergences)
                QVERIFY(std::isfinite(divergence_of(kind, sure, otherwise).item<double>()));
            const double js = divergence_of(DivergenceKind::jensen_shannon, sure, otherwise).item<double>();
            QVERIFY(std::abs(js - std::log(2.0)) < 1e-6);
        }
    }
};

QTEST_GUILESS_MAIN(TestObjective)
#include "test_objective.moc"
