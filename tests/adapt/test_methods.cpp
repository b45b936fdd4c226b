#include "core/adapt/adapter.h"
#include "core/adapt/blocks/objective.h"
#include "core/recipe/recipe_fields.h"
#include "tests/adapt/method_steps.h"
#include "tests/support/test_files.h"

#include <ATen/Parallel.h>
#include <QtTest>

#include <cmath>

using namespace lab;
using namespace method_steps;

namespace {

/// Gradients of a loss over a fresh network's logits by its norm layers, by name.
NamedTensors gradients_at_start(NormKind norm, const std::function<at::Tensor(const at::Tensor&)>& loss) {
    const auto net = test_models::convnet(norm);
    if (norm == NormKind::batch)
        net->set_norm_mode(NormMode::batch_statistics);
    NamedTensors trained;
    for (const Norm* layer : net->norms()) {
        trained[layer->name + ".weight"] = at::Tensor(layer->weight).set_requires_grad(true);
        trained[layer->name + ".bias"] = at::Tensor(layer->bias).set_requires_grad(true);
    }
    return gradients_of(loss(net->head(net->features(test_models::pictures(16, 101)))), trained);
}

NamedTensors entropy_gradients(NormKind norm) {
    return gradients_at_start(norm, [](const at::Tensor& u) { return entropy_of(u).mean(); });
}

} // namespace

/// Further methods, each by a property that needs no recorded figures: optimisers, rounds, statistics,
/// switches.
class TestMethods : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void adam_begins_with_the_sign_of_the_gradient() {
        Recipe recipe = recipe_named("tent_adam");
        recipe.optimiser.rate = 0.01;
        Adapter adapter(test_models::convnet(), recipe, 7);
        const NamedTensors before = weights(adapter);
        step(adapter, 1);
        for (const auto& [name, g] : entropy_gradients(NormKind::group)) {
            const at::Tensor moved = adapter.trained_norms().at(name).detach() - before.at(name);
            QVERIFY(at::allclose(moved, -0.01 * g / (g.abs() + 1e-8), 1e-9, 1e-12));
            QVERIFY((moved.abs() > 0.0099).sum().item<int>() > moved.numel() / 2);
        }
    }

    /// The first step is (1 + μ) of plain descent; the second follows the buffer.
    void nesterov_looks_ahead() {
        const Recipe ahead = recipe_named("tent_nesterov");
        Recipe plain = ahead, still = ahead;
        plain.optimiser.nesterov = false;
        still.optimiser.momentum = 0;
        Adapter a(test_models::convnet(), ahead, 7), b(test_models::convnet(), plain, 7);
        Adapter c(test_models::convnet(), still, 7), d(test_models::convnet(), plain, 7);
        Recipe none = plain;
        none.optimiser.momentum = 0;
        d.set_recipe(none);
        const NamedTensors before = weights(a);
        for (Adapter* adapter : {&a, &b, &c, &d})
            step(*adapter, 1);
        for (const auto& [name, start] : before) {
            const at::Tensor far = weights(a).at(name) - start, near = weights(b).at(name) - start;
            QVERIFY(at::allclose(far, 1.9 * near, 1e-9, 1e-13));
        }
        QVERIFY(largest_difference(steps(c, 2, 4), steps(d, 2, 4)) ==
                0); // without momentum there is no ahead
        QVERIFY(largest_difference(steps(a, 2, 4), steps(b, 2, 4)) > 1e-6);
    }

    /// The published 1,000 steps: what follows a reset is what was before, bit for bit.
    void rdumb_begins_anew_after_1000_steps() {
        const Recipe recipe = recipe_named("rdumb");
        QCOMPARE(recipe.recovery.every, 1000);
        Adapter adapter(test_models::convnet(), recipe, 7);
        const auto first = steps(adapter, 1, 5, 4);
        for (int i = 6; i <= 1000; ++i)
            QCOMPARE(step(adapter, i % 50, 4).reset.item<bool>(), i == 1000);
        const auto again = steps(adapter, 1, 5, 4);
        QCOMPARE(largest_difference(first, again), 0.0);
        QVERIFY(largest_difference({first.front()}, {first.back()}) > 0);
    }

    /// Steps in which nothing is kept count; a state in the middle of a round knows how many are left.
    void rounds_count_every_step() {
        Recipe recipe = recipe_named("rdumb");
        recipe.recovery.every = 4;
        recipe.selection.margin = 0;
        Adapter adapter(test_models::convnet(), recipe, 7);
        const auto resets = [](Adapter& a, int n) {
            std::vector<int> found;
            for (int i = 1; i <= n; ++i)
                found.push_back(step(a, i).reset.item<int>());
            return found;
        };
        QCOMPARE(resets(adapter, 9), (std::vector<int>{0, 0, 0, 1, 0, 0, 0, 1, 0}));
        Adapter other(test_models::convnet(), recipe, 7);
        other.restore(adapter.state());
        QCOMPARE(resets(other, 4), (std::vector<int>{0, 0, 1, 0}));
        adapter.reset();
        QCOMPARE(resets(adapter, 4), (std::vector<int>{0, 0, 0, 1}));
    }

    /// BN-α: at 0 the training's statistics, at 1 the batch's, whose variance is the unbiased one.
    void mixed_statistics_have_two_ends() {
        const at::Tensor x = test_models::pictures(16, 100);
        const auto logits = [&](const Recipe& recipe) {
            return Adapter(test_models::convnet(NormKind::batch), recipe, 7).step(x).logits;
        };
        Recipe recipe = recipe_named("bn_alpha");
        recipe.statistics.share = 0;
        QVERIFY(at::allclose(logits(recipe), logits(recipe_named("no_adaptation")), 1e-12, 1e-12));
        recipe.statistics.share = 1;
        const at::Tensor whole = logits(recipe), biased = logits(recipe_named("bn_1"));
        QVERIFY(at::allclose(whole, biased, 1e-2, 1e-2) && !at::allclose(whole, biased, 1e-6, 1e-6));
        const auto net = test_models::convnet(NormKind::batch);
        const StateDict w = net->parameters().state();
        const auto layer = [&](const at::Tensor& in, const std::string& n) {
            const at::Tensor y = at::conv2d(in, w.at("conv" + n + ".weight"), {}, 2, 1);
            const at::Tensor mean = y.mean({0, 2, 3}, true), var = y.var({0, 2, 3}, true, true);
            const auto affine = [&](const char* part) { return w.at("norm" + n + part).view({1, -1, 1, 1}); };
            return ((y - mean) / (var + 1e-5).sqrt() * affine(".weight") + affine(".bias")).relu();
        };
        QVERIFY(at::allclose(whole, net->head(layer(layer(x, "1"), "2").mean({2, 3})), 1e-10, 1e-10));
    }

    /// BN-EMA: the same batch again and again ends with its own statistics; a frozen model moves nothing.
    void moving_statistics_follow_the_stream() {
        const at::Tensor x = test_models::pictures(16, 100);
        Adapter adapter(test_models::convnet(NormKind::batch), recipe_named("bn_ema"), 7);
        const at::Tensor source = adapter.evaluate(x).logits;
        const AdapterState before = adapter.state();
        QVERIFY(at::equal(adapter.evaluate(x).logits, source));
        for (const auto& [name, value] : adapter.state())
            QVERIFY2(at::equal(value, before.at(name)), name.c_str());
        const at::Tensor first = adapter.step(x).logits;
        QVERIFY(!at::allclose(first, source, 1e-6, 1e-6));
        at::Tensor last;
        for (int i = 0; i < 300; ++i)
            last = adapter.step(x).logits;
        const at::Tensor batch =
            Adapter(test_models::convnet(NormKind::batch), recipe_named("bn_1"), 7).step(x).logits;
        QVERIFY(at::allclose(last, batch, 1e-2, 1e-2));
        adapter.reset();
        QVERIFY(at::equal(adapter.evaluate(x).logits, source));
        QVERIFY(at::equal(adapter.step(x).logits, first));
    }

    /// IABN: a picture's prediction does not depend on its neighbours; without bound it is the training's.
    void instance_statistics_are_a_pictures_own() {
        const at::Tensor x = test_models::pictures(16, 100);
        Recipe recipe = recipe_named("iabn");
        recipe.statistics.shrinkage = 0.5;
        Adapter adapter(test_models::convnet(NormKind::batch), recipe, 7);
        const at::Tensor together = adapter.step(x).logits;
        for (const int i : {0, 7, 15})
            QVERIFY(at::allclose(adapter.step(x.narrow(0, i, 1)).logits[0], together[i], 1e-12, 1e-12));
        const at::Tensor source =
            Adapter(test_models::convnet(NormKind::batch), recipe_named("no_adaptation"), 7).step(x).logits;
        QVERIFY(!at::allclose(together, source, 1e-3, 1e-3));
        recipe.statistics.shrinkage = 1e9;
        Adapter bound(test_models::convnet(NormKind::batch), recipe, 7);
        QVERIFY(at::allclose(bound.step(x).logits, source, 1e-12, 1e-12));
    }

    /// Networks without BatchNorm have no statistics: these methods only predict.
    void statistics_are_batch_norms_alone() {
        const at::Tensor x = test_models::pictures(16, 100);
        const at::Tensor source =
            Adapter(test_models::convnet(), recipe_named("no_adaptation"), 7).step(x).logits;
        for (const char* id : {"bn_1", "bn_alpha", "bn_ema", "iabn"})
            QVERIFY(at::equal(Adapter(test_models::convnet(), recipe_named(id), 7).step(x).logits, source));
    }

    /// Outputs after the update are what a second look sees.
    void adapted_output_is_a_second_look() {
        Recipe recipe = recipe_named("tent");
        recipe.output.kind = OutputKind::adapted;
        Adapter adapter(test_models::convnet(), recipe, 7),
            live(test_models::convnet(), recipe_named("tent"), 7);
        const at::Tensor after = step(adapter, 1).logits, before = step(live, 1).logits;
        QVERIFY(!at::equal(after, before));
        QVERIFY(at::equal(after, live.evaluate(test_models::pictures(16, 101)).logits));
    }

    void a_pair_joins_every_method_that_learns_data() {
        QTest::addColumn<QString>("method");
        for (const NamedRecipe& row : named_recipes())
            if (row.recipe.adapts && row.recipe.trained.kind != TrainedKind::none &&
                row.recipe.alignment.predictor == PredictorKind::none &&
                row.recipe.memory.kind == MemoryKind::none && row.recipe.teacher.kind == TeacherKind::none &&
                row.recipe.objective != ObjectiveKind::marginal_entropy)
                QTest::newRow(row.id.c_str()) << QString::fromStdString(row.id);
    }
    /// ZeroSiam's predictor beside any loss: it learns, and the pair's divergence is part of the loss.
    void a_pair_joins_every_method_that_learns() {
        QFETCH(QString, method);
        Recipe recipe = recipe_named(method.toStdString());
        recipe.alignment = named_recipe("zerosiam").recipe.alignment;
        recipe.selection.plpd_threshold = -1;
        Adapter adapter(test_models::convnet(), recipe, 7);
        if (recipe.regulariser.fisher_alpha > 0)
            adapter.estimate_fisher(std::vector<at::Tensor>{test_models::pictures(8, 1)});
        QVERIFY(are_finite(steps(adapter, 1, 3)));
        const StepResult r = step(adapter, 4);
        QVERIFY(r.loss_divergence.item<double>() > 0);
        QVERIFY(adapter.predictor().distance(PredictorKind::linear).item<double>() > 0 ||
                r.reset.item<bool>());
    }

    /// A switch thrown in mid-run keeps what was learnt, and goes on.
    void methods_are_switched_in_mid_run() {
        Adapter adapter(test_models::convnet(NormKind::batch), recipe_named("tent"), 7);
        for (const char* id : {"roid", "delta", "cmf", "bn_ema", "asr", "asr_roid", "shot_im", "rdumb",
                               "iabn", "tent_adam", "no_adaptation", "tent"}) {
            const NamedTensors learnt = copies(adapter.classifier().parameters().state());
            adapter.set_recipe(recipe_named(id));
            for (const auto& [name, value] : adapter.classifier().parameters().state())
                QVERIFY2(at::equal(value, learnt.at(name)), id);
            QVERIFY2(are_finite(steps(adapter, 1, 3)), id);
        }
        const auto fresh = test_models::convnet(NormKind::batch);
        adapter.reset();
        for (const auto& [name, value] : fresh->parameters().state())
            QVERIFY2(at::equal(adapter.classifier().parameters().state().at(name), value), name.c_str());
    }

    void states_of_other_models_are_refused() {
        Adapter adapter(test_models::convnet(NormKind::batch), recipe_named("bn_ema"), 7);
        for (const char* name : {"statistics/norm9.running_mean", "restoration/hidden.conv9.weight",
                                 "adaptive_reset/fisher.conv9.weight"}) {
            AdapterState state = adapter.state();
            state[name] = at::zeros({8}, at::kDouble);
            QVERIFY_EXCEPTION_THROWN(adapter.restore(state), std::invalid_argument);
        }
    }

    void numbers_out_of_range_name_their_field_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* path, double value, const char* expected) {
            QTest::addRow("%s", path) << path << value << expected;
        };
        row("statistics.share", 1.5, "0 to 1, found 1.500000");
        row("selection.temperature", 0, "0.001 to 1000, found 0.000000");
        row("optimiser.beta2", 1, "0 to below 1, found 1.000000");
        row("restoration.keep", -0.1, "0 to 1, found -0.100000");
        row("adaptive_reset.start", 0, "1e-06 to 1, found 0.000000");
        row("loss.clip", 1.01, "0.5 to 1, found 1.010000");
        row("recovery.every", 0, "1 to 1000000000, found 0");
        row("views.count", 0, "1 to 1024, found 0");
        row("loss.batch_size", -1, "0 to 1000000, found -1");
    }
    void numbers_out_of_range_name_their_field() {
        QFETCH(QString, path);
        QFETCH(double, value);
        QFETCH(QString, expected);
        const RecipeField& field = recipe_field(path.toStdString());
        Recipe recipe;
        if (field.access.kind == FieldKind::whole)
            field.set(recipe, static_cast<std::int64_t>(value));
        else
            field.set(recipe, value);
        QCOMPARE(test_files::sentence_of([&] { validate_recipe(recipe, "lanes[0].recipe"); }),
                 ("lanes[0].recipe." + path + ": expected " + expected).toStdString());
    }
};

QTEST_GUILESS_MAIN(TestMethods)
#include "test_methods.moc"
