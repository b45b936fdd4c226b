#include "core/adapt/adapter.h"
#include "core/adapt/blocks/prior_correction.h"
#include "tests/adapt/method_steps.h"

#include <ATen/Parallel.h>
#include <QtTest>

#include <cmath>

using namespace lab;
using namespace method_steps;

/// ROID, CMF, ASR, SHOT and DELTA, each by a property that needs no recorded figures.
class TestDiverseMethods : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void prior_correction_by_hand() {
        const at::Tensor logits = at::tensor({3.0, 1.0, 0.0, 2.0, 2.0, -1.0}, at::kDouble).view({2, 3});
        const at::Tensor q = logits.softmax(1).mean(0);
        const double s = 0.5 / q.max().item<double>(); // 1/N is above 1/K
        QVERIFY(at::allclose(with_prior_corrected(logits), logits * (q + s) / (1 + 3 * s), 1e-12, 1e-12));
        const at::Tensor even = at::full({4, 3}, 0.7, at::kDouble);
        QVERIFY(at::allclose(with_prior_corrected(even), even / 3, 1e-12, 1e-12)); // s = 1
    }

    /// One sample, or samples that are all alike: 0/0 in the published code, plain steps here.
    void roid_survives_batches_without_spread() {
        for (const char* id : {"roid", "cmf", "asr_roid"}) {
            Adapter single(test_models::convnet(), recipe_named(id), 7);
            QVERIFY(are_finite(steps(single, 1, 5, 1)));
            QCOMPARE(step(single, 6, 1).kept.item<int>(), 1);
            Adapter alike(test_models::convnet(), recipe_named(id), 7);
            Draws draws;
            const at::Tensor x = test_models::pictures(1, 5).expand({8, 1, 28, 28}).contiguous();
            draws.views = x.unsqueeze(0);
            for (int i = 0; i < 3; ++i)
                QVERIFY(are_finite({alike.step(x, draws).logits}));
            QVERIFY(alike.step(x, draws).stepped.item<bool>());
        }
    }

    /// The whole loss of ROID written out, from the numbers that the step tells.
    void roid_by_hand() {
        Adapter adapter(test_models::convnet(), recipe_named("roid"), 7);
        const StepResult r = step(adapter, 1);
        const at::Tensor u = r.records.at("logits_before_correction"), p = u.softmax(1);
        const at::Tensor uniform = at::full({10}, 0.1, at::kDouble);
        const auto scaled = [](const at::Tensor& x) { return (x - x.min()) / (x.max() - x.min()); };
        const at::Tensor d = scaled(1 - p.matmul(uniform) / (p.norm(2, 1) * uniform.norm()));
        const at::Tensor w = (3 * d * scaled((p * p.log()).sum(1))).exp() * (d >= d.mean());
        const at::Tensor cut = p.clamp_max(0.99);
        const at::Tensor likelihood = -(cut * (cut / (1 - cut) + 1e-5).log()).sum(1);
        const auto net = test_models::convnet();
        const at::Tensor seen = test_models::pictures(16, 101).flip({3});
        const at::Tensor v = net->head(net->features(seen)).softmax(1);
        const at::Tensor both = -0.5 * (p * v.log() + v * p.log()).sum(1);
        const double loss = ((likelihood + both) * w).sum().item<double>() / 16;
        QVERIFY(std::abs(r.loss.item<double>() - loss) < 1e-11);
        QVERIFY(at::equal(r.logits, with_prior_corrected(u)));
        QVERIFY(
            at::allclose(adapter.state().at("selection/moving_average"), 0.9 * uniform + 0.1 * p.mean(0)));
    }

    /// A sharpness-aware step takes the views' part of the loss from above as well: a tiny climb changes
    /// nothing.
    void a_sharper_step_sees_the_views_again() {
        for (const NormKind norm : {NormKind::group, NormKind::batch})
            for (const bool whole : {false, true}) {
                Recipe sharp = recipe_named("roid");
                sharp.optimiser.kind = OptimiserKind::sam;
                sharp.optimiser.rho = 1e-9;
                Adapter climbs(test_models::convnet(norm), sharp, 7);
                Adapter plain(test_models::convnet(norm), recipe_named("roid"), 7);
                if (whole)
                    climbs.set_second_pass(SecondPass::whole_batch);
                QVERIFY(largest_difference(steps(climbs, 1, 4), steps(plain, 1, 4)) < 1e-6);
            }
    }

    /// Without process noise the hidden weights stay the source's: CMF is ROID with a pull.
    void cmf_without_noise_is_roid() {
        Recipe filter = recipe_named("cmf");
        filter.restoration.noise = 0;
        Adapter cmf(test_models::convnet(), filter, 7), roid(test_models::convnet(), recipe_named("roid"), 7);
        QVERIFY(largest_difference(steps(cmf, 1, 6), steps(roid, 1, 6)) < 1e-12);
        filter.restoration.noise = 100;
        Adapter noisy(test_models::convnet(), filter, 7);
        QVERIFY(largest_difference(steps(noisy, 1, 6), steps(roid, 1, 6)) > 1e-9);
    }

    /// A pull that keeps nothing undoes every step.
    void a_full_pull_holds_the_source() {
        Recipe recipe = recipe_named("roid");
        recipe.restoration.keep = 0;
        Adapter adapter(test_models::convnet(), recipe, 7);
        const NamedTensors start = weights(adapter);
        QVERIFY(step(adapter, 1).stepped.item<bool>());
        for (const auto& [name, value] : weights(adapter))
            QVERIFY(at::equal(value, start.at(name)));
        recipe.restoration.keep = 1;
        Recipe none = recipe;
        none.restoration.kind = RestorationKind::none;
        Adapter free(test_models::convnet(), recipe, 7), unheld(test_models::convnet(), none, 7);
        QCOMPARE(largest_difference(steps(free, 1, 4), steps(unheld, 1, 4)), 0.0);
    }

    /// A threshold that is never reached leaves ETA; one that always is brings everything back each time.
    void asr_between_never_and_always() {
        Recipe never = recipe_named("asr"), eta = never;
        never.adaptive_reset.start = 1e-6;
        eta.recovery.enabled = false;
        eta.regulariser.running_fisher = 0;
        Adapter watched(test_models::convnet(), never, 7), plain(test_models::convnet(), eta, 7);
        QCOMPARE(largest_difference(steps(watched, 1, 6), steps(plain, 1, 6)), 0.0);

        Recipe always = never;
        always.adaptive_reset = {1.0, 0.0, 0.0, 0.0};
        always.regulariser.running_fisher = 0;
        Adapter back(test_models::convnet(), always, 7);
        const NamedTensors start = weights(back);
        for (int i = 1; i <= 3; ++i)
            QVERIFY(step(back, i).reset.item<bool>());
        for (const auto& [name, value] : weights(back))
            QVERIFY(at::equal(value, start.at(name)));

        // Half of the four tensors, from the input, stay; the order is the network's, weight before bias.
        always.adaptive_reset.kept = 0.75;
        Adapter part(test_models::convnet(), always, 7);
        QVERIFY(step(part, 1).reset.item<bool>());
        for (const auto& [name, value] : weights(part))
            QCOMPARE(at::equal(value, start.at(name)), name == "norm2.bias");
    }

    /// The penalty is that of the Fisher information since the last reset, and late by a step.
    void asr_holds_what_mattered() {
        Recipe recipe = recipe_named("asr");
        recipe.adaptive_reset = {1.0, 0.15, 1.0, 0.0}; // every step is a reset that keeps everything
        recipe.regulariser.running_fisher = 500;
        Adapter adapter(test_models::convnet(), recipe, 7);
        const StepResult first = step(adapter, 1);
        QCOMPARE(first.records.at("penalty").item<double>(), 0.0);
        const NamedTensors after = weights(adapter);
        const double flips = first.records.at("flip_rate").item<double>();
        const StepResult second = step(adapter, 2), third = step(adapter, 3);
        QCOMPARE(flips, 0.0); // at the first step the live network is the source
        QCOMPARE(second.records.at("penalty").item<double>(), 0.0);
        const double share = second.records.at("flip_rate").item<double>();
        QVERIFY(std::abs(third.records.at("penalty_factor_used").item<double>() - 500 * share * share) <
                1e-12);
        QVERIFY(!after.empty());
    }

    /// The reference code's reset lands on what ROID pulls towards; the live network is not reset.
    void asrs_quirk_moves_the_target() {
        Recipe recipe = recipe_named("asr_roid");
        recipe.adaptive_reset = {1.0, 0.0, 1.0, 0.0}; // everything stays live: the target becomes the weights
        recipe.reference_quirks = true;
        Adapter adapter(test_models::convnet(), recipe, 7);
        QVERIFY(step(adapter, 1).reset.item<bool>());
        for (const auto& [name, value] : weights(adapter))
            QVERIFY(at::equal(adapter.state().at("restoration/pull_target." + name), value));
    }

    void shot_trains_all_but_the_head() {
        Adapter adapter(test_models::convnet(), recipe_named("shot_im"), 7);
        const StateDict before = adapter.classifier().parameters().state();
        const StepResult r = step(adapter, 1);
        const at::Tensor p = r.logits.softmax(1), q = p.mean(0);
        const double expected = (-(p * p.log()).sum(1).mean() + (q * q.log()).sum()).item<double>();
        QVERIFY(std::abs(r.loss.item<double>() - expected) < 1e-8); // ε 1e-10
        QVERIFY(expected < 0);
        for (const auto& [name, value] : adapter.classifier().parameters().state())
            QCOMPARE(at::equal(value, before.at(name)), name.starts_with("fc."));
    }

    /// DELTA: averages begin with the first batch, so that its prediction is that of its own statistics; and
    /// with all classes alike every weight is 1.
    void delta_begins_with_the_first_batch() {
        Recipe recipe = recipe_named("delta"), tent = recipe_named("tent");
        Adapter delta(test_models::convnet(NormKind::batch), recipe, 7);
        Adapter own(test_models::convnet(NormKind::batch), tent, 7);
        const StepResult first = step(delta, 1);
        QVERIFY(at::allclose(first.logits, step(own, 1).logits, 1e-10, 1e-10));
        QVERIFY(!at::allclose(step(delta, 2).logits, step(own, 2).logits, 1e-6, 1e-6));
        recipe.selection.kind = SelectionKind::all;
        Adapter balanced(test_models::convnet(), recipe, 7);
        QVERIFY(at::allclose(step(balanced, 1).records.at("weight"), at::ones({16}, at::kDouble)));
        const at::Tensor w = step(balanced, 2).records.at("weight");
        QVERIFY(!at::allclose(w, at::ones_like(w)) && std::abs(w.mean().item<double>() - 1) < 1e-12);
    }
};

QTEST_GUILESS_MAIN(TestDiverseMethods)
#include "test_diverse_methods.moc"
