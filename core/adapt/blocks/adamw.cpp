#include "core/adapt/blocks/adamw.h"

#include "core/adapt/blocks/live_tensors.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

namespace lab {

void AdamWBlock::step(const std::vector<SgdBlock::Group>& groups, const NamedTensors& gradients,
                      const Optimiser& rule, const at::Tensor& steps) {
    const c10::NoGradGuard no_grad;
    for (const SgdBlock::Group& group : groups)
        for (const auto& [name, value] : group.values) {
            const auto found = gradients.find(name);
            if (found == gradients.end() || !found->second.defined())
                continue;
            const at::Tensor& g = found->second;
            at::Tensor& first = memory_[name + "/first"];
            at::Tensor& second = memory_[name + "/second"];
            at::Tensor& updates = memory_[name + "/updates"];
            if (!first.defined()) {
                first = at::zeros_like(g);
                second = at::zeros_like(g);
                updates = at::zeros({}, g.options().dtype(at::kDouble));
            }
            const at::Tensor m = rule.beta1 * first + (1 - rule.beta1) * g;
            const at::Tensor v = rule.beta2 * second + (1 - rule.beta2) * g.square();
            const at::Tensor t = updates + 1;
            const at::Tensor rate = group.rate / (1 - at::pow(rule.beta1, t));
            const at::Tensor root = v.sqrt() / (1 - at::pow(rule.beta2, t)).sqrt() + rule.epsilon;
            const at::Tensor there = value * (1 - group.rate * rule.weight_decay) - rate * m / root;
            assign_where(steps, first, m);
            assign_where(steps, second, v);
            assign_where(steps, updates, t);
            assign_where(steps, value, there);
        }
}

void AdamWBlock::restore(const NamedTensors& state) {
    reset({});
    for (const auto& [name, value] : state) {
        at::Tensor& own = memory_[name];
        if (own.defined())
            own.copy_(value);
        else
            own = value.detach().clone();
    }
}

void AdamWBlock::reset(const at::Tensor& when) {
    for (const auto& [name, value] : memory_)
        assign_where(when, value, at::zeros_like(value));
}

} // namespace lab
