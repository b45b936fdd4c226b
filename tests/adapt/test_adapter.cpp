#include "core/adapt/adapter.h"
#include "core/adapt/blocks/divergence.h"
#include "core/adapt/blocks/objective.h"
#include "tests/support/random_models.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

#include <c10/core/GradMode.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <cmath>

using namespace lab;

namespace {

double largest_difference(const at::Tensor& a, const at::Tensor& b) {
    return (a - b).abs().max().item<double>();
}

Recipe recipe_named(const std::string& id) {
    Recipe recipe = named_recipe(id).recipe;
    recipe.optimiser.rate = recipe.optimiser.predictor_rate = 0.05;
    return recipe;
}

/// Everything that ten steps bring forth.
struct Trace {
    std::vector<at::Tensor> logits;
    std::vector<double> losses;
    NamedTensors norms;
};

Trace trace_of(const Recipe& recipe, NormKind norm = NormKind::group) {
    Adapter adapter(test_models::convnet(norm), recipe, 7);
    Trace trace;
    for (std::uint64_t i = 0; i < 10; ++i) {
        const StepResult result = adapter.step(test_models::pictures(16, 100 + i));
        trace.logits.push_back(result.logits);
        trace.losses.push_back(result.loss.item<double>());
    }
    for (const auto& [name, value] : adapter.trained_norms())
        trace.norms[name] = value.detach().clone();
    return trace;
}

double largest_difference(const Trace& a, const Trace& b) {
    double largest = 0;
    for (std::size_t i = 0; i < a.logits.size(); ++i)
        largest = std::max(
            {largest, largest_difference(a.logits[i], b.logits[i]), std::abs(a.losses[i] - b.losses[i])});
    for (const auto& [name, value] : a.norms)
        largest = std::max(largest, largest_difference(value, b.norms.at(name)));
    return largest;
}

/// One step of a copy of the test network, written out: no library code of adapt/ in it.
struct ByHand {
    std::unique_ptr<Classifier> net = test_models::convnet();
    at::Tensor theta = at::eye(16, at::kDouble).set_requires_grad(true);
    NamedTensors velocity;

    NamedTensors norms() const {
        NamedTensors all;
        for (const Norm* norm : net->norms()) {
            all[norm->name + ".weight"] = norm->weight;
            all[norm->name + ".bias"] = norm->bias;
        }
        return all;
    }

    double step(const at::Tensor& x, double alpha, double rate, double predictor_rate) {
        NamedTensors trained = norms();
        trained["theta"] = theta;
        std::vector<at::Tensor> inputs;
        for (auto& [name, tensor] : trained)
            inputs.push_back(tensor.set_requires_grad(true));
        const at::Tensor z = net->features(x);
        const at::Tensor p_r = net->head(z).softmax(1).detach();
        const at::Tensor p_o = net->head(z.matmul(theta.t())).softmax(1);
        const at::Tensor h = -(p_o * p_o.log()).sum(1);
        const at::Tensor d = (p_o * (p_o / p_r).log()).sum(1) + (p_r * (p_r / p_o).log()).sum(1);
        const at::Tensor loss = (h + alpha * d).mean();
        const auto grads = torch::autograd::grad({loss}, inputs);
        const c10::NoGradGuard no_grad;
        std::size_t i = 0;
        for (auto& [name, tensor] : trained) {
            auto& v = velocity[name];
            v = v.defined() ? 0.9 * v + grads[i] : grads[i];
            tensor -= (name == "theta" ? predictor_rate : rate) * v;
            ++i;
        }
        return loss.item<double>();
    }
};

} // namespace

class TestAdapter : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void zerosiam_as_written_out_data() {
        QTest::addColumn<double>("alpha");
        QTest::newRow("0") << 0.0;
        QTest::newRow("1") << 1.0;
        QTest::newRow("2.5") << 2.5;
    }
    /// α = 0 is the entropy of the online branch alone.
    void zerosiam_as_written_out() {
        QFETCH(double, alpha);
        Recipe recipe = recipe_named("zerosiam");
        recipe.alignment.alpha = alpha;
        recipe.optimiser.predictor_rate = 0.2;
        Adapter adapter(test_models::convnet(), recipe, 7);
        ByHand by_hand;
        for (std::uint64_t i = 0; i < 10; ++i) {
            const at::Tensor x = test_models::pictures(8, 100 + i);
            const at::Tensor reported = by_hand.net->head(by_hand.net->features(x)).detach();
            const StepResult result = adapter.step(x);
            QVERIFY(largest_difference(result.logits, reported) < 1e-11); // before the update
            QVERIFY(std::abs(result.loss.item<double>() - by_hand.step(x, alpha, 0.05, 0.2)) < 1e-11);
            const double parts =
                result.loss_objective.item<double>() + alpha * result.loss_divergence.item<double>();
            QVERIFY(std::abs(result.loss.item<double>() - parts) < 1e-13);
            QVERIFY(largest_difference(adapter.predictor().matrix(PredictorKind::linear), by_hand.theta) <
                    1e-11);
            const double distance = (by_hand.theta.detach() - at::eye(16, at::kDouble)).norm().item<double>();
            QVERIFY(std::abs(result.distance.item<double>() - distance) < 1e-11);
        }
        for (const auto& [name, value] : by_hand.norms())
            QVERIFY(largest_difference(value, adapter.trained_norms().at(name)) < 1e-11);
    }

    void predictor_off_is_tent_data() {
        QTest::addColumn<int>("norm");
        QTest::newRow("GroupNorm") << int(NormKind::group);
        QTest::newRow("BatchNorm") << int(NormKind::batch);
    }
    void predictor_off_is_tent() {
        QFETCH(int, norm);
        const Trace tent = trace_of(recipe_named("tent"), NormKind(norm));
        const at::Tensor start =
            test_models::convnet(NormKind(norm))->parameters().state().at("norm1.weight");
        QVERIFY(largest_difference(tent.norms.at("norm1.weight"), start) > 1e-3); // it does adapt
        Recipe off = recipe_named("zerosiam");
        off.alignment.predictor = PredictorKind::none;
        QVERIFY(largest_difference(trace_of(off, NormKind(norm)), tent) < 1e-12);
        // An identity that is never trained makes no pair either.
        Recipe still = recipe_named("zerosiam");
        still.optimiser.predictor_rate = 0;
        QVERIFY(largest_difference(trace_of(still, NormKind(norm)), tent) < 1e-12);
        QVERIFY(largest_difference(trace_of(recipe_named("zerosiam"), NormKind(norm)), tent) > 1e-6);
    }

    void stop_gradient_matters_to_a_pair_only() {
        Recipe tent = recipe_named("tent"), open_tent = tent;
        open_tent.alignment.stop_gradient = false;
        QCOMPARE(largest_difference(trace_of(tent), trace_of(open_tent)), 0.0);
        Recipe pair = recipe_named("zerosiam"), open_pair = pair;
        open_pair.alignment.stop_gradient = false;
        QVERIFY(largest_difference(trace_of(pair), trace_of(open_pair)) > 1e-6);
    }

    void every_switch_has_an_effect() {
        const Trace base = trace_of(recipe_named("zerosiam"));
        const auto changed = [&](const std::function<void(Recipe&)>& change) {
            Recipe recipe = recipe_named("zerosiam");
            change(recipe);
            return largest_difference(trace_of(recipe), base) > 1e-7;
        };
        QVERIFY(!changed([](Recipe&) {}));
        QVERIFY(changed([](Recipe& r) { r.alignment.alpha = 0; }));
        QVERIFY(changed([](Recipe& r) { r.alignment.predictor = PredictorKind::fixed_random; }));
        QVERIFY(changed([](Recipe& r) { r.alignment.predictor = PredictorKind::mlp; }));
        for (const auto kind : {DivergenceKind::kl, DivergenceKind::reverse_kl,
                                DivergenceKind::jensen_shannon, DivergenceKind::mean_squared})
            QVERIFY(changed([&](Recipe& r) { r.alignment.divergence = kind; }));
        for (const auto kind : {ObjectiveKind::come, ObjectiveKind::pseudo_label,
                                ObjectiveKind::soft_likelihood_ratio, ObjectiveKind::negative_squared})
            QVERIFY(changed([&](Recipe& r) { r.objective = kind; }));
        QVERIFY(changed([](Recipe& r) { r.optimiser.momentum = 0; }));
        QVERIFY(changed([](Recipe& r) { r.optimiser.kind = OptimiserKind::sam; }));
        QVERIFY(changed([](Recipe& r) { r.optimiser.predictor_rate = 0.1; }));
    }

    void only_what_learns_changes_data() {
        QTest::addColumn<QString>("method");
        for (const NamedRecipe& row : named_recipes())
            QTest::newRow(row.id.c_str()) << QString::fromStdString(row.id);
    }
    /// Scales and shifts of norm layers, or the encoder; averages where a method moves these; the predictor.
    void only_what_learns_changes() {
        QFETCH(QString, method);
        for (const NormKind norm : {NormKind::group, NormKind::batch}) {
            Recipe recipe = recipe_named(method.toStdString());
            recipe.selection.margin = 0.9;
            recipe.selection.plpd_threshold = -1;
            recipe.memory.capacity = 16;
            recipe.memory.update_every = std::min(recipe.memory.update_every, 16);
            recipe.views.count = std::min(recipe.views.count, 2);
            Adapter adapter(test_models::convnet(norm), recipe, 7);
            if (recipe.regulariser.fisher_alpha > 0)
                adapter.estimate_fisher({test_models::pictures(8, 1)});
            if (recipe.teacher.by_divergence)
                adapter.estimate_class_means({test_models::pictures(64, 1)});
            const StateDict before = adapter.classifier().parameters().state();
            bool stepped = false;
            for (std::uint64_t i = 0; i < 3; ++i)
                stepped = adapter.step(test_models::pictures(16, 100 + i)).stepped.item<bool>() || stepped;
            const bool learns = recipe.adapts && recipe.trained.kind != TrainedKind::none;
            QCOMPARE(stepped, learns);
            const bool all = recipe.trained.kind == TrainedKind::all;
            const bool encoder = recipe.trained.kind == TrainedKind::encoder || all;
            for (const auto& [name, value] : adapter.classifier().parameters().state()) {
                const bool average = name.find("running") != std::string::npos;
                const bool taught =
                    learns && !average &&
                    (name.starts_with("norm") || (encoder && (all || !name.starts_with("fc"))));
                const bool by_memory = recipe.memory.kind != MemoryKind::none;
                const bool moved = average && (recipe.statistics.kind == StatisticsKind::moving || by_memory);
                QVERIFY2(at::equal(value, before.at(name)) == !(taught || moved), name.c_str());
            }
            const double distance = adapter.predictor().distance(PredictorKind::linear).item<double>();
            QCOMPARE(distance > 0, recipe.alignment.predictor == PredictorKind::linear);
        }
    }

    void frozen_norms_stay() {
        Recipe recipe = recipe_named("zerosiam");
        recipe.frozen_prefixes = {"norm1", "norm"}; // whole names: "norm" is not the start of "norm2"
        Adapter adapter(test_models::convnet(), recipe, 7);
        const StateDict before = adapter.classifier().parameters().state();
        for (std::uint64_t i = 0; i < 3; ++i)
            adapter.step(test_models::pictures(16, 100 + i));
        const StateDict after = adapter.classifier().parameters().state();
        for (const char* part : {".weight", ".bias"}) {
            QVERIFY(at::equal(after.at(std::string("norm1") + part), before.at(std::string("norm1") + part)));
            QVERIFY(
                !at::equal(after.at(std::string("norm2") + part), before.at(std::string("norm2") + part)));
        }
        QCOMPARE(adapter.trained_norms().size(), std::size_t(2));
    }

    void no_adaptation_evaluates() {
        auto net = test_models::convnet(NormKind::batch);
        net->set_norm_mode(NormMode::evaluation);
        const at::Tensor x = test_models::pictures(16, 100);
        const at::Tensor expected = net->head(net->features(x));
        Adapter adapter(test_models::convnet(NormKind::batch), recipe_named("no_adaptation"), 7);
        for (int i = 0; i < 2; ++i) {
            const StepResult result = adapter.step(x);
            QVERIFY(at::equal(result.logits, expected)); // the running averages, not the batch's
            QVERIFY(std::isnan(result.loss.item<double>()));
            QCOMPARE(result.kept.item<int>(), 0);
            QVERIFY(!result.stepped.item<bool>() && !result.reset.item<bool>() &&
                    !result.selected.any().item<bool>());
        }
        Adapter tent(test_models::convnet(NormKind::batch), recipe_named("tent"), 7);
        QVERIFY(largest_difference(tent.step(x).logits, expected) > 1e-3);
    }

    /// A frozen model is scored as it adapts: BatchNorm with the batch's statistics, the predictor measured.
    void scoring_leaves_everything() {
        Adapter adapter(test_models::convnet(NormKind::batch), recipe_named("zerosiam"), 7);
        const at::Tensor distance = adapter.step(test_models::pictures(16, 100)).distance;
        QVERIFY(distance.item<double>() > 0);
        const AdapterState before = adapter.state();
        const at::Tensor x = test_models::pictures(16, 101);
        const StepResult scored = adapter.evaluate(x);
        for (const auto& [name, value] : adapter.state())
            QVERIFY(at::equal(value, before.at(name)));
        QVERIFY(!scored.stepped.item<bool>() && std::isnan(scored.loss.item<double>()) &&
                scored.kept.item<int>() == 0);
        QVERIFY(at::equal(scored.distance, distance));
        QVERIFY(at::equal(scored.logits, adapter.step(x).logits));
    }

    void nothing_kept_means_no_step() {
        Recipe recipe = recipe_named("zerosiam_eata");
        recipe.selection.margin = 0;
        Adapter adapter(test_models::convnet(), recipe, 7);
        const StateDict before = adapter.classifier().parameters().state();
        const StepResult result = adapter.step(test_models::pictures(16, 100));
        QVERIFY(!result.stepped.item<bool>() && std::isnan(result.loss.item<double>()));
        QCOMPARE(result.kept.item<int>(), 0);
        QVERIFY(!result.selected.any().item<bool>());
        for (const auto& [name, value] : adapter.classifier().parameters().state())
            QVERIFY(at::equal(value, before.at(name)));
        for (const auto& [name, tensor] : adapter.state())
            QVERIFY(!name.starts_with("optimiser/"));
    }
};

QTEST_GUILESS_MAIN(TestAdapter)
#include "test_adapter.moc"
