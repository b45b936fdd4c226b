#include "core/adapt/blocks/objective_block.h"

#include "core/adapt/blocks/objective.h"

#include <ATen/ATen.h>

namespace lab {

at::Tensor ObjectiveBlock::values(const at::Tensor& online, const at::Tensor& next) const {
    return objective_of(kind_, online, next, loss_);
}

at::Tensor ObjectiveBlock::loss(const at::Tensor& online, const Selected& selected,
                                const at::Tensor& teacher) const {
    const at::Tensor kept = selected.only_kept(online);
    if (kind_ == ObjectiveKind::marginal_entropy)
        return marginal_entropy_of(online);
    if (teacher.defined() && aims_at_teacher(kind_))
        return selected.mean(distance_to_teacher(kind_, kept, selected.only_kept(teacher)));
    const at::Tensor mean = selected.mean(objective_of(kind_, kept, {}, loss_));
    if (kind_ != ObjectiveKind::information_maximisation)
        return mean;
    // SHOT-IM (arXiv 2002.08546): the batch's mean prediction is to be as uncertain as can be.
    const at::Tensor p = kept.softmax(1);
    const at::Tensor common =
        selected.mask.defined()
            ? p.masked_fill(selected.mask.logical_not().unsqueeze(1), 0.0).sum(0) / selected.kept.clamp_min(1)
            : p.mean(0);
    return mean + selected.factor * negative_entropy(common, loss_.log_epsilon);
}

} // namespace lab
