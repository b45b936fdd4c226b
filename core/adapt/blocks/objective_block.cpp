#include "core/adapt/blocks/objective_block.h"

#include "core/adapt/blocks/objective.h"

#include <ATen/ATen.h>

namespace lab {

at::Tensor ObjectiveBlock::values(const at::Tensor& online, const at::Tensor& next) const {
    return objective_of(kind_, online, next);
}

at::Tensor ObjectiveBlock::loss(const at::Tensor& online, const Selected& selected) const {
    return selected.mean(objective_of(kind_, selected.only_kept(online)));
}

} // namespace lab
