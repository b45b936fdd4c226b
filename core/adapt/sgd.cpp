#include "core/adapt/sgd.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

namespace lab {

void Sgd::step(const NamedTensors& values, const NamedTensors& gradients, double rate, double momentum) {
    const c10::NoGradGuard no_grad;
    std::vector<at::Tensor> theta, v, g;
    for (const auto& [name, gradient] : gradients) {
        if (!gradient.defined())
            continue;
        auto& velocity = momenta_[name];
        if (!velocity.defined())
            velocity = at::zeros_like(gradient);
        theta.push_back(values.at(name));
        v.push_back(velocity);
        g.push_back(gradient);
    }
    if (theta.empty())
        return;
    at::_foreach_mul_(v, momentum);
    at::_foreach_add_(v, g, 1.0);
    at::_foreach_add_(theta, v, -rate);
}

void Sgd::set_momenta(const NamedTensors& momenta) {
    momenta_.clear();
    for (const auto& [name, velocity] : momenta)
        momenta_[name] = velocity.clone();
}

} // namespace lab
