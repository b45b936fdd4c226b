#include "core/adapt/blocks/restoration.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

namespace lab {

RestorationBlock::RestorationBlock(const TrainedBlock& trained, const at::TensorOptions& options)
    : trained_(trained), variance_(at::zeros({}, options.dtype(at::kDouble))) {
    ever_.add("variance", variance_);
}

void RestorationBlock::choose(const Restoration& rule, bool moves_target) {
    rule_ = rule;
    moves_target_ = moves_target && rule.kind == RestorationKind::pull;
    for (const auto& [name, tensor] : trained_.tensors()) {
        if (rule.kind == RestorationKind::filter)
            kept("hidden.", name);
        if (moves_target_)
            kept("pull_target.", name);
    }
}

at::Tensor RestorationBlock::kept(const char* prefix, const std::string& name) {
    at::Tensor& own = own_[prefix + name];
    if (!own.defined()) {
        own = trained_.start_of(name).clone();
        ever_.add(prefix + name, own);
    }
    return own;
}

void RestorationBlock::draw_back(const at::Tensor& steps, NamedTensors& records) {
    const c10::NoGradGuard no_grad;
    if (rule_.kind == RestorationKind::pull)
        pull(steps);
    if (rule_.kind == RestorationKind::filter)
        filter(steps, records);
}

void RestorationBlock::pull(const at::Tensor& steps) {
    for (const auto& [name, theta] : trained_.tensors()) {
        const at::Tensor target = moves_target_ ? kept("pull_target.", name) : trained_.start_of(name);
        assign_where(steps, theta, rule_.keep * theta + (1 - rule_.keep) * target);
    }
}

/// With α = hidden_keep, γ = keep, q = Q · n / 38400:
/// h' = α h + (1 − α) θ0, v' = α² v + q, β = (1 − q) / (v' + 1 − q), then
/// v = β v', h = β h' + (1 − β) θ, θ ← γ θ + (1 − γ) h. As its published code does, β is raised to 0.89 first
/// and becomes 1 where it is not below 0.9999: with few trained values h never takes in the live weights.
void RestorationBlock::filter(const at::Tensor& steps, NamedTensors& records) {
    constexpr double reference_values = 38400, least = 0.89, all = 0.9999;
    double values = 0;
    for (const auto& [name, theta] : trained_.tensors())
        values += static_cast<double>(theta.numel());
    const double q = rule_.noise * values / reference_values, a = rule_.hidden_keep;
    const at::Tensor predicted = a * a * variance_ + q;
    at::Tensor beta = ((1 - q) / (predicted + (1 - q))).clamp_min(least);
    beta = at::where(beta < all, beta, at::ones_like(beta));
    for (const auto& [name, theta] : trained_.tensors()) {
        const at::Tensor hidden = kept("hidden.", name);
        const at::Tensor share = beta.to(hidden.scalar_type());
        const at::Tensor forecast = a * hidden + (1 - a) * trained_.start_of(name);
        const at::Tensor estimate = share * forecast + (1 - share) * theta;
        assign_where(steps, hidden, estimate);
        assign_where(steps, theta, rule_.keep * theta + (1 - rule_.keep) * estimate);
    }
    assign_where(steps, variance_, beta * predicted);
    records["beta"] = beta;
    records["variance"] = variance_.clone();
}

void RestorationBlock::land_on_target(const at::Tensor& when, const at::Tensor& share) {
    const std::vector<std::string> names = trained_.in_network_order();
    for (std::size_t j = 0; j < names.size(); ++j) {
        const at::Tensor stays = share * static_cast<double>(names.size()) > static_cast<double>(j);
        assign_where(when, kept("pull_target.", names[j]),
                     at::where(stays, trained_.tensors().at(names[j]), trained_.start_of(names[j])));
    }
}

NamedTensors RestorationBlock::state() const {
    NamedTensors state = ever_.state();
    if (own_.empty())
        state.clear(); // the filter has never been at work
    return state;
}

void RestorationBlock::restore(const NamedTensors& state) {
    for (const auto& [name, tensor] : state)
        for (const std::string prefix : {"hidden.", "pull_target."})
            if (const std::string own = trained_.subject_of(name, prefix); !own.empty())
                kept(prefix.c_str(), own);
    ever_.restore(state);
}

void RestorationBlock::reset(const at::Tensor& when) {
    ever_.reset(when);
}

} // namespace lab
