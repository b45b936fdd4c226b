#include "core/adapt/blocks/adaptive_reset.h"

#include "core/adapt/blocks/objective.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <cmath>

namespace lab {

namespace {

constexpr const char* sums_and_means[] = {"fisher_sum.", "weight_sum.", "fisher.", "mean."};

} // namespace

AdaptiveResetBlock::AdaptiveResetBlock(const TrainedBlock& trained, const at::TensorOptions& options)
    : trained_(trained) {
    const at::Tensor number = at::zeros({}, options.dtype(at::kDouble));
    const at::Tensor flag = at::zeros({}, options.dtype(at::kBool));
    for (at::Tensor* own : {&threshold_, &factor_, &steps_, &share_})
        *own = number.clone();
    for (at::Tensor* own : {&has_threshold_, &has_fisher_})
        *own = flag.clone();
    ever_.add("threshold", threshold_);
    ever_.add("has_threshold", has_threshold_);
    ever_.add("factor", factor_);
    ever_.add("steps", steps_);
    ever_.add("has_fisher", has_fisher_);
}

void AdaptiveResetBlock::choose(const AdaptiveReset& rule, bool enabled, double penalty) {
    rule_ = rule;
    enabled_ = enabled;
    ever_enabled_ = ever_enabled_ || enabled;
    penalty_ = penalty;
    if (enabled)
        for (const auto& [name, theta] : trained_.tensors())
            for (const char* part : sums_and_means)
                kept(part, name);
}

at::Tensor AdaptiveResetBlock::kept(const char* prefix, const std::string& name) {
    at::Tensor& own = own_[prefix + name];
    if (!own.defined()) {
        own = at::zeros_like(trained_.start_of(name));
        ever_.add(prefix + name, own);
    }
    return own;
}

void AdaptiveResetBlock::remember(const NamedTensors& gradients, const at::Tensor& steps) {
    const c10::NoGradGuard no_grad;
    for (const auto& [name, theta] : trained_.tensors()) {
        kept("weight_sum.", name).add_(theta);
        const auto found = gradients.find(name);
        if (found == gradients.end() || !found->second.defined())
            continue;
        const at::Tensor squared = found->second.square();
        kept("fisher_sum.", name)
            .add_(steps.defined() ? at::where(steps, squared, at::zeros_like(squared)) : squared);
    }
}

at::Tensor AdaptiveResetBlock::hold(NamedTensors& gradients, NamedTensors& records) const {
    const c10::NoGradGuard no_grad;
    at::Tensor sum = at::zeros_like(factor_);
    for (const auto& [name, theta] : trained_.tensors()) {
        const at::Tensor away = theta - own_.at("mean." + name);
        const at::Tensor pulled = own_.at("fisher." + name) * away;
        sum = sum + (pulled * away).sum().to(at::kDouble);
        if (const auto g = gradients.find(name); g != gradients.end() && g->second.defined())
            g->second = g->second + 2 * factor_.to(theta.scalar_type()) * pulled;
    }
    const at::Tensor penalty = factor_ * sum;
    records["penalty"] = penalty;
    records["penalty_factor_used"] = factor_.clone();
    return penalty;
}

at::Tensor AdaptiveResetBlock::decide(const at::Tensor& logits, const at::Tensor& source_logits,
                                      NamedTensors& records) {
    const c10::NoGradGuard no_grad;
    const double first = std::log(rule_.start * static_cast<double>(logits.size(1)));
    const at::Tensor concentration = entropy_of(logits.mean(0, true)).squeeze(0).to(at::kDouble);
    const at::Tensor flips = logits.argmax(1).ne(source_logits.argmax(1)).to(at::kDouble).mean();
    const at::Tensor begin = at::full_like(threshold_, first);
    const at::Tensor used = at::where(has_threshold_, threshold_, begin);
    const at::Tensor back = concentration < used;
    const at::Tensor keep = rule_.memory * flips + (1 - rule_.memory);
    share_.copy_((rule_.kept - rule_.slope * (used - concentration)).clamp_min(0));
    steps_.add_(1);
    blend(back, records);
    threshold_.copy_(at::where(back, begin, keep * used + (1 - keep) * concentration));
    has_threshold_.fill_(true);
    factor_.copy_(penalty_ * flips * flips);
    records["concentration"] = concentration;
    records["flip_rate"] = flips;
    records["threshold_used"] = used;
    records["threshold_after"] = threshold_.clone();
    records["reset_share"] = share_.clone();
    records["logits_source"] = source_logits;
    return back;
}

/// At a reset: new means of what was summed up since the last one.
void AdaptiveResetBlock::blend(const at::Tensor& back, NamedTensors& records) {
    const auto renew = [&](const std::string& name, const char* sum, const char* mean) {
        const at::Tensor total = kept(sum, name), present = kept(mean, name);
        const at::Tensor latest = total / steps_.to(total.scalar_type());
        const at::Tensor blended = at::where(has_fisher_, 0.9 * present + 0.1 * latest, latest);
        assign_where(back, present, blended);
        assign_where(back, total, at::zeros_like(total));
        records[mean + name] = present.clone();
    };
    for (const auto& [name, theta] : trained_.tensors()) {
        renew(name, "fisher_sum.", "fisher.");
        renew(name, "weight_sum.", "mean.");
    }
    has_fisher_.logical_or_(back);
    assign_where(back, steps_, at::zeros_like(steps_));
}

NamedTensors AdaptiveResetBlock::state() const {
    return ever_enabled_ ? ever_.state() : NamedTensors{};
}

void AdaptiveResetBlock::restore(const NamedTensors& state) {
    ever_enabled_ = ever_enabled_ || !state.empty();
    for (const auto& [name, tensor] : state)
        for (const std::string prefix : sums_and_means)
            if (const std::string own = trained_.subject_of(name, prefix); !own.empty())
                kept(prefix.c_str(), own);
    ever_.restore(state);
}

} // namespace lab
