#include "core/adapt/blocks/objective.h"
#include "core/parity/adapter_replay.h"

#include <ATen/ATen.h>

#include <cmath>
#include <map>

namespace lab {

namespace {

/// Margins of ETA, as multiples of ln K.
void read_eta(HyperParameters& given, Selection& selection) {
    selection.margin = selection.weight_margin = given.number("margin_times_ln_k");
    selection.redundancy_margin = given.number("d_margin");
    if (given.has("probability_momentum"))
        selection.probability_momentum = given.number("probability_momentum");
}

void read_roid(HyperParameters& given, Recipe& recipe) {
    recipe.loss.batch_size = given.whole("batch_size_divisor");
    recipe.loss.clip = given.number("slr_clip");
    recipe.loss.log_epsilon = given.number("slr_epsilon");
    recipe.loss.consistency = given.flag("consistency") ? 1 : 0;
    recipe.selection.probability_momentum = given.number("probability_momentum");
    recipe.selection.temperature = given.number("temperature");
    if (!given.flag("weighting"))
        recipe.selection.kind = SelectionKind::all;
    if (!given.flag("prior_correction"))
        recipe.output.kind = OutputKind::live;
}

/// The trace names the filter's q as well, which follows from Q and the number of trained values.
void read_cmf(HyperParameters& given, Recipe& recipe) {
    read_roid(given, recipe);
    recipe.restoration.hidden_keep = given.number("alpha");
    recipe.restoration.keep = given.number("gamma");
    recipe.restoration.noise = given.number("q_raw");
    const double q = recipe.restoration.noise * given.number("trained_values") / 38400;
    if (std::abs(q - given.number("q")) > 1e-12 * std::abs(q))
        throw UnknownTrace("q that is not q_raw * trained_values / 38400");
}

void read_asr(HyperParameters& given, Recipe& recipe) {
    recipe.adaptive_reset = {given.number("a0"), given.number("m0"), given.number("r0"), given.number("r1")};
    recipe.regulariser.running_fisher = given.number("p0");
    if (!given.has("reset_lands_on"))
        return;
    const std::string target = given.text("reset_lands_on");
    if (target != "live network" && target != "pull target")
        throw UnknownTrace("reset_lands_on \"" + target + '"');
    recipe.reference_quirks = target == "pull target";
}

void read_asr_roid(HyperParameters& given, Recipe& recipe) {
    read_roid(given, recipe);
    recipe.restoration.keep = given.number("momentum_src");
    read_asr(given, recipe);
}

void read_shot(HyperParameters& given, Recipe& recipe) {
    recipe.loss.log_epsilon = given.number("log_epsilon");
    const std::string trained = given.text("trained");
    if (trained != "all but the last layer" && trained != "norm layers")
        throw UnknownTrace("trained \"" + trained + '"');
    recipe.trained.kind = trained == "norm layers" ? TrainedKind::norms : TrainedKind::encoder;
}

void read_delta(HyperParameters& given, Recipe& recipe) {
    recipe.selection.class_balanced = !given.is_null("class_momentum");
    if (recipe.selection.class_balanced)
        recipe.selection.class_momentum = given.number("class_momentum");
    recipe.statistics.share = 1 - given.number("statistics_momentum");
    const std::string loss = given.text("loss"), statistics = given.text("normalisation");
    if (statistics != "batch" && statistics != "batch renormalisation")
        throw UnknownTrace("normalisation \"" + statistics + '"');
    if (statistics == "batch")
        recipe.statistics.kind = StatisticsKind::batch;
    if (loss != "entropy" && loss != "cross_entropy")
        throw UnknownTrace("loss \"" + loss + '"');
    const bool weighs = given.flag("entropy_weight"); // of the entropy alone, in the published code too
    if (loss == "cross_entropy") {
        recipe.objective = ObjectiveKind::pseudo_label;
        recipe.selection.kind = SelectionKind::probability;
    } else if (!weighs) {
        recipe.selection.kind = SelectionKind::all;
    }
}

/// A method's row of the table with the trace's numbers.
Recipe recipe_of(const std::string& method, HyperParameters& given) {
    struct Reading {
        const char* row;
        void (*read)(HyperParameters&, Recipe&);
    };
    static const std::map<std::string, Reading> readings = {
        {"tent", {"tent", [](HyperParameters&, Recipe&) {}}},
        {"rdumb",
         {"rdumb",
          [](HyperParameters& h, Recipe& r) {
              read_eta(h, r.selection);
              r.recovery.every = h.whole("reset_every");
          }}},
        {"roid",
         {"roid",
          [](HyperParameters& h, Recipe& r) {
              read_roid(h, r);
              r.restoration.keep = h.number("momentum_src");
          }}},
        {"cmf", {"cmf", read_cmf}},
        {"asr_eta",
         {"asr",
          [](HyperParameters& h, Recipe& r) {
              read_eta(h, r.selection);
              read_asr(h, r);
          }}},
        {"asr_roid", {"asr_roid", read_asr_roid}},
        {"shot_im", {"shot_im", read_shot}},
        {"delta", {"delta", read_delta}},
    };
    const Reading& reading = readings.at(method);
    Recipe recipe = named_recipe(reading.row).recipe;
    read_optimiser(given, recipe.optimiser);
    reading.read(given, recipe);
    given.expect_all_read();
    return recipe;
}

/// The parts of SHOT's loss, and what the published code reports: a second look after the step.
void check_shot(const Adapter& adapter, const std::string& prefix, const at::Tensor& input,
                const StepResult& step, Comparison& comparison) {
    const Recipe& recipe = adapter.recipe();
    const at::Tensor p = step.logits.softmax(1);
    comparison.check(prefix + "mean_entropy",
                     objective_of(recipe.objective, step.logits, {}, recipe.loss).mean());
    comparison.check(prefix + "entropy_of_mean", -negative_entropy(p.mean(0), recipe.loss.log_epsilon));
    comparison.check(prefix + "logits_after", adapter.evaluate(input).logits);
}

} // namespace

void replay_gradient_method(const MethodTrace& trace, HyperParameters& given, Comparison& comparison) {
    const Recipe recipe = recipe_of(trace.method(), given);
    Adapter adapter(trace.classifier(), recipe, 0);
    EachStep each;
    if (trace.method() == "shot_im")
        each = [&](const std::string& prefix, const at::Tensor& input, const StepResult& step) {
            check_shot(adapter, prefix, input, step, comparison);
        };
    replay_steps(trace, adapter, comparison, each);
    // What ROID pulls towards, where it is the network as it was.
    for (const char* when : {"after3.", "final."})
        for (const auto& [name, tensor] : trace.network)
            if (!recipe.reference_quirks)
                comparison.check(std::string(when) + "pull_target." + name, tensor);
}

} // namespace lab
