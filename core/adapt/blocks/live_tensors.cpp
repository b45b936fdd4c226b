#include "core/adapt/blocks/live_tensors.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

namespace lab {

void assign_where(const at::Tensor& when, const at::Tensor& target, const at::Tensor& value) {
    const c10::NoGradGuard no_grad;
    at::Tensor(target).copy_(when.defined() ? at::where(when, value, target) : value);
}

void LiveTensors::add(const std::string& name, const at::Tensor& tensor) {
    if (!start_.contains(name))
        start_[name] = tensor.detach().clone();
    live_[name] = tensor;
}

void LiveTensors::forbid_gradients() {
    for (auto& [name, tensor] : live_)
        tensor.set_requires_grad(false);
}

void LiveTensors::restore(const NamedTensors& state) {
    for (const auto& [name, tensor] : live_) {
        const auto found = state.find(name);
        assign_where({}, tensor, found == state.end() ? start_.at(name) : found->second);
    }
}

void LiveTensors::reset(const at::Tensor& when) {
    for (const auto& [name, tensor] : live_)
        assign_where(when, tensor, start_.at(name));
}

} // namespace lab
