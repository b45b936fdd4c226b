#include "core/adapt/step_plan.h"

#include "core/adapt/blocks/prior_correction.h"
#include "core/adapt/blocks/worn_tensors.h"
#include "core/adapt/memory_plan.h"
#include "core/adapt/picture_plan.h"
#include "core/adapt/step_parts.h"
#include "core/adapt/teacher_step.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>

namespace lab {

namespace {

using Pass = StatisticsBlock::Pass;

/// Batch statistics make every sample's logits depend on the others of its batch.
bool mixes_samples(const Classifier& classifier) {
    const auto norms = classifier.norms();
    return std::any_of(norms.begin(), norms.end(),
                       [](const Norm* norm) { return norm->config.kind == NormKind::batch; });
}

bool looks_at_views(const Recipe& recipe) {
    return recipe.loss.consistency > 0 && recipe.views.kind != ViewsKind::none;
}

/// Why a step's shapes depend on its data.
std::string dependence(const Recipe& recipe, bool sam_kept_rows, bool deyo_kept_rows) {
    if (recipe.optimiser.kind == OptimiserKind::sam && sam_kept_rows)
        return "the second look of SAM takes the kept samples alone";
    if (recipe.selection.kind == SelectionKind::entropy_plpd && deyo_kept_rows)
        return "DeYO shuffles the patches of the confident samples alone";
    if (recipe.teacher.kind != TeacherKind::none && recipe.views.kind != ViewsKind::none)
        return "whether views are looked at depends on how sure the source is";
    if (recipe.restoration.kind == RestorationKind::stochastic)
        return "which weights go back is drawn step by step";
    if (looks_at_views(recipe) && recipe.selection.kind != SelectionKind::all && deyo_kept_rows)
        return "views are looked at of the kept samples alone";
    return "";
}

void add_sharpness(StepPlan& plan, StepBlocks& blocks, double rho, bool kept_rows) {
    auto steps = &StepTensors::steps;
    auto time = &StepTimes::backward;
    plan.phases.push_back(
        {"climb", time,
         [&blocks, rho](StepTensors& t) { blocks.sharpness.climb(blocks.learning(), t.gradients, rho); },
         steps});
    plan.phases.push_back({"second look", time,
                           [&blocks, kept_rows](StepTensors& t) { look_again(blocks, t, kept_rows); }, steps,
                           true});
    plan.phases.push_back(
        {"second backward", time, [&blocks](StepTensors& t) { take_gradients(blocks, t); }, steps});
    plan.phases.push_back({"come back", time, [&blocks](StepTensors&) { blocks.sharpness.come_back(); }});
}

/// A pass of its own that moves the statistics with which the batch is predicted (BN-EMA).
void add_first_pass(StepPlan& plan, StepBlocks& blocks) {
    if (blocks.statistics.moves_first())
        plan.phases.push_back({"statistics", &StepTimes::forward, [&blocks](StepTensors& t) {
                                   const c10::NoGradGuard no_grad;
                                   const DuringPass first(blocks.statistics, Pass::first);
                                   blocks.classifier.features(t.input);
                               }});
}

/// What the model that was trained predicts, with the statistics that the present one has.
void add_source(StepPlan& plan, StepBlocks& blocks) {
    plan.phases.push_back({"source", &StepTimes::forward, [&blocks](StepTensors& t) {
                               const c10::NoGradGuard no_grad;
                               NamedTensors starts = blocks.trained.starts();
                               const WornTensors worn(blocks.classifier, starts);
                               t.source = blocks.classifier.head(blocks.classifier.features(t.input));
                           }});
}

void add_forward(StepPlan& plan, StepBlocks& blocks, const Recipe& recipe, bool deyo_kept) {
    plan.phases.push_back({"forward", &StepTimes::forward, [&blocks](StepTensors& t) {
                               t.back = at::zeros({}, t.input.tensor().options().dtype(at::kBool));
                               const DuringPass pass(blocks.statistics, blocks.statistics.own_pass());
                               const at::Tensor teacher = t.branches.teacher;
                               t.branches = forward(blocks, t.input);
                               t.branches.teacher = teacher;
                           }});
    plan.phases.push_back(
        {"selection", &StepTimes::forward, [&blocks, loss = recipe.loss, deyo_kept](StepTensors& t) {
             t.selected = blocks.selection.select(
                 t.branches.target,
                 [&](const at::Tensor& mask) { return shuffled_logits(blocks, t, mask, deyo_kept); },
                 t.input.rows);
             blocks.selection.divide(t.selected, loss, t.input.size(), t.branches.target.size(1));
             t.result.records.insert(blocks.selection.records().begin(), blocks.selection.records().end());
             if (t.selected.mask.defined())
                 t.steps = t.selected.kept > 0;
         }});
}

/// ASR's sums and its penalty, in whose gradients they have no part.
void add_holding(StepPlan& plan, StepBlocks& blocks) {
    plan.phases.push_back({"memory of weights", &StepTimes::update, [&blocks](StepTensors& t) {
                               blocks.adaptive_reset.remember(t.gradients, t.steps);
                           }});
    plan.phases.push_back({"penalty", &StepTimes::update,
                           [&blocks](StepTensors& t) {
                               const at::Tensor penalty =
                                   blocks.adaptive_reset.hold(t.gradients, t.result.records);
                               t.loss.total = t.loss.total + penalty.to(t.loss.total.scalar_type());
                           },
                           &StepTensors::steps});
}

/// Brings back what t.back says, but for what `spared` names.
void add_return(StepPlan& plan, StepBlocks& blocks, const std::function<bool(const Block*)>& spared) {
    plan.phases.push_back({"return", &StepTimes::update,
                           [&blocks, spared](StepTensors& t) {
                               for (Block* block : blocks.all())
                                   if (!spared(block))
                                       block->reset(t.back);
                           },
                           &StepTensors::back});
}

void add_adaptive_return(StepPlan& plan, StepBlocks& blocks) {
    plan.phases.push_back({"recovery", &StepTimes::update, [&blocks](StepTensors& t) {
                               t.back = blocks.adaptive_reset.decide(t.branches.target.detach(), t.source,
                                                                     t.result.records);
                           }});
    plan.phases.push_back({"partial return", &StepTimes::update,
                           [&blocks](StepTensors& t) {
                               const c10::NoGradGuard no_grad;
                               const at::Tensor& share = blocks.adaptive_reset.share();
                               if (blocks.restoration.moves_target())
                                   blocks.restoration.land_on_target(t.back, share);
                               else
                                   blocks.trained.reset_beyond(t.back, share);
                           },
                           &StepTensors::back});
    add_return(plan, blocks, [&blocks](const Block* block) {
        const bool lands = block == &blocks.restoration && blocks.restoration.moves_target();
        return lands || block == &blocks.trained || block == &blocks.adaptive_reset;
    });
}

void add_recovery(StepPlan& plan, StepBlocks& blocks, RecoveryKind kind) {
    if (kind == RecoveryKind::adaptive)
        return add_adaptive_return(plan, blocks);
    if (kind == RecoveryKind::every)
        plan.phases.push_back({"recovery", &StepTimes::update,
                               [&blocks](StepTensors& t) { t.back = blocks.recovery.is_due(); }});
    else
        plan.phases.push_back(
            {"recovery", &StepTimes::update,
             [&blocks](StepTensors& t) { t.back = blocks.recovery.decide(t.loss.total.detach(), t.steps); },
             &StepTensors::steps});
    add_return(plan, blocks, [&blocks](const Block* block) {
        return block == &blocks.recovery && blocks.recovery.keeps_average();
    });
}

void add_update(StepPlan& plan, StepBlocks& blocks, const Recipe& recipe) {
    plan.phases.push_back(
        {"update", &StepTimes::update,
         [&blocks, o = recipe.optimiser](StepTensors& t) { make_update(o, blocks, t.gradients, t.steps); },
         &StepTensors::steps});
    if (blocks.teacher.enabled())
        plan.phases.push_back({"teacher follows", &StepTimes::update,
                               [&blocks](StepTensors& t) { blocks.teacher.follow({}, t.steps); },
                               &StepTensors::steps});
    if (blocks.stochastic_return.enabled())
        plan.phases.push_back(
            {"stochastic return", &StepTimes::update,
             [&blocks](StepTensors& t) { blocks.stochastic_return.apply(blocks.trained, t.draws.restored); },
             &StepTensors::steps});
    if (blocks.restoration.enabled())
        plan.phases.push_back(
            {"restoration", &StepTimes::update,
             [&blocks](StepTensors& t) { blocks.restoration.draw_back(t.steps, t.result.records); },
             &StepTensors::steps});
}

/// The teacher's targets for the batch.
void add_teacher(StepPlan& plan, StepBlocks& blocks) {
    if (blocks.teacher.enabled())
        plan.phases.push_back({"teacher", &StepTimes::forward, [&blocks](StepTensors& t) {
                                   t.branches.teacher = teacher_targets(blocks, t);
                               }});
}

/// What is reported in place of the model's logits.
/// @param learns whether what the output remembers may take the batch in
void add_output(StepPlan& plan, StepBlocks& blocks, OutputKind kind, bool learns) {
    if (kind == OutputKind::teacher)
        plan.phases.push_back({"output", &StepTimes::update, [](StepTensors& t) {
                                   t.result.records["logits_live"] = t.branches.target.detach();
                                   t.reported = t.branches.teacher;
                               }});
    if (blocks.output.makes_over()) {
        plan.shapes_depend_on_data = "the output looks at the batch until it settles";
        plan.phases.push_back({"output", &StepTimes::update, [&blocks, learns](StepTensors& t) {
                                   t.reported = blocks.output.made_over(t.branches.features.detach(),
                                                                        t.branches.target.detach(), learns,
                                                                        t.result.records);
                               }});
    }
    if (kind == OutputKind::prior_correction)
        plan.phases.push_back({"output", &StepTimes::update, [](StepTensors& t) {
                                   const c10::NoGradGuard no_grad;
                                   t.result.records["logits_before_correction"] = t.branches.target.detach();
                                   t.reported = with_prior_corrected(t.branches.target.detach());
                               }});
    if (kind == OutputKind::adapted)
        plan.phases.push_back({"output", &StepTimes::forward, [&blocks](StepTensors& t) {
                                   const c10::NoGradGuard no_grad;
                                   t.reported = blocks.classifier.head(blocks.classifier.features(t.input));
                               }});
}

void add_report(StepPlan& plan, const StepBlocks& blocks) {
    plan.phases.push_back({"report", &StepTimes::update, [&blocks](StepTensors& t) { report(blocks, t); }});
}

/// Memories and single pictures are learnt from by phases of their own.
bool learns_by_itself(const Recipe& recipe) {
    return recipe.memory.kind != MemoryKind::none || recipe.objective == ObjectiveKind::marginal_entropy;
}

void add_own_learning(StepPlan& plan, StepBlocks& blocks, const Recipe& recipe) {
    if (recipe.memory.kind != MemoryKind::none)
        add_memory(plan, recipe, blocks);
    else
        add_pictures(plan, recipe, blocks);
    if (recipe.recovery.enabled && recipe.recovery.kind != RecoveryKind::episodic)
        add_recovery(plan, blocks, recipe.recovery.kind);
    const OutputKind output = recipe.output.kind;
    if (output != OutputKind::adapted || recipe.memory.kind != MemoryKind::none)
        add_output(plan, blocks, output, true);
}

/// Nothing learns: a prediction.
void add_prediction(StepPlan& plan, StepBlocks& blocks, Pass pass) {
    plan.phases.push_back({"prediction", &StepTimes::forward, [&blocks, pass](StepTensors& t) {
                               const c10::NoGradGuard no_grad;
                               const DuringPass during(blocks.statistics, pass);
                               NamedTensors none;
                               const bool taught = blocks.output.kind() == OutputKind::teacher;
                               const Look look =
                                   look_with(blocks, taught ? blocks.teacher.tensors() : none, t.input);
                               t.branches = {look.features, look.logits, {}, look.logits};
                               const auto flags = t.input.tensor().options().dtype(at::kBool);
                               t.steps = t.back = at::zeros({}, flags);
                               t.selected.mask = at::zeros({t.input.size()}, flags);
                               t.selected.kept = at::zeros({}, t.branches.target.options());
                               t.result.records = blocks.statistics.records();
                           }});
}

} // namespace

StepPlan plan_adaptation(const Recipe& recipe, StepBlocks& blocks, SecondPass second_pass) {
    StepPlan plan;
    if (!recipe.adapts)
        return plan_evaluation(recipe, blocks);
    add_first_pass(plan, blocks);
    if (recipe.trained.kind == TrainedKind::none || blocks.learning().empty()) {
        add_prediction(plan, blocks, blocks.statistics.own_pass());
        add_output(plan, blocks, recipe.output.kind, true);
        add_report(plan, blocks);
        return plan;
    }
    if (learns_by_itself(recipe)) {
        add_own_learning(plan, blocks, recipe);
        add_report(plan, blocks);
        return plan;
    }
    const bool mixes = mixes_samples(blocks.classifier);
    // Pictures that take part in each other's normalisation: SAM looks at all of them again, and DeYO's
    // shuffled ones and ROID's views have the statistics of the kept alone, as in their reference code.
    const bool sam_kept = second_pass == SecondPass::kept_rows && !mixes;
    const bool deyo_kept = second_pass == SecondPass::kept_rows || mixes;
    plan.shapes_depend_on_data =
        blocks.by_rows() ? "answers have lengths of their own" : dependence(recipe, sam_kept, deyo_kept);
    auto steps = &StepTensors::steps;
    if (recipe.recovery.enabled && recipe.recovery.kind == RecoveryKind::episodic)
        plan.phases.push_back(
            {"beginning", &StepTimes::update, [&blocks](StepTensors&) { blocks.begin_anew(); }});
    if (blocks.adaptive_reset.enabled())
        add_source(plan, blocks);
    add_teacher(plan, blocks);
    add_forward(plan, blocks, recipe, deyo_kept);
    if (looks_at_views(recipe))
        plan.phases.push_back({"views", &StepTimes::forward,
                               [&blocks, deyo_kept](StepTensors& t) { look_at_views(blocks, t, deyo_kept); },
                               steps});
    plan.phases.push_back(
        {"loss", &StepTimes::forward,
         [&blocks](StepTensors& t) { take_loss(blocks, t, t.branches, t.selected, t.input.rows); }, steps});
    plan.phases.push_back(
        {"backward", &StepTimes::backward, [&blocks](StepTensors& t) { take_gradients(blocks, t); }, steps});
    if (recipe.optimiser.kind == OptimiserKind::sam)
        add_sharpness(plan, blocks, recipe.optimiser.rho, sam_kept);
    if (blocks.adaptive_reset.enabled())
        add_holding(plan, blocks);
    add_update(plan, blocks, recipe);
    if (recipe.recovery.enabled && recipe.recovery.kind != RecoveryKind::episodic)
        add_recovery(plan, blocks, recipe.recovery.kind);
    add_output(plan, blocks, recipe.output.kind, true);
    add_report(plan, blocks);
    return plan;
}

StepPlan plan_evaluation(const Recipe& recipe, StepBlocks& blocks) {
    StepPlan plan;
    add_prediction(plan, blocks, Pass::predict);
    if (recipe.adapts)
        add_output(plan, blocks, recipe.output.kind, false);
    add_report(plan, blocks);
    return plan;
}

} // namespace lab
