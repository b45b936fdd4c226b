#include "core/adapt/blocks/alignment.h"
#include "core/adapt/blocks/predictor.h"
#include "core/adapt/blocks/recovery.h"
#include "core/adapt/blocks/sgd.h"
#include "core/adapt/blocks/sharpness.h"
#include "core/adapt/blocks/trained.h"
#include "tests/support/random_models.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>
#include <c10/core/GradMode.h>

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
        SgdBlock sgd;
        sgd.step({{theta, 0.1}}, {{"a", number(1.0)}}, 0.9);
        QVERIFY(std::abs(value(theta.at("a")) - 0.9) < 1e-15);
        sgd.step({{theta, 0.1}}, {{"a", number(-2.0)}}, 0.9);
        QVERIFY(std::abs(value(theta.at("a")) - 1.01) < 1e-15);
        sgd.step({{theta, 0.1}}, {{"a", number(0.5)}}, 0.9);
        QVERIFY(std::abs(value(theta.at("a")) - 1.059) < 1e-15);
        QVERIFY(std::abs(value(sgd.momenta().at("a")) + 0.49) < 1e-15);
    }

    void without_a_gradient_nothing_moves() {
        const NamedTensors theta = {{"a", number(1.0)}, {"b", number(2.0)}};
        SgdBlock sgd;
        sgd.step({{theta, 0.1}}, {{"a", number(1.0)}, {"b", number(1.0)}}, 0.9);
        sgd.step({{theta, 0.1}}, {{"a", at::Tensor()}, {"b", number(0.0)}}, 0.9);
        QVERIFY(std::abs(value(theta.at("a")) - 0.9) < 1e-15);
        QCOMPARE(value(sgd.momenta().at("a")), 1.0);
        QVERIFY(std::abs(value(theta.at("b")) - 1.81) < 1e-15); // its momentum still carries it
        sgd.step({{theta, 0.1}}, {{"a", at::Tensor()}}, 0.9);
        QVERIFY(std::abs(value(theta.at("a")) - 0.9) < 1e-15);
    }

    void momenta_are_copied_in() {
        const NamedTensors given = {{"a", number(2.0)}};
        const NamedTensors theta = {{"a", number(1.0)}};
        SgdBlock sgd;
        sgd.restore(given);
        const at::Tensor gradient = number(0.5);
        sgd.step({{theta, 1.0}}, {{"a", gradient}}, 0.5);
        QVERIFY(std::abs(value(theta.at("a")) + 0.5) < 1e-15);
        QCOMPARE(value(given.at("a")), 2.0);
        QCOMPARE(value(gradient), 0.5);
        const at::Tensor velocity = sgd.momenta().at("a");
        sgd.restore({});
        QCOMPARE(value(velocity), 0.0); // where it was in memory
    }

    /// Where a flag on the device says no, neither weight nor momentum moves; else the digits are the same.
    void a_gate_lets_a_step_through_or_not() {
        const at::Tensor closed = at::zeros({}, at::kBool), open = at::ones({}, at::kBool);
        for (const at::ScalarType type : {at::kFloat, at::kDouble}) {
            const auto start = at::rand({3, 5}, at::TensorOptions(type));
            const NamedTensors plain = {{"a", start.clone()}}, gated = {{"a", start.clone()}};
            SgdBlock sgd, gate;
            for (int i = 0; i < 4; ++i) {
                const NamedTensors g = {{"a", at::rand({3, 5}, at::TensorOptions(type))}};
                sgd.step({{plain, 0.1}}, g, 0.9);
                gate.step({{gated, 0.1}}, g, 0.9, open);
                const NamedTensors broken = {{"a", at::full({3, 5}, NAN, at::TensorOptions(type))}};
                gate.step({{gated, 0.1}}, broken, 0.9, closed);
                QVERIFY(at::equal(plain.at("a"), gated.at("a")));
                QVERIFY(at::equal(sgd.momenta().at("a"), gate.momenta().at("a")));
            }
        }
    }

    /// g/‖g‖ = (0.6, 0.8): up by ρ along it, and back to the last bit.
    void sharpness_climbs_and_comes_back() {
        const NamedTensors theta = {{"a", number(1.1)}, {"b", number(2.3)}, {"c", number(7.7)}};
        const NamedTensors before = copies(theta);
        Sharpness sharpness;
        sharpness.come_back(); // from nowhere
        sharpness.climb(theta, {{"a", number(3.0)}, {"b", number(4.0)}, {"c", at::Tensor()}}, 0.5);
        QVERIFY(std::abs(value(theta.at("a")) - 1.4) < 1e-12 && std::abs(value(theta.at("b")) - 2.7) < 1e-12);
        QCOMPARE(value(theta.at("c")), 7.7);
        sharpness.come_back();
        for (const auto& [name, tensor] : before)
            QVERIFY(at::equal(theta.at(name), tensor));
    }

    void trained_tensors_by_role_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("frozen");
        QTest::addColumn<QString>("names");
        QTest::newRow("norms") << int(TrainedKind::norms) << ""
                               << "norm1.bias norm1.weight norm2.bias norm2.weight";
        QTest::newRow("upper norm") << int(TrainedKind::norms) << "norm1"
                                    << "norm2.bias norm2.weight";
        QTest::newRow("part of a name") << int(TrainedKind::norms) << "norm"
                                        << "norm1.bias norm1.weight norm2.bias norm2.weight";
        QTest::newRow("head") << int(TrainedKind::head) << ""
                              << "fc.bias fc.weight";
        QTest::newRow("all")
            << int(TrainedKind::all) << "conv1"
            << "conv2.weight fc.bias fc.weight norm1.bias norm1.weight norm2.bias norm2.weight";
        QTest::newRow("none") << int(TrainedKind::none) << ""
                              << "";
    }
    void trained_tensors_by_role() {
        QFETCH(int, kind);
        QFETCH(QString, frozen);
        QFETCH(QString, names);
        const auto net = test_models::convnet(NormKind::batch);
        TrainedBlock block(*net);
        block.choose({TrainedKind::all}, {}, true);
        block.choose({TrainedKind(kind)}, {frozen.toStdString()}, true);
        QStringList found;
        for (const auto& [name, tensor] : block.tensors())
            found << QString::fromStdString(name);
        QCOMPARE(found.join(" "), names);
        for (const auto& entry : net->parameters().entries())
            QCOMPARE(entry.value.requires_grad(), block.tensors().contains(entry.name));
        block.choose({TrainedKind(kind)}, {}, false);
        for (const auto& entry : net->parameters().entries())
            QVERIFY(!entry.value.requires_grad());
    }

    /// Whatever was trained in the meantime goes back, and a state names tensors that this one never chose.
    void trained_tensors_go_back_and_forth() {
        const auto net = test_models::convnet(), other = test_models::convnet();
        TrainedBlock block(*net), fresh(*other);
        block.choose({TrainedKind::norms}, {}, false);
        block.choose({TrainedKind::head}, {}, false);
        const StateDict start = net->parameters().state();
        for (const auto& entry : net->parameters().entries())
            if (entry.role != TensorRole::other)
                at::Tensor(entry.value).add_(1.0);
        const NamedTensors moved = block.state();
        QCOMPARE(moved.size(), std::size_t(6));
        fresh.choose({TrainedKind::norms}, {}, false);
        fresh.restore(moved);
        for (const auto& [name, tensor] : net->parameters().state())
            QVERIFY(at::equal(other->parameters().state().at(name), tensor));
        for (const auto& [name, tensor] : start)
            if (name.starts_with("fc"))
                QVERIFY(at::equal(fresh.start_of(name), tensor));
        block.reset(at::zeros({}, at::kBool));
        QVERIFY(at::equal(net->parameters().state().at("fc.bias"), moved.at("fc.bias")));
        block.reset(at::ones({}, at::kBool));
        fresh.restore({});
        for (const auto& [name, tensor] : start) {
            QVERIFY(at::equal(net->parameters().state().at(name), tensor));
            QVERIFY(at::equal(other->parameters().state().at(name), tensor));
        }
        QVERIFY_EXCEPTION_THROWN(fresh.restore({{"norm3.weight", number(1)}}), std::invalid_argument);
    }

    void a_predictors_state_brings_kinds_that_were_never_chosen() {
        AlignmentBlock block(4, doubles, 3), fresh(4, doubles, 3);
        block.choose({PredictorKind::linear}, true);
        block.choose({PredictorKind::mlp}, true);
        {
            const c10::NoGradGuard no_grad;
            for (const auto& [name, tensor] : block.tensors())
                at::Tensor(tensor).add_(1.0);
        }
        QCOMPARE(block.state().size(), std::size_t(3));
        fresh.choose({PredictorKind::none}, true);
        QVERIFY(fresh.state().empty() && !fresh.is_pair());
        fresh.restore(block.state());
        fresh.choose({PredictorKind::mlp}, true);
        for (const auto& [name, tensor] : block.tensors())
            QVERIFY(at::equal(fresh.tensors().at(name), tensor) && tensor.requires_grad());
        fresh.reset({});
        block.reset({});
        for (const auto& [name, tensor] : block.state())
            QVERIFY(at::equal(fresh.state().at(name), tensor));
    }

    /// Averages 2, 1.9, 1.79; the third is below 1.8. A step that was not made moves nothing.
    void recovery_by_hand() {
        RecoveryBlock block(doubles);
        block.choose({true, 1.8}, false);
        const auto loss = [](double x) { return at::full({}, x, at::kDouble); };
        const at::Tensor no = at::zeros({}, at::kBool), yes = at::ones({}, at::kBool);
        QVERIFY(!block.decide(loss(NAN), no).item<bool>());
        QVERIFY(!block.has_average().item<bool>());
        QVERIFY(!block.decide(loss(2.0), {}).item<bool>());
        QVERIFY(!block.decide(loss(1.0), yes).item<bool>());
        QVERIFY(std::abs(value(block.loss_average()) - 1.9) < 1e-15);
        const NamedTensors state = block.state();
        QVERIFY(!block.decide(loss(0.0), no).item<bool>());
        QVERIFY(block.decide(loss(0.8), {}).item<bool>());
        block.restore(state);
        QVERIFY(std::abs(value(block.loss_average()) - 1.9) < 1e-15);
        QVERIFY(block.decide(loss(0.8), yes).item<bool>());
        block.reset({});
        QVERIFY(!block.decide(loss(2.0), {}).item<bool>()); // begins anew
        QVERIFY(block.decide(loss(NAN), {}).item<bool>());
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
