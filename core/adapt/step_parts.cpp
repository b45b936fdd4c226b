#include "core/adapt/step_parts.h"

#include "core/adapt/blocks/consistency.h"
#include "core/adapt/patch_shuffle.h"
#include "core/adapt/row_loss.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <limits>

namespace lab {

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

LossTerms loss_of(const StepBlocks& blocks, const Branches& branches, const Selected& selected,
                  const at::Tensor& view) {
    LossTerms loss;
    loss.objective = blocks.objective.loss(branches.online, selected, branches.teacher);
    loss.total = loss.objective;
    if (blocks.alignment.is_pair()) {
        loss.divergence = blocks.alignment.loss(branches.online, branches.target, selected);
        loss.total = loss.objective + blocks.alignment.alpha() * loss.divergence;
    } else {
        loss.divergence = at::zeros_like(loss.objective);
    }
    if (view.defined())
        loss.total = loss.total +
                     blocks.objective.rule().consistency * consistency_of(view, branches.online, selected);
    if (const at::Tensor penalty = blocks.regulariser.penalty(blocks.trained); penalty.defined())
        loss.total = loss.total + penalty;
    return loss;
}

void take_loss(const StepBlocks& blocks, StepTensors& t, const Branches& branches, const Selected& selected,
               const TokenRows& rows) {
    if (!blocks.by_rows()) {
        t.loss = loss_of(blocks, branches, selected, t.view);
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

void make_update(const Optimiser& rule, StepBlocks& blocks, const NamedTensors& gradients,
                 const at::Tensor& steps) {
    const std::vector<SgdBlock::Group> groups = {{blocks.trained.tensors(), rule.rate},
                                                 {blocks.alignment.tensors(), rule.predictor_rate}};
    if (rule.kind == OptimiserKind::adamw || rule.kind == OptimiserKind::adam)
        blocks.adamw.step(groups, gradients, rule, steps);
    else
        blocks.optimiser.step(groups, gradients, {rule.momentum, rule.nesterov}, steps);
}

at::Tensor shuffled_logits(StepBlocks& blocks, const StepTensors& t, const at::Tensor& mask, bool kept_rows) {
    const auto logits_of = [&](const at::Tensor& images, const at::Tensor& order) {
        return blocks.classifier.head(blocks.classifier.features(shuffle_patches(images, order)));
    };
    if (!kept_rows)
        return logits_of(t.input.images, t.draws.patch_order.to(t.input.images.device()));
    const at::Tensor rows = mask.nonzero().squeeze(1);
    const at::Tensor all = at::zeros_like(t.branches.target);
    if (rows.numel() == 0)
        return all;
    const at::Tensor order = t.draws.patch_order.defined() ? t.draws.patch_order
                                                           : blocks.selection.draw_patch_orders(mask.size(0));
    const at::Tensor logits = logits_of(t.input.images.index_select(0, rows),
                                        order.to(t.input.images.device()).index_select(0, rows));
    return all.index_copy(0, rows, logits);
}

namespace {

/// Logits of views [n,C,H,W], with a graph; of the selected alone, with ones elsewhere, where the others are
/// not looked at.
at::Tensor logits_of_views(const StepBlocks& blocks, const ModelInput& seen, const Selected& selected,
                           std::int64_t classes, bool kept_rows) {
    if (!kept_rows || !selected.mask.defined())
        return forward(blocks, seen).online;
    const at::Tensor rows = selected.mask.nonzero().squeeze(1);
    const at::Tensor elsewhere = at::ones({seen.size(), classes}, blocks.classifier.options());
    if (rows.numel() == 0)
        return elsewhere;
    return elsewhere.index_copy(0, rows, forward(blocks, rows_of(seen, rows)).online);
}

} // namespace

void look_again(StepBlocks& blocks, StepTensors& t, bool kept_rows) {
    t.rows = kept_rows && t.selected.mask.defined() ? t.selected.mask.nonzero().squeeze(1) : at::Tensor();
    const auto of_rows = [&](const at::Tensor& x) {
        return t.rows.defined() && x.defined() ? x.index_select(0, t.rows) : x;
    };
    const ModelInput again = t.rows.defined() ? rows_of(t.input, t.rows) : t.input;
    Branches second = forward(blocks, again);
    second.teacher = of_rows(t.branches.teacher);
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
        looked_at = {sure, weights, kept, t.selected.divisor, t.selected.factor};
        t.selected.mask =
            t.rows.defined() ? at::zeros_like(t.selected.mask).index_copy(0, t.rows, sure) : sure;
        t.selected.kept = kept;
        t.steps = kept > 0;
    }
    if (t.seen.defined())
        t.view = logits_of_views(blocks, ModelInput(of_rows(t.seen)), looked_at, second.target.size(1),
                                 t.views_kept);
    take_loss(blocks, t, second, looked_at, again.rows);
}

void look_at_views(StepBlocks& blocks, StepTensors& t, bool kept_rows) {
    const ModelInput seen(view_of(blocks, t, 0));
    t.seen = seen.images;
    t.views_kept = kept_rows;
    t.view = logits_of_views(blocks, seen, t.selected, t.branches.target.size(1), kept_rows);
    const bool all = !kept_rows || !t.selected.mask.defined();
    const at::Tensor told = t.view.detach();
    t.result.records["logits_view"] = all ? told : told.index_select(0, t.selected.mask.nonzero().squeeze(1));
}

at::Tensor view_of(StepBlocks& blocks, const StepTensors& t, std::int64_t view) {
    const at::Tensor& given = t.draws.views;
    if (!given.defined())
        return blocks.views.of(t.input.images);
    return given[view].to(t.input.images.options());
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
    r.logits = (t.reported.defined() ? t.reported : t.branches.target).detach();
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

} // namespace lab
