#include "core/adapt/blocks/alignment.h"

#include "core/adapt/blocks/divergence.h"

#include <ATen/ATen.h>

namespace lab {

bool AlignmentBlock::stops_gradient() const {
    return rule_.stop_gradient;
}

void AlignmentBlock::choose(const Alignment& rule, bool learns) {
    rule_ = rule;
    ever_.forbid_gradients();
    trained_ = predictor_.trained(rule.predictor);
    for (auto& [name, tensor] : trained_) {
        ever_.add(name, tensor);
        tensor.set_requires_grad(learns);
    }
}

at::Tensor AlignmentBlock::values(const at::Tensor& online, const at::Tensor& target) const {
    return divergence_of(rule_.divergence, online, rule_.stop_gradient ? target.detach() : target);
}

at::Tensor AlignmentBlock::loss(const at::Tensor& online, const at::Tensor& target,
                                const Selected& selected) const {
    return selected.mean(values(selected.only_kept(online), selected.only_kept(target)));
}

void AlignmentBlock::restore(const NamedTensors& state) {
    for (const auto& [kind, weight] : {std::pair{PredictorKind::linear, "predictor.linear"},
                                       std::pair{PredictorKind::mlp, "predictor.mlp.0"}})
        if (state.contains(weight) && !ever_.contains(weight))
            for (const auto& [name, tensor] : predictor_.trained(kind))
                ever_.add(name, tensor);
    ever_.restore(state);
}

} // namespace lab
