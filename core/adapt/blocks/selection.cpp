#include "core/adapt/blocks/selection.h"

#include "core/adapt/blocks/live_tensors.h"
#include "core/adapt/blocks/objective.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <c10/core/GradMode.h>

#include <cmath>
#include <limits>

namespace lab {

at::Tensor Selected::only_kept(const at::Tensor& logits) const {
    return mask.defined() ? logits.masked_fill(mask.logical_not().unsqueeze(1), 1.0) : logits;
}

at::Tensor Selected::mean(const at::Tensor& x) const {
    const at::Tensor weighted = weights.defined() ? x * weights : x;
    if (!mask.defined())
        return weighted.mean();
    return weighted.masked_fill(mask.logical_not(), 0.0).sum() / kept.clamp_min(1);
}

SelectionBlock::SelectionBlock(const at::TensorOptions& options, std::uint64_t seed)
    : options_(options), seed_(seed), generator_(at::detail::createCPUGenerator(seed)) {}

void SelectionBlock::choose(const Selection& rule, ObjectiveKind objective) {
    rule_ = rule;
    objective_ = objective;
}

at::Tensor SelectionBlock::entropy(const at::Tensor& logits) const {
    // COME's opinion entropy takes the place of the entropy in margins and weights, too.
    return objective_ == ObjectiveKind::come ? objective_of(objective_, logits) : entropy_of(logits);
}

at::Tensor SelectionBlock::confident(const at::Tensor& logits) const {
    const c10::NoGradGuard no_grad;
    const double margin =
        rule_.kind == SelectionKind::all ? std::numeric_limits<double>::infinity() : rule_.margin;
    return entropy(logits) < margin * std::log(static_cast<double>(logits.size(1)));
}

Selected SelectionBlock::finished(const at::Tensor& mask, const at::Tensor& weights) const {
    return {mask, weights.defined() ? weights.masked_fill(mask.logical_not(), 0.0) : weights,
            mask.sum().to(options_.dtype())};
}

Selected SelectionBlock::select(const at::Tensor& reported, const ShuffledLogits& shuffled) {
    if (rule_.kind == SelectionKind::all)
        return {};
    const c10::NoGradGuard no_grad;
    const at::Tensor logits = reported.detach();
    const at::Tensor sure = confident(logits);
    if (rule_.kind == SelectionKind::entropy)
        return finished(sure, {});
    const double log_classes = std::log(static_cast<double>(logits.size(1)));
    const at::Tensor certainty = (rule_.weight_margin * log_classes - entropy(logits)).exp();
    const at::Tensor p = logits.softmax(1);
    if (rule_.kind == SelectionKind::entropy_redundancy)
        return without_redundancy(p, sure, certainty);

    // DeYO: the probability of the predicted class must fall when the shape of the object is destroyed.
    const at::Tensor predicted = p.argmax(1, true);
    const at::Tensor p_shuffled = shuffled(sure).softmax(1);
    const at::Tensor plpd = (p.gather(1, predicted) - p_shuffled.gather(1, predicted)).squeeze(1);
    return finished(sure.logical_and(plpd > rule_.plpd_threshold), certainty + plpd.exp());
}

Selected SelectionBlock::without_redundancy(const at::Tensor& p, const at::Tensor& sure,
                                            const at::Tensor& weights) {
    if (!moving_average_.defined()) {
        moving_average_ = at::zeros({p.size(1)}, p.options());
        has_average_ = at::zeros({}, p.options().dtype(at::kBool));
    }
    const at::Tensor cosine = at::cosine_similarity(moving_average_.unsqueeze(0), p, 1);
    const at::Tensor unlike = (cosine.abs() < rule_.redundancy_margin).logical_or(has_average_.logical_not());
    const Selected selected = finished(sure.logical_and(unlike), weights);
    const at::Tensor mean_p =
        p.masked_fill(selected.mask.logical_not().unsqueeze(1), 0.0).sum(0) / selected.kept.clamp_min(1);
    const at::Tensor moved = at::where(has_average_, 0.9 * moving_average_ + 0.1 * mean_p, mean_p);
    const at::Tensor any = selected.kept > 0;
    assign_where(any, moving_average_, moved);
    has_average_.logical_or_(any);
    return selected;
}

at::Tensor SelectionBlock::draw_patch_orders(std::int64_t n) {
    return at::rand({n, 16}, generator_, at::kFloat).argsort(std::int64_t{1});
}

NamedTensors SelectionBlock::state() const {
    NamedTensors state = {{"patch_orders", generator_.get_state()}};
    if (moving_average_.defined()) {
        state["moving_average"] = moving_average_.clone();
        state["has_average"] = has_average_.clone();
    }
    return state;
}

void SelectionBlock::restore(const NamedTensors& state) {
    if (const auto orders = state.find("patch_orders"); orders != state.end())
        generator_.set_state(orders->second);
    else
        generator_.set_current_seed(seed_);
    const auto average = state.find("moving_average");
    if (average == state.end())
        return reset({});
    if (!moving_average_.defined()) {
        moving_average_ = average->second.to(options_).clone();
        has_average_ = state.at("has_average").to(options_.device()).clone();
        return;
    }
    moving_average_.copy_(average->second);
    has_average_.copy_(state.at("has_average"));
}

void SelectionBlock::reset(const at::Tensor& when) {
    if (!moving_average_.defined())
        return;
    assign_where(when, moving_average_, at::zeros_like(moving_average_));
    assign_where(when, has_average_, at::zeros_like(has_average_));
}

} // namespace lab
