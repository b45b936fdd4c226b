#include "core/adapt/step_plan.h"

#include "core/adapt/patch_shuffle.h"
#include "core/adapt/row_loss.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <limits>

namespace lab {

namespace {

/// Batch statistics make every sample's logits depend on the others of its batch.
bool mixes_samples(const Classifier& classifier) {
    const auto norms = classifier.norms();
    return std::any_of(norms.begin(), norms.end(),
                       [](const Norm* norm) { return norm->config.kind == NormKind::batch; });
}

Branches forward(const StepBlocks& blocks, const ModelInput& input) {
    Branches branches;
    branches.features = blocks.classifier.features(input);
    if (blocks.by_rows()) {
        const c10::NoGradGuard no_grad;
        branches.target = blocks.classifier.head(branches.features);
        return branches;
    }
    branches.target = blocks.classifier.head(branches.features);
    branches.online = blocks.alignment.is_pair()
                          ? blocks.classifier.head(blocks.alignment.predicted(branches.features))
                          : branches.target;
    return branches;
}

/// L = mean over the kept of w·(H(p_o) + α·D(p_o ‖ sg[p_r])), and the regulariser.
LossTerms loss_of(const StepBlocks& blocks, const Branches& branches, const Selected& selected) {
    LossTerms loss;
    loss.objective = blocks.objective.loss(branches.online, selected);
    loss.total = loss.objective;
    if (blocks.alignment.is_pair()) {
        loss.divergence = blocks.alignment.loss(branches.online, branches.target, selected);
        loss.total = loss.objective + blocks.alignment.alpha() * loss.divergence;
    } else {
        loss.divergence = at::zeros_like(loss.objective);
    }
    if (const at::Tensor penalty = blocks.regulariser.penalty(blocks.trained); penalty.defined())
        loss.total = loss.total + penalty;
    return loss;
}

/// The loss over the kept, and by rows its gradients up to the features.
void take_loss(const StepBlocks& blocks, StepTensors& t, const Branches& branches, const Selected& selected,
               const TokenRows& rows) {
    if (!blocks.by_rows()) {
        t.loss = loss_of(blocks, branches, selected);
        return;
    }
    RowLoss loss = loss_by_rows(blocks, branches, selected, rows);
    t.loss = loss.terms;
    t.root = branches.features;
    t.root_gradient = loss.features;
    t.gradients = std::move(loss.gradients);
    if (const at::Tensor penalty = blocks.regulariser.penalty(blocks.trained); penalty.defined())
        t.loss.total = t.loss.total + penalty;
}

void take_gradients(const StepBlocks& blocks, StepTensors& t) {
    if (!blocks.by_rows()) {
        t.gradients = gradients_of(t.loss.total, blocks.learning());
        return;
    }
    // What lies before the features; the penalty's graph ends at the tensors themselves.
    NamedTensors before;
    if (t.root.requires_grad())
        before = gradients_of((t.root * t.root_gradient).sum(), blocks.trained.tensors());
    if (t.loss.total.requires_grad())
        for (const auto& [name, g] : gradients_of(t.loss.total, blocks.trained.tensors()))
            if (g.defined())
                before[name] = before[name].defined() ? before[name] + g : g;
    for (const auto& [name, g] : before)
        if (g.defined())
            t.gradients[name] = t.gradients[name].defined() ? t.gradients[name] + g : g;
    t.root = t.root_gradient = at::Tensor();
}

/// Logits of the pictures with their patches shuffled, [N,K]; of the rows in the mask alone where the others
/// are not looked at.
at::Tensor shuffled_logits(StepBlocks& blocks, const StepTensors& t, const at::Tensor& mask, bool kept_rows) {
    const auto logits_of = [&](const at::Tensor& images, const at::Tensor& order) {
        return blocks.classifier.head(blocks.classifier.features(shuffle_patches(images, order)));
    };
    if (!kept_rows)
        return logits_of(t.input.images, t.patch_order.to(t.input.images.device()));
    const at::Tensor rows = mask.nonzero().squeeze(1);
    const at::Tensor all = at::zeros_like(t.branches.target);
    if (rows.numel() == 0)
        return all;
    const at::Tensor order =
        t.patch_order.defined() ? t.patch_order : blocks.selection.draw_patch_orders(mask.size(0));
    const at::Tensor logits = logits_of(t.input.images.index_select(0, rows),
                                        order.to(t.input.images.device()).index_select(0, rows));
    return all.index_copy(0, rows, logits);
}

/// SAM's look from above: of the selected those that are still confident, and the loss over them.
void look_again(StepBlocks& blocks, StepTensors& t, bool kept_rows) {
    t.rows = kept_rows && t.selected.mask.defined() ? t.selected.mask.nonzero().squeeze(1) : at::Tensor();
    const auto of_rows = [&](const at::Tensor& x) {
        return t.rows.defined() && x.defined() ? x.index_select(0, t.rows) : x;
    };
    const ModelInput again = t.rows.defined() ? rows_of(t.input, t.rows) : t.input;
    const Branches second = forward(blocks, again);
    Selected looked_at;
    {
        const c10::NoGradGuard no_grad;
        at::Tensor sure = blocks.selection.confident(second.target.detach());
        if (!t.rows.defined() && t.selected.mask.defined())
            sure = sure.logical_and(t.selected.mask);
        const at::Tensor kept = sure.sum().to(second.target.dtype());
        at::Tensor weights = of_rows(t.selected.weights);
        if (weights.defined())
            weights = weights.masked_fill(sure.logical_not(), 0.0);
        looked_at = {sure, weights, kept};
        t.selected.mask =
            t.rows.defined() ? at::zeros_like(t.selected.mask).index_copy(0, t.rows, sure) : sure;
        t.selected.kept = kept;
        t.steps = kept > 0;
    }
    take_loss(blocks, t, second, looked_at, again.rows);
}

void report(const StepBlocks& blocks, StepTensors& t) {
    const c10::NoGradGuard no_grad;
    StepResult& r = t.result;
    const at::TensorOptions options = t.branches.target.options();
    const at::Tensor nothing = at::full({}, std::numeric_limits<double>::quiet_NaN(), options);
    const auto shown = [&](const at::Tensor& loss) {
        if (!loss.defined())
            return nothing;
        return t.steps.defined() ? at::where(t.steps, loss.detach(), nothing) : loss.detach();
    };
    const auto flag = [&](const at::Tensor& gate) {
        return gate.defined() ? gate.to(options.dtype()) : at::ones({}, options);
    };
    const auto n = t.input.size();
    r.logits = t.branches.target.detach();
    r.features = t.branches.features.detach();
    r.loss = shown(t.loss.total);
    r.loss_objective = shown(t.loss.objective);
    r.loss_divergence = shown(t.loss.divergence);
    r.selected = t.selected.mask.defined() ? t.selected.mask : at::ones({n}, options.dtype(at::kBool));
    r.kept = t.selected.mask.defined() ? t.selected.kept : at::full({}, static_cast<double>(n), options);
    r.stepped = flag(t.steps);
    r.reset = flag(t.back);
    r.distance = blocks.alignment.distance();
}

/// Why a step's shapes depend on its data.
std::string dependence(const Recipe& recipe, bool sam_kept_rows, bool deyo_kept_rows) {
    if (recipe.optimiser.kind == OptimiserKind::sam && sam_kept_rows)
        return "the second look of SAM takes the kept samples alone";
    if (recipe.selection.kind == SelectionKind::entropy_plpd && deyo_kept_rows)
        return "DeYO shuffles the patches of the confident samples alone";
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

void add_recovery(StepPlan& plan, StepBlocks& blocks) {
    plan.phases.push_back(
        {"recovery", &StepTimes::update,
         [&blocks](StepTensors& t) { t.back = blocks.recovery.decide(t.loss.total.detach(), t.steps); },
         &StepTensors::steps});
    plan.phases.push_back({"return", &StepTimes::update,
                           [&blocks](StepTensors& t) {
                               for (Block* block : blocks.all())
                                   if (block != &blocks.recovery || !blocks.recovery.keeps_average())
                                       block->reset(t.back);
                           },
                           &StepTensors::back});
}

} // namespace

StepBlocks::StepBlocks(const Classifier& model, std::uint64_t seed)
    : classifier(model), trained(model), selection(model.options(), seed),
      alignment(model.feature_count(), model.options(), seed), recovery(model.options()) {}

std::vector<Block*> StepBlocks::all() {
    return {&trained, &selection, &objective, &alignment, &regulariser, &optimiser, &adamw, &recovery};
}

std::vector<const Block*> StepBlocks::all() const {
    return {&trained, &selection, &objective, &alignment, &regulariser, &optimiser, &adamw, &recovery};
}

void StepBlocks::choose(const Recipe& recipe) {
    const bool learns = recipe.adapts && recipe.trained.kind != TrainedKind::none;
    trained.choose(recipe.trained, recipe.frozen_prefixes, learns);
    selection.choose(recipe.selection, recipe.objective);
    objective.choose(recipe.objective);
    alignment.choose(recipe.alignment, learns);
    regulariser.choose(recipe.regulariser);
    recovery.choose(recipe.recovery, recipe.reference_quirks);
    mean = recipe.tokens.mean;
}

NamedTensors gradients_of(const at::Tensor& loss, const NamedTensors& tensors) {
    std::vector<at::Tensor> inputs;
    for (const auto& [name, value] : tensors)
        inputs.push_back(value);
    const auto grads = torch::autograd::grad({loss}, inputs, {}, {}, false, true);
    NamedTensors named;
    std::size_t i = 0;
    for (const auto& [name, value] : tensors)
        named[name] = grads[i++];
    return named;
}

StepPlan plan_adaptation(const Recipe& recipe, StepBlocks& blocks, SecondPass second_pass) {
    if (!recipe.adapts || recipe.trained.kind == TrainedKind::none || blocks.learning().empty())
        return plan_evaluation(blocks);
    const bool mixes = mixes_samples(blocks.classifier);
    // Pictures that take part in each other's normalisation: SAM looks at all of them again, and DeYO's
    // shuffled ones have the statistics of the confident alone, as in its reference code.
    const bool sam_kept = second_pass == SecondPass::kept_rows && !mixes;
    const bool deyo_kept = second_pass == SecondPass::kept_rows || mixes;
    StepPlan plan;
    plan.shapes_depend_on_data =
        blocks.by_rows() ? "answers have lengths of their own" : dependence(recipe, sam_kept, deyo_kept);
    auto steps = &StepTensors::steps;
    plan.phases = {
        {"forward", &StepTimes::forward,
         [&blocks](StepTensors& t) {
             t.back = at::zeros({}, t.input.tensor().options().dtype(at::kBool));
             t.branches = forward(blocks, t.input);
         }},
        {"selection", &StepTimes::forward,
         [&blocks, deyo_kept](StepTensors& t) {
             t.selected = blocks.selection.select(
                 t.branches.target,
                 [&](const at::Tensor& mask) { return shuffled_logits(blocks, t, mask, deyo_kept); },
                 t.input.rows);
             if (t.selected.mask.defined())
                 t.steps = t.selected.kept > 0;
         }},
        {"loss", &StepTimes::forward,
         [&blocks](StepTensors& t) { take_loss(blocks, t, t.branches, t.selected, t.input.rows); }, steps},
        {"backward", &StepTimes::backward, [&blocks](StepTensors& t) { take_gradients(blocks, t); }, steps}};
    const Optimiser& o = recipe.optimiser;
    if (o.kind == OptimiserKind::sam)
        add_sharpness(plan, blocks, o.rho, sam_kept);
    plan.phases.push_back({"update", &StepTimes::update,
                           [&blocks, o](StepTensors& t) {
                               const std::vector<SgdBlock::Group> groups = {
                                   {blocks.trained.tensors(), o.rate},
                                   {blocks.alignment.tensors(), o.predictor_rate}};
                               if (o.kind == OptimiserKind::adamw)
                                   blocks.adamw.step(groups, t.gradients, o, t.steps);
                               else
                                   blocks.optimiser.step(groups, t.gradients, o.momentum, t.steps);
                           },
                           steps});
    if (recipe.recovery.enabled)
        add_recovery(plan, blocks);
    plan.phases.push_back({"report", &StepTimes::update, [&blocks](StepTensors& t) { report(blocks, t); }});
    return plan;
}

StepPlan plan_evaluation(const StepBlocks& blocks) {
    return {{{"prediction", &StepTimes::forward,
              [&blocks](StepTensors& t) {
                  const c10::NoGradGuard no_grad;
                  t.branches.features = blocks.classifier.features(t.input);
                  t.branches.target = blocks.classifier.head(t.branches.features);
                  t.steps = t.back = at::zeros({}, t.input.tensor().options().dtype(at::kBool));
                  t.selected.mask = at::zeros({t.input.size()}, t.input.tensor().options().dtype(at::kBool));
                  t.selected.kept = at::zeros({}, t.branches.target.options());
                  report(blocks, t);
              }}},
            ""};
}

} // namespace lab
