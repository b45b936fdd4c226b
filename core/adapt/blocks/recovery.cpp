#include "core/adapt/blocks/recovery.h"

#include "core/adapt/blocks/live_tensors.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

namespace lab {

RecoveryBlock::RecoveryBlock(const at::TensorOptions& options)
    : average_(at::zeros({}, options.dtype(at::kDouble))),
      has_average_(at::zeros({}, options.dtype(at::kBool))),
      steps_(at::zeros({}, options.dtype(at::kDouble))) {}

void RecoveryBlock::choose(const Recovery& rule, bool keeps_average) {
    rule_ = rule;
    keeps_average_ = keeps_average;
}

at::Tensor RecoveryBlock::decide(const at::Tensor& loss, const at::Tensor& steps) {
    const c10::NoGradGuard no_grad;
    const at::Tensor latest = loss.to(at::kDouble);
    assign_where(steps, average_, at::where(has_average_, 0.9 * average_ + 0.1 * latest, latest));
    assign_where(steps, has_average_, at::ones_like(has_average_));
    // An average that is not a number is no better than a low one.
    const at::Tensor low = (average_ >= rule_.threshold).logical_not();
    return steps.defined() ? low.logical_and(steps) : low;
}

at::Tensor RecoveryBlock::is_due() {
    const c10::NoGradGuard no_grad;
    steps_.add_(1);
    return steps_ >= rule_.every;
}

NamedTensors RecoveryBlock::state() const {
    NamedTensors state = {{"loss_average", average_.clone()}, {"has_average", has_average_.clone()}};
    if (rule_.enabled && rule_.kind == RecoveryKind::every)
        state["steps"] = steps_.clone();
    return state;
}

void RecoveryBlock::restore(const NamedTensors& state) {
    reset({});
    if (const auto steps = state.find("steps"); steps != state.end())
        steps_.copy_(steps->second);
    if (!state.contains("loss_average"))
        return;
    average_.copy_(state.at("loss_average"));
    has_average_.copy_(state.at("has_average"));
}

void RecoveryBlock::reset(const at::Tensor& when) {
    assign_where(when, average_, at::zeros_like(average_));
    assign_where(when, has_average_, at::zeros_like(has_average_));
    assign_where(when, steps_, at::zeros_like(steps_));
}

} // namespace lab
