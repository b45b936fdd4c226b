#include "core/adapt/adapter.h"
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

/// Loose margins, so that the random network's samples are kept.
Recipe recipe_named(const std::string& id) {
    Recipe recipe = named_recipe(id).recipe;
    recipe.optimiser.rate = recipe.optimiser.predictor_rate = 0.05;
    recipe.selection.margin = 0.9;
    recipe.selection.redundancy_margin = 0.9;
    recipe.selection.plpd_threshold = -0.5;
    recipe.recovery.threshold = -1; // unless a test is about it
    recipe.memory.capacity = 20;
    recipe.memory.update_every = std::min(recipe.memory.update_every, 24);
    recipe.views.count = std::min(recipe.views.count, 2);
    return recipe;
}

/// A step of a stream that is the same in every run; DeYO's patch orders are given.
StepResult step(Adapter& adapter, int number) {
    const at::Tensor order = at::arange(16, at::kLong).roll({number}).expand({16, 16});
    return adapter.step(test_models::pictures(16, 100 + static_cast<std::uint64_t>(number)), order);
}

std::vector<at::Tensor> steps(Adapter& adapter, int first, int last) {
    std::vector<at::Tensor> logits;
    for (int i = first; i <= last; ++i)
        logits.push_back(step(adapter, i).logits);
    return logits;
}

bool same(const std::vector<at::Tensor>& a, const std::vector<at::Tensor>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const at::Tensor& x, const at::Tensor& y) { return at::equal(x, y); });
}

bool same(const NamedTensors& a, const NamedTensors& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.first == y.first && at::equal(x.second, y.second);
    });
}

/// The part of a state that a block remembers.
NamedTensors of(const AdapterState& state, const std::string& block) {
    NamedTensors own;
    for (const auto& [name, tensor] : state)
        if (name.starts_with(block + "/"))
            own[name] = tensor;
    return own;
}

/// What learns: weights of the model and of the predictor.
NamedTensors weights(const Adapter& adapter) {
    return joined(of(adapter.state(), "trained"), of(adapter.state(), "alignment"));
}

bool all_zero(const NamedTensors& tensors) {
    return std::all_of(tensors.begin(), tensors.end(),
                       [](const auto& entry) { return !entry.second.any().template item<bool>(); });
}

bool has_average(const Adapter& adapter) {
    return adapter.state().at("recovery/has_average").item<bool>();
}

double loss_average(const Adapter& adapter) {
    return adapter.state().at("recovery/loss_average").item<double>();
}

void add_methods() {
    QTest::addColumn<QString>("method");
    for (const NamedRecipe& row : named_recipes())
        QTest::newRow(row.id.c_str()) << QString::fromStdString(row.id);
}

Adapter adapter_for(const Recipe& recipe) {
    Adapter adapter(test_models::convnet(), recipe, 7);
    if (recipe.regulariser.fisher_alpha > 0)
        adapter.estimate_fisher({test_models::pictures(8, 1)});
    if (recipe.teacher.by_divergence)
        adapter.estimate_class_means({test_models::pictures(64, 1)});
    return adapter;
}

} // namespace

class TestAdapterState : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void reset_is_the_beginning_data() { add_methods(); }
    void reset_is_the_beginning() {
        QFETCH(QString, method);
        Adapter adapter = adapter_for(recipe_named(method.toStdString()));
        const NamedTensors start = weights(adapter);
        const auto first = steps(adapter, 1, 4);
        QCOMPARE(same(weights(adapter), start),
                 !adapter.recipe().adapts || adapter.recipe().trained.kind == TrainedKind::none);
        adapter.reset();
        QVERIFY(same(weights(adapter), start));
        QVERIFY(all_zero(of(adapter.state(), "optimiser")) && !has_average(adapter));
        const NamedTensors selection = of(adapter.state(), "selection");
        QVERIFY(!selection.contains("selection/has_average") ||
                !selection.at("selection/has_average").item<bool>());
        QVERIFY(same(steps(adapter, 1, 4), first));
    }

    void restore_continues_data() { add_methods(); }
    void restore_continues() {
        QFETCH(QString, method);
        Adapter adapter = adapter_for(recipe_named(method.toStdString()));
        steps(adapter, 1, 3);
        const AdapterState kept = adapter.state();
        const auto onwards = steps(adapter, 4, 7);
        adapter.restore(kept);
        QVERIFY(same(steps(adapter, 4, 7), onwards));
        // Another adapter takes the state over as well, and the copy is not worn out by it.
        Adapter other = adapter_for(recipe_named(method.toStdString()));
        other.restore(kept);
        QVERIFY(same(steps(other, 4, 7), onwards));
        Adapter third = adapter_for(recipe_named(method.toStdString()));
        third.restore(kept);
        QVERIFY(same(third.state(), kept));
    }

    /// A state is complete: an adapter that had another recipe, and taught other tensors, goes on from it.
    void a_state_fits_whatever_was_chosen_before() {
        Adapter adapter = adapter_for(recipe_named("zerosiam_eata"));
        steps(adapter, 1, 3);
        const AdapterState kept = adapter.state();
        const auto onwards = steps(adapter, 4, 6);
        Recipe elsewhere = recipe_named("tent");
        elsewhere.frozen_prefixes = {"norm1"};
        Adapter other = adapter_for(elsewhere);
        steps(other, 1, 2);
        elsewhere.trained.kind = TrainedKind::head;
        elsewhere.alignment.predictor = PredictorKind::mlp;
        other.set_recipe(elsewhere);
        steps(other, 1, 2);
        other.set_recipe(adapter.recipe());
        other.restore(kept);
        QVERIFY(same(steps(other, 4, 6), onwards));
        AdapterState strange = kept;
        strange["attic/x"] = at::zeros({1});
        QVERIFY_EXCEPTION_THROWN(other.restore(strange), std::invalid_argument);
    }

    /// Batch by batch gives the digits of the formula over all batches at once.
    void fisher_information_from_a_stream_of_batches() {
        const std::vector<at::Tensor> batches = {test_models::pictures(8, 1), test_models::pictures(8, 2),
                                                 test_models::pictures(3, 3)};
        Adapter at_once(test_models::convnet(), recipe_named("eata"), 7);
        at_once.estimate_fisher(batches);
        Adapter streamed(test_models::convnet(), recipe_named("eata"), 7);
        std::size_t asked = 0;
        streamed.estimate_fisher([&] { return asked < batches.size() ? batches[asked++] : at::Tensor(); });
        QCOMPARE(asked, batches.size());
        QVERIFY(!streamed.fisher().empty());
        QVERIFY(same(streamed.fisher(), at_once.fisher()));
        NamedTensors expected;
        for (const at::Tensor& batch : batches) {
            Adapter one(test_models::convnet(), recipe_named("eata"), 7);
            one.estimate_fisher(std::vector<at::Tensor>{batch}); // the squared gradients, divided by 1
            for (const auto& [name, squared] : one.fisher())
                expected[name] = expected.contains(name) ? expected[name] + squared / 3.0 : squared / 3.0;
        }
        QVERIFY(same(streamed.fisher(), expected));
    }

    void a_new_recipe_keeps_what_was_learnt() {
        Adapter adapter = adapter_for(recipe_named("zerosiam"));
        steps(adapter, 1, 3);
        const NamedTensors learnt = weights(adapter), momenta = of(adapter.state(), "optimiser");
        const at::Tensor theta = adapter.predictor().matrix(PredictorKind::linear).detach().clone();
        adapter.set_recipe(recipe_named("tent"));
        QVERIFY(same(weights(adapter), learnt));
        QVERIFY(same(of(adapter.state(), "optimiser"), momenta));
        steps(adapter, 4, 5);
        QVERIFY(!same(weights(adapter), learnt));
        adapter.set_recipe(recipe_named("zerosiam"));
        QVERIFY(at::equal(adapter.predictor().matrix(PredictorKind::linear), theta));
        adapter.set_recipe(recipe_named("no_adaptation"));
        const NamedTensors before = weights(adapter);
        steps(adapter, 6, 7);
        QVERIFY(same(weights(adapter), before));
        // Norms that were trained before they were frozen go back as well.
        Recipe frozen = recipe_named("tent");
        frozen.frozen_prefixes = {"norm1"};
        adapter.set_recipe(frozen);
        adapter.reset();
        const auto fresh = test_models::convnet();
        for (const auto& [name, value] : fresh->parameters().state())
            QVERIFY(at::equal(value, adapter.classifier().parameters().state().at(name)));
    }

    /// θ' = θ + ρ g/‖g‖, then a step of plain SGD from θ with the gradient at θ'.
    void sharpness_aware_step_by_hand() {
        Recipe recipe = recipe_named("sar");
        recipe.selection.kind = SelectionKind::all;
        recipe.optimiser.rho = 0.5;
        Adapter adapter(test_models::convnet(), recipe, 7);
        const auto net = test_models::convnet();
        const at::Tensor x = test_models::pictures(16, 101);
        std::vector<at::Tensor> theta;
        for (const Norm* norm : net->norms())
            for (at::Tensor part : {norm->weight, norm->bias})
                theta.push_back(part.set_requires_grad(true));
        const auto loss = [&] { return entropy_of(net->head(net->features(x))).mean(); };
        const auto first = torch::autograd::grad({loss()}, theta);
        double squares = 0;
        for (const at::Tensor& g : first)
            squares += g.square().sum().item<double>();
        const auto move = [&](const std::vector<at::Tensor>& by, double factor) {
            const c10::NoGradGuard no_grad;
            for (std::size_t i = 0; i < theta.size(); ++i)
                theta[i] += factor * by[i];
        };
        move(first, 0.5 / std::sqrt(squares));
        const at::Tensor second_loss = loss();
        const auto second = torch::autograd::grad({second_loss}, theta);
        move(first, -0.5 / std::sqrt(squares));
        const double first_loss = loss().item<double>();
        move(second, -0.05);

        const StepResult result = adapter.step(x);
        QVERIFY(std::abs(result.loss.item<double>() - second_loss.item<double>()) < 1e-12);
        QVERIFY(second_loss.item<double>() > first_loss + 1e-3); // it did climb
        for (const Norm* norm : net->norms())
            for (const auto& [part, value] : {std::pair(".weight", norm->weight), {".bias", norm->bias}})
                QVERIFY((adapter.trained_norms().at(norm->name + part) - value).abs().max().item<double>() <
                        1e-12);
    }

    void sharpness_aware_step_comes_back() {
        Recipe recipe = recipe_named("zerosiam_sar");
        recipe.optimiser.rate = recipe.optimiser.predictor_rate = 0;
        Adapter adapter(test_models::convnet(), recipe, 7);
        const NamedTensors before = weights(adapter);
        QVERIFY(step(adapter, 1).stepped.item<bool>());
        QVERIFY(same(weights(adapter), before));
        // Abandoned between its passes it leaves no trace at all.
        adapter.set_recipe(recipe_named("zerosiam_sar"));
        adapter.reset();
        adapter.set_interrupted([] { return true; });
        const StepResult result = step(adapter, 1);
        QVERIFY(!result.stepped.item<bool>() && std::isnan(result.loss.item<double>()));
        QVERIFY(same(weights(adapter), before));
        QVERIFY(all_zero(of(adapter.state(), "optimiser")));
    }

    void recovery_data() {
        QTest::addColumn<bool>("quirks");
        QTest::newRow("paper") << false;
        QTest::newRow("reference code") << true;
    }
    /// Back to the start at the very step at which 0.9 · average + 0.1 · loss falls below the threshold.
    void recovery() {
        QFETCH(bool, quirks);
        Recipe recipe = recipe_named("sar");
        recipe.selection.kind = SelectionKind::all;
        recipe.optimiser.rate = 0.2;
        recipe.reference_quirks = quirks;
        Adapter watched = adapter_for(recipe);
        std::vector<double> averages;
        for (int i = 1; i <= 6; ++i) {
            const double loss = step(watched, i).loss.item<double>();
            averages.push_back(averages.empty() ? loss : 0.9 * averages.back() + 0.1 * loss);
            QVERIFY(std::abs(loss_average(watched) - averages.back()) < 1e-12);
        }
        for (std::size_t i = 1; i < averages.size(); ++i)
            QVERIFY(averages[i] < averages[i - 1]); // the entropy falls, else this test tells nothing
        recipe.recovery.threshold = (averages[3] + averages[4]) / 2;
        Adapter adapter = adapter_for(recipe);
        const NamedTensors start = weights(adapter);
        for (int i = 1; i <= 4; ++i)
            QVERIFY(!step(adapter, i).reset.item<bool>());
        QVERIFY(!same(weights(adapter), start));
        const StepResult fifth = step(adapter, 5);
        QVERIFY(fifth.reset.item<bool>() && fifth.stepped.item<bool>());
        QVERIFY(same(weights(adapter), start));
        QVERIFY(all_zero(of(adapter.state(), "optimiser")));
        QCOMPARE(has_average(adapter), quirks);
        if (quirks)
            QVERIFY(std::abs(loss_average(adapter) - averages[4]) < 1e-12);
        // The paper's average begins anew with the next loss, the code's low one resets again.
        QCOMPARE(step(adapter, 1).reset.item<bool>(),
                 quirks && 0.9 * averages[4] + 0.1 * averages[0] < recipe.recovery.threshold);
    }

    /// The mean over batches of the squared gradients of the cross-entropy to the arg-max labels.
    void fisher_by_hand() {
        Recipe recipe = recipe_named("eata");
        recipe.selection.kind = SelectionKind::all;
        recipe.regulariser.fisher_alpha = 30;
        Adapter adapter(test_models::convnet(), recipe, 7);
        const std::vector<at::Tensor> batches = {test_models::pictures(8, 1), test_models::pictures(8, 2)};
        adapter.estimate_fisher(batches);
        const auto net = test_models::convnet();
        at::Tensor bias = net->norms()[0]->bias;
        bias.set_requires_grad(true);
        at::Tensor expected = at::zeros({8}, at::kDouble);
        for (const at::Tensor& x : batches) {
            const at::Tensor log_p = net->head(net->features(x)).log_softmax(1);
            const at::Tensor loss = -std::get<0>(log_p.max(1)).mean();
            expected += torch::autograd::grad({loss}, {bias})[0].square() / 2;
        }
        QCOMPARE(adapter.fisher().size(), std::size_t(4));
        QVERIFY(expected.max().item<double>() > 1e-6);
        QVERIFY(at::allclose(adapter.fisher().at("norm1.bias"), expected, 1e-10, 1e-14));

        // The penalty: nothing at the start, α Σ F (θ − θ0)² after a step.
        const NamedTensors start = weights(adapter);
        const StepResult first = step(adapter, 1);
        QVERIFY(at::equal(first.loss, first.loss_objective));
        double penalty = 0;
        for (const auto& [name, f] : adapter.fisher())
            penalty +=
                30 * (f * (adapter.trained_norms().at(name).detach() - start.at("trained/" + name)).square())
                         .sum()
                         .item<double>();
        const StepResult second = step(adapter, 2);
        QVERIFY(penalty > 1e-9);
        QVERIFY(std::abs((second.loss - second.loss_objective).item<double>() - penalty) < 1e-12);
    }

    void random_patch_orders_follow_the_seed() {
        const auto logits_with = [](std::uint64_t seed) {
            Recipe recipe = recipe_named("deyo");
            recipe.selection.plpd_threshold = 0.05;
            Adapter adapter(test_models::convnet(), recipe, seed);
            for (std::uint64_t i = 0; i < 3; ++i)
                adapter.step(test_models::pictures(16, 100 + i));
            return adapter.step(test_models::pictures(16, 103)).logits;
        };
        QVERIFY(at::equal(logits_with(7), logits_with(7)));
        QVERIFY(!at::equal(logits_with(7), logits_with(8)));
    }
};

QTEST_GUILESS_MAIN(TestAdapterState)
#include "test_adapter_state.moc"
