#include "core/adapt/predictor.h"
#include "core/adapt/sgd.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

#include <cmath>

using namespace lab;

namespace {

double value(const at::Tensor& tensor) {
    return tensor.item<double>();
}

at::Tensor number(double x) {
    return at::full({1}, x, at::kDouble);
}

const at::TensorOptions doubles(at::kDouble);

} // namespace

class TestBlocks : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    /// v: 1, −1.1, −0.49; θ: 1 − 0.1, + 0.11, + 0.049.
    void momentum_by_hand() {
        const NamedTensors theta = {{"a", number(1.0)}};
        Sgd sgd;
        sgd.step(theta, {{"a", number(1.0)}}, 0.1, 0.9);
        QVERIFY(std::abs(value(theta.at("a")) - 0.9) < 1e-15);
        sgd.step(theta, {{"a", number(-2.0)}}, 0.1, 0.9);
        QVERIFY(std::abs(value(theta.at("a")) - 1.01) < 1e-15);
        sgd.step(theta, {{"a", number(0.5)}}, 0.1, 0.9);
        QVERIFY(std::abs(value(theta.at("a")) - 1.059) < 1e-15);
        QVERIFY(std::abs(value(sgd.momenta().at("a")) + 0.49) < 1e-15);
    }

    void without_a_gradient_nothing_moves() {
        const NamedTensors theta = {{"a", number(1.0)}, {"b", number(2.0)}};
        Sgd sgd;
        sgd.step(theta, {{"a", number(1.0)}, {"b", number(1.0)}}, 0.1, 0.9);
        sgd.step(theta, {{"a", at::Tensor()}, {"b", number(0.0)}}, 0.1, 0.9);
        QVERIFY(std::abs(value(theta.at("a")) - 0.9) < 1e-15);
        QCOMPARE(value(sgd.momenta().at("a")), 1.0);
        QVERIFY(std::abs(value(theta.at("b")) - 1.81) < 1e-15); // its momentum still carries it
        sgd.step(theta, {{"a", at::Tensor()}}, 0.1, 0.9);
        QVERIFY(std::abs(value(theta.at("a")) - 0.9) < 1e-15);
    }

    void momenta_are_copied_in() {
        const NamedTensors given = {{"a", number(2.0)}};
        const NamedTensors theta = {{"a", number(1.0)}};
        Sgd sgd;
        sgd.set_momenta(given);
        const at::Tensor gradient = number(0.5);
        sgd.step(theta, {{"a", gradient}}, 1.0, 0.5);
        QVERIFY(std::abs(value(theta.at("a")) + 0.5) < 1e-15);
        QCOMPARE(value(given.at("a")), 2.0);
        QCOMPARE(value(gradient), 0.5);
        sgd.set_momenta({});
        QVERIFY(sgd.momenta().empty());
    }

    void linear_starts_as_the_identity() {
        Predictor predictor(5, doubles, 3);
        const auto weights = predictor.trained(PredictorKind::linear);
        QCOMPARE(weights.size(), std::size_t(1));
        const at::Tensor z = at::rand({4, 5}, doubles);
        QVERIFY(at::equal(predictor(PredictorKind::linear, z), z));
        QVERIFY(at::equal(predictor(PredictorKind::none, z), z));
        QCOMPARE(value(predictor.distance(PredictorKind::linear)), 0.0);
        QCOMPARE(value(predictor.distance(PredictorKind::none)), 0.0);
    }

    /// θ − I has the entries 3 and 4: distance 5. Row 0 of θ mixes into output 0.
    void linear_acts_and_measures_by_hand() {
        Predictor predictor(3, doubles, 3);
        at::Tensor theta = predictor.trained(PredictorKind::linear).begin()->second;
        theta[0][2] += 3.0;
        theta[1][1] += 4.0;
        QVERIFY(std::abs(value(predictor.distance(PredictorKind::linear)) - 5.0) < 1e-14);
        const at::Tensor z = at::tensor({1.0, 10.0, 100.0}, at::kDouble).unsqueeze(0);
        const at::Tensor expected = at::tensor({301.0, 50.0, 100.0}, at::kDouble).unsqueeze(0);
        QVERIFY(at::allclose(predictor(PredictorKind::linear, z), expected));
        // A switch thrown there and back finds the trained matrix again.
        predictor.trained(PredictorKind::mlp);
        QVERIFY(at::equal(predictor.trained(PredictorKind::linear).begin()->second, theta));
    }

    void fixed_random_is_reproducible_and_never_trained() {
        constexpr int d = 64;
        Predictor first(d, doubles, 3), again(d, doubles, 3), other(d, doubles, 4);
        for (Predictor* predictor : {&first, &again, &other})
            QVERIFY(predictor->trained(PredictorKind::fixed_random).empty());
        const at::Tensor theta = first.matrix(PredictorKind::fixed_random);
        QVERIFY(at::equal(theta, again.matrix(PredictorKind::fixed_random)));
        QVERIFY(!at::equal(theta, other.matrix(PredictorKind::fixed_random)));
        // 4096 normal numbers with standard deviation 1/8: mean 0 ± 0.002, deviation 0.125 ± 0.0014
        QVERIFY(std::abs(value(theta.mean())) < 0.01);
        QVERIFY(std::abs(value(theta.std()) - 0.125) < 0.007);
        const at::Tensor z = at::rand({2, d}, doubles);
        QVERIFY(at::allclose(first(PredictorKind::fixed_random, z), theta.matmul(z.t()).t()));
        const double distance = value((theta - at::eye(d, doubles)).square().sum().sqrt());
        QVERIFY(std::abs(value(first.distance(PredictorKind::fixed_random)) - distance) < 1e-12);
    }

    void mlp_is_two_layers_with_a_relu() {
        Predictor predictor(6, doubles, 3), again(6, doubles, 3);
        const auto weights = predictor.trained(PredictorKind::mlp);
        QCOMPARE(weights.size(), std::size_t(2));
        const at::Tensor first = weights.at("predictor.mlp.0"), second = weights.at("predictor.mlp.1");
        QVERIFY(!at::equal(first, second));
        QVERIFY(value(first.abs().max()) <= 1.0 / std::sqrt(6.0));
        QVERIFY(at::equal(first, again.trained(PredictorKind::mlp).at("predictor.mlp.0")));
        const at::Tensor z = at::randn({4, 6}, doubles);
        const at::Tensor hidden = z.matmul(first.t());
        const at::Tensor expected = (hidden * (hidden > 0)).matmul(second.t());
        QVERIFY(at::allclose(predictor(PredictorKind::mlp, z), expected));
        QCOMPARE(value(predictor.distance(PredictorKind::mlp)), 0.0);
        QVERIFY(!predictor.matrix(PredictorKind::mlp).defined());
    }
};

QTEST_GUILESS_MAIN(TestBlocks)
#include "test_blocks.moc"
