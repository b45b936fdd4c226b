#include "core/adapt/blocks/stochastic_return.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

namespace lab {

void StochasticReturn::apply(const TrainedBlock& trained, const NamedTensors& given) {
    if (!enabled())
        return;
    const c10::NoGradGuard no_grad;
    for (const std::string& name : trained.in_network_order()) {
        const at::Tensor& value = trained.tensors().at(name);
        at::Tensor back;
        if (const auto found = given.find(name); found != given.end()) {
            back = found->second;
        } else {
            drawn_ = true;
            back = chance_.hits(value.sizes(), rule_.probability);
        }
        at::Tensor(value).copy_(at::where(back.to(value.device()), trained.start_of(name), value));
    }
}

NamedTensors StochasticReturn::state() const {
    return drawn_ ? NamedTensors{{"draws", chance_.state()}} : NamedTensors{};
}

void StochasticReturn::restore(const NamedTensors& state) {
    const auto draws = state.find("draws");
    drawn_ = draws != state.end();
    chance_.restore(drawn_ ? draws->second : at::Tensor());
}

void StochasticReturn::reset(const at::Tensor& when) {
    if (when.defined() && !(drawn_ && when.item<bool>()))
        return;
    drawn_ = false;
    chance_.restore({});
}

} // namespace lab
