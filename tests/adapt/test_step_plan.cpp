#include "core/adapt/adapter.h"
#include "core/adapt/blocks/objective.h"
#include "tests/support/random_models.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace lab;

namespace {

/// Margins that keep half of the random network's first batch.
Recipe recipe_named(const std::string& id) {
    Recipe recipe = named_recipe(id).recipe;
    const auto net = test_models::convnet();
    const at::Tensor logits = net->head(net->features(test_models::pictures(16, 100)));
    const bool come = recipe.objective == ObjectiveKind::come;
    const at::Tensor entropy = objective_of(come ? recipe.objective : ObjectiveKind::entropy, logits);
    recipe.optimiser.rate = recipe.optimiser.predictor_rate = 0.05;
    recipe.selection.margin = entropy.median().item<double>() / std::log(10.0) + 1e-9;
    recipe.selection.redundancy_margin = 0.9;
    recipe.selection.plpd_threshold = 0.0;
    recipe.recovery.threshold = -1;
    recipe.adaptive_reset.start = 1e-6; // never
    recipe.memory.capacity = 24;
    recipe.memory.update_every = std::min(recipe.memory.update_every, 40);
    recipe.views.count = std::min(recipe.views.count, 2);
    return recipe;
}

bool learns(const Recipe& recipe) {
    return recipe.adapts && recipe.trained.kind != TrainedKind::none;
}

/// What counts steps and predictions, whether anything is kept or not.
bool counts(const std::string& name) {
    return name == "recovery/steps" || name == "selection/class_average" ||
           name.starts_with("adaptive_reset/") || name.starts_with("statistics/");
}

struct Run {
    std::vector<StepResult> results;
    AdapterState state;
    bool some_kept = false, some_dropped = false;
};

at::Tensor patch_order(int step) {
    return at::arange(16, at::kLong).roll({step}).expand({16, 16});
}

enum class Way { eager, branch_free, whole_batch };

Run run_of(const Recipe& recipe, Way way, int steps = 8, NormKind norm = NormKind::group) {
    std::unique_ptr<Executor> executor;
    if (way == Way::branch_free)
        executor = std::make_unique<BranchFreeExecutor>();
    Adapter adapter(test_models::convnet(norm), recipe, 7, std::move(executor));
    if (way != Way::eager)
        adapter.set_second_pass(SecondPass::whole_batch);
    if (recipe.regulariser.fisher_alpha > 0)
        adapter.estimate_fisher({test_models::pictures(8, 1)});
    if (recipe.teacher.by_divergence)
        adapter.estimate_class_means({test_models::pictures(64, 1)});
    Run run;
    for (int i = 0; i < steps; ++i) {
        run.results.push_back(
            adapter.step(test_models::pictures(16, 100 + std::uint64_t(i)), patch_order(i)));
        const auto kept = run.results.back().kept.item<std::int64_t>();
        run.some_kept = run.some_kept || kept > 0;
        run.some_dropped = run.some_dropped || kept < 16;
    }
    run.state = adapter.state();
    return run;
}

double difference(const at::Tensor& a, const at::Tensor& b) {
    if (a.is_floating_point() && !at::equal(a.isnan(), b.isnan()))
        return INFINITY;
    return (a.to(at::kDouble) - b.to(at::kDouble)).nan_to_num(0.0).abs().max().item<double>();
}

double largest_difference(const Run& a, const Run& b) {
    double largest = 0;
    for (std::size_t i = 0; i < a.results.size(); ++i)
        for (const auto field :
             {&StepResult::logits, &StepResult::selected, &StepResult::loss, &StepResult::loss_objective,
              &StepResult::loss_divergence, &StepResult::distance, &StepResult::kept, &StepResult::stepped,
              &StepResult::reset})
            largest = std::max(largest, difference(a.results[i].*field, b.results[i].*field));
    for (const auto& [name, tensor] : a.state)
        if (name != "selection/patch_orders")
            largest = std::max(largest, b.state.contains(name)      ? difference(tensor, b.state.at(name))
                                        : tensor.any().item<bool>() ? INFINITY
                                                                    : 0.0);
    return largest;
}

void add_methods() {
    QTest::addColumn<QString>("method");
    for (const NamedRecipe& row : named_recipes())
        QTest::newRow(row.id.c_str()) << QString::fromStdString(row.id);
}

} // namespace

class TestStepPlan : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    /// Masks over the whole batch give what the kept rows alone give, and every phase without a look at a
    /// gate what skipping gives.
    void masks_are_row_lists_data() { add_methods(); }
    void masks_are_row_lists() {
        QFETCH(QString, method);
        const Recipe recipe = recipe_named(method.toStdString());
        const Run rows = run_of(recipe, Way::eager);
        QCOMPARE(rows.some_kept, learns(recipe));
        const bool chooses =
            recipe.selection.kind != SelectionKind::all || recipe.memory.kind != MemoryKind::none;
        QCOMPARE(rows.some_dropped, !learns(recipe) || chooses);
        QVERIFY(largest_difference(rows, run_of(recipe, Way::whole_batch)) < 1e-12);
        QVERIFY(largest_difference(rows, run_of(recipe, Way::branch_free)) < 1e-12);
        QVERIFY(largest_difference(run_of(recipe, Way::whole_batch), run_of(recipe, Way::branch_free)) == 0);
    }

    /// Batches of which nothing is kept: no weight, momentum or average moves, whoever carries the plan out.
    void nothing_kept_changes_nothing_data() { add_methods(); }
    void nothing_kept_changes_nothing() {
        QFETCH(QString, method);
        Recipe recipe = recipe_named(method.toStdString());
        if (recipe.selection.kind == SelectionKind::all ||
            recipe.selection.kind == SelectionKind::diversity_certainty)
            return; // something is kept of every batch
        Adapter adapter(test_models::convnet(), recipe, 7, std::make_unique<BranchFreeExecutor>());
        adapter.set_second_pass(SecondPass::whole_batch);
        bool stepped = false;
        for (int i = 0; i < 20 && !stepped; ++i)
            stepped = adapter.step(test_models::pictures(16, 100 + std::uint64_t(i)), patch_order(i))
                          .stepped.item<bool>();
        QVERIFY(stepped);
        const AdapterState before = adapter.state();
        recipe.selection.margin = 0;
        adapter.set_recipe(recipe);
        const StepResult result = adapter.step(test_models::pictures(16, 99), patch_order(3));
        QVERIFY(!result.stepped.item<bool>() && !result.reset.item<bool>());
        QVERIFY(std::isnan(result.loss.item<double>()) && result.kept.item<int>() == 0);
        QCOMPARE(adapter.state().size(), before.size());
        for (const auto& [name, tensor] : adapter.state())
            QVERIFY2(counts(name) || at::equal(tensor, before.at(name)), name.c_str());
    }

    /// SAR goes back on the device, at the step at which the eager executor does.
    void recovery_without_a_look_data() {
        QTest::addColumn<bool>("quirks");
        QTest::newRow("paper") << false;
        QTest::newRow("reference code") << true;
    }
    void recovery_without_a_look() {
        QFETCH(bool, quirks);
        Recipe recipe = recipe_named("zerosiam_sar");
        recipe.selection.margin = 0.95;
        recipe.optimiser.rate = 0.2;
        recipe.reference_quirks = quirks;
        recipe.recovery.threshold = -1;
        const Run watched = run_of(recipe, Way::eager);
        std::vector<double> losses;
        double average = NAN;
        for (const StepResult& result : watched.results)
            if (const double loss = result.loss.item<double>(); !std::isnan(loss))
                losses.push_back(average = std::isnan(average) ? loss : 0.9 * average + 0.1 * loss);
        QVERIFY(losses.size() > 4);
        recipe.recovery.threshold = losses[3] + 1e-6; // surely below by then
        const Run eager = run_of(recipe, Way::eager), replayed = run_of(recipe, Way::branch_free);
        int resets = 0;
        for (const StepResult& result : eager.results)
            resets += result.reset.item<int>();
        QVERIFY(resets > 0);
        QVERIFY(largest_difference(eager, replayed) < 1e-12);
    }

    void plans_say_whether_their_shapes_are_fixed() {
        Adapter adapter(test_models::convnet(), recipe_named("tent"), 7);
        Adapter mixing(test_models::convnet(NormKind::batch), recipe_named("tent"), 7);
        for (const NamedRecipe& row : named_recipes()) {
            const bool sam = row.recipe.optimiser.kind == OptimiserKind::sam;
            const Recipe& r = row.recipe;
            const bool never = r.memory.kind != MemoryKind::none || r.teacher.kind != TeacherKind::none ||
                               r.objective == ObjectiveKind::marginal_entropy ||
                               r.output.kind == OutputKind::lame || r.output.kind == OutputKind::t3a;
            const bool deyo = row.recipe.selection.kind == SelectionKind::entropy_plpd ||
                              row.recipe.loss.consistency > 0; // ROID's views, likewise
            for (Adapter* a : {&adapter, &mixing}) {
                a->set_second_pass(SecondPass::kept_rows);
                a->set_recipe(row.recipe);
                // With BatchNorm SAM's second look is at the whole batch in any case.
                QCOMPARE(a->plan().capturable(), !never && !deyo && !(sam && a == &adapter));
                a->set_second_pass(SecondPass::whole_batch);
                QCOMPARE(a->plan().capturable(), !never && !(deyo && a == &mixing));
            }
        }
    }

    void measures_are_the_last_phase() {
        Adapter adapter(test_models::convnet(), recipe_named("eta"), 7);
        adapter.set_measures([](const StepResult& r) { return at::stack({r.kept, r.stepped, r.loss}); });
        adapter.set_recipe(recipe_named("zerosiam_eata"));
        QCOMPARE(std::string(adapter.plan().phases.back().name), std::string("measures"));
        const StepResult result = adapter.step(test_models::pictures(16, 100));
        QVERIFY(at::equal(result.measured, at::stack({result.kept, result.stepped, result.loss})));
        const StepResult scored = adapter.evaluate(test_models::pictures(16, 100));
        QCOMPARE(scored.measured[0].item<double>(), 0.0);
        QVERIFY(scored.times.measure >= 0 && scored.times.backward == 0);
    }

    /// BatchNorm's statistics without training (BN-1), and training with the source's.
    void statistics_are_a_block_of_their_own() {
        Recipe recipe = recipe_named("tent");
        const at::Tensor x = test_models::pictures(16, 100);
        const auto predicted = [&](const Recipe& r) {
            Adapter adapter(test_models::convnet(NormKind::batch), r, 7);
            const StepResult result = adapter.step(x);
            return std::pair{result.logits, result.stepped.item<bool>()};
        };
        const auto [tent, stepped] = predicted(recipe);
        const auto [source, never] = predicted(recipe_named("no_adaptation"));
        recipe.trained.kind = TrainedKind::none;
        const auto [batch, still] = predicted(recipe);
        recipe = recipe_named("tent");
        recipe.statistics.kind = StatisticsKind::source;
        const auto [trained, also] = predicted(recipe);
        QVERIFY(stepped && !never && !still && also);
        QVERIFY(at::equal(tent, batch) && at::equal(source, trained) && !at::allclose(tent, source));
    }

    void only_the_head_can_be_trained() {
        Recipe recipe = recipe_named("zerosiam");
        recipe.trained.kind = TrainedKind::head;
        Adapter adapter(test_models::convnet(), recipe, 7);
        const StateDict before = adapter.classifier().parameters().state();
        QVERIFY(adapter.step(test_models::pictures(16, 100)).stepped.item<bool>());
        for (const auto& [name, tensor] : adapter.classifier().parameters().state())
            QCOMPARE(at::equal(tensor, before.at(name)), !name.starts_with("fc."));
    }
};

QTEST_GUILESS_MAIN(TestStepPlan)
#include "test_step_plan.moc"
