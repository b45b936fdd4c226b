#include "core/adapt/row_loss.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>

namespace lab {

namespace {

/// Some rows of a step.
struct RowsAtOnce {
    at::Tensor features; ///< [n,D], the beginning of a graph of their own
    at::Tensor target;   ///< [n,K]
    at::Tensor next, shares;
};

LossTerms loss_of(const StepBlocks& blocks, const RowsAtOnce& rows) {
    const bool pair = blocks.alignment.is_pair();
    // Behind a stop-gradient the reported logits are the target; else it is worked out with a graph.
    const at::Tensor target =
        pair && !blocks.alignment.stops_gradient() ? blocks.classifier.head(rows.features) : rows.target;
    const at::Tensor online =
        blocks.classifier.head(pair ? blocks.alignment.predicted(rows.features) : rows.features);
    LossTerms loss;
    loss.objective = (rows.shares * blocks.objective.values(online, rows.next)).sum();
    loss.divergence =
        pair ? (rows.shares * blocks.alignment.values(online, target)).sum() : at::zeros_like(loss.objective);
    loss.total = pair ? loss.objective + blocks.alignment.alpha() * loss.divergence : loss.objective;
    return loss;
}

at::Tensor sum_of(const at::Tensor& a, const at::Tensor& b) {
    return a.defined() ? a + b : b;
}

} // namespace

at::Tensor shares_of(const Selected& selected, const TokenRows& rows, TokenMean mean,
                     const at::TensorOptions& options) {
    const c10::NoGradGuard no_grad;
    const at::Tensor kept = selected.mask.to(options.dtype());
    const at::Tensor weights = selected.weights.defined() ? selected.weights : kept;
    if (mean == TokenMean::sum)
        return weights;
    if (mean == TokenMean::tokens)
        return weights / kept.sum().clamp_min(1);
    const at::Tensor numbers = at::zeros({rows.owners}, options).index_add(0, rows.owner, kept);
    const at::Tensor answers = (numbers > 0).sum().clamp_min(1);
    return weights / (numbers.clamp_min(1) * answers).index_select(0, rows.owner);
}

RowLoss loss_by_rows(const StepBlocks& blocks, const Branches& branches, const Selected& selected,
                     const TokenRows& rows) {
    const at::Tensor z = branches.features.detach();
    const at::Tensor shares = shares_of(selected, rows, blocks.mean, z.options());
    const at::Tensor kept = selected.mask.nonzero().squeeze(1); // the others cost nothing
    const NamedTensors learning = blocks.learning();
    RowLoss loss;
    loss.features = at::zeros_like(z);
    loss.terms.objective = loss.terms.divergence = loss.terms.total = at::zeros({}, z.options());
    const std::int64_t at_once = std::max<std::int64_t>(1, blocks.classifier.rows_at_once());
    for (std::int64_t begin = 0; begin < kept.size(0); begin += at_once) {
        const at::Tensor some = kept.narrow(0, begin, std::min(at_once, kept.size(0) - begin));
        const RowsAtOnce part{z.index_select(0, some).set_requires_grad(true),
                              branches.target.index_select(0, some), rows.next.index_select(0, some),
                              shares.index_select(0, some)};
        const LossTerms terms = loss_of(blocks, part);
        std::vector<at::Tensor> inputs = {part.features};
        for (const auto& [name, value] : learning)
            inputs.push_back(value);
        const auto gradients = torch::autograd::grad({terms.total}, inputs, {}, {}, false, true);
        loss.features.index_copy_(0, some, gradients[0]);
        std::size_t i = 1;
        for (const auto& [name, value] : learning)
            if (const at::Tensor& g = gradients[i++]; g.defined())
                loss.gradients[name] = sum_of(loss.gradients[name], g);
        loss.terms.objective = loss.terms.objective + terms.objective.detach();
        loss.terms.divergence = loss.terms.divergence + terms.divergence.detach();
        loss.terms.total = loss.terms.total + terms.total.detach();
    }
    return loss;
}

} // namespace lab
