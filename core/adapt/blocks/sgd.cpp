#include "core/adapt/blocks/sgd.h"

#include "core/adapt/blocks/live_tensors.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

namespace lab {

namespace {

std::vector<at::Tensor> step_of(const std::vector<at::Tensor>& v, const std::vector<at::Tensor>& g,
                                const Momentum& momentum) {
    return momentum.nesterov ? at::_foreach_add(g, v, momentum.value) : v;
}

} // namespace

void SgdBlock::step(const std::vector<Group>& groups, const NamedTensors& gradients, const Momentum& momentum,
                    const at::Tensor& steps) {
    const c10::NoGradGuard no_grad;
    for (const Group& group : groups) {
        std::vector<at::Tensor> theta, v, g;
        for (const auto& [name, value] : group.values) {
            const auto gradient = gradients.find(name);
            if (gradient == gradients.end() || !gradient->second.defined())
                continue;
            at::Tensor& velocity = momenta_[name];
            if (!velocity.defined())
                velocity = at::zeros_like(gradient->second);
            theta.push_back(value);
            v.push_back(velocity);
            g.push_back(gradient->second);
        }
        if (theta.empty())
            continue;
        if (steps.defined()) {
            const auto moved = at::_foreach_mul(v, momentum.value);
            at::_foreach_add_(moved, g, 1.0);
            const auto there = at::_foreach_add(theta, step_of(moved, g, momentum), -group.rate);
            for (std::size_t i = 0; i < theta.size(); ++i) {
                assign_where(steps, v[i], moved[i]);
                assign_where(steps, theta[i], there[i]);
            }
            continue;
        }
        at::_foreach_mul_(v, momentum.value);
        at::_foreach_add_(v, g, 1.0);
        at::_foreach_add_(theta, step_of(v, g, momentum), -group.rate);
    }
}

void SgdBlock::restore(const NamedTensors& state) {
    reset({});
    for (const auto& [name, velocity] : state) {
        at::Tensor& own = momenta_[name];
        if (own.defined())
            own.copy_(velocity);
        else
            own = velocity.detach().clone();
    }
}

void SgdBlock::reset(const at::Tensor& when) {
    for (const auto& [name, velocity] : momenta_)
        assign_where(when, velocity, at::zeros_like(velocity));
}

} // namespace lab
