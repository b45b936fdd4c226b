#include "core/adapt/blocks/selection.h"

#include "core/adapt/blocks/live_tensors.h"
#include "core/adapt/blocks/objective.h"
#include "core/adapt/row_chunks.h"

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
    return in_row_chunks(logits, [&](const at::Tensor& some) {
        return objective_ == ObjectiveKind::come ? objective_of(objective_, some) : entropy_of(some);
    });
}

double SelectionBlock::in_nats(double margin, std::int64_t classes) const {
    return rule_.unit == MarginUnit::nats ? margin : margin * std::log(static_cast<double>(classes));
}

at::Tensor SelectionBlock::confident(const at::Tensor& logits) const {
    const c10::NoGradGuard no_grad;
    const double margin = in_nats(rule_.margin, logits.size(1));
    switch (rule_.kind) {
    case SelectionKind::all:
    case SelectionKind::surprising:
        return entropy(logits) < std::numeric_limits<double>::infinity();
    case SelectionKind::uncertain:
        return entropy(logits) > margin;
    default:
        return entropy(logits) < margin;
    }
}

Selected SelectionBlock::finished(const at::Tensor& mask, const at::Tensor& weights) const {
    return {mask, weights.defined() ? weights.masked_fill(mask.logical_not(), 0.0) : weights,
            mask.sum().to(options_.dtype())};
}

Selected SelectionBlock::select(const at::Tensor& reported, const ShuffledLogits& shuffled,
                                const TokenRows& rows) {
    const c10::NoGradGuard no_grad;
    if (rule_.kind == SelectionKind::all)
        return rows.counts.defined() ? finished(rows.counts, {}) : Selected{};
    const at::Tensor logits = reported.detach();
    if (rule_.kind == SelectionKind::surprising)
        return surprising(logits, rows);
    at::Tensor sure = confident(logits);
    if (rows.counts.defined())
        sure = sure.logical_and(rows.counts);
    if (rule_.kind == SelectionKind::entropy || rule_.kind == SelectionKind::uncertain)
        return finished(sure, {});
    const double weighs_one = in_nats(rule_.weight_margin, logits.size(1));
    const at::Tensor certainty = (weighs_one - entropy(logits)).exp();
    const at::Tensor p = logits.softmax(1);
    if (rule_.kind == SelectionKind::entropy_redundancy)
        return without_redundancy(p, sure, certainty);

    // DeYO: the probability of the predicted class must fall when the shape of the object is destroyed.
    const at::Tensor predicted = p.argmax(1, true);
    const at::Tensor p_shuffled = shuffled(sure).softmax(1);
    const at::Tensor plpd = (p.gather(1, predicted) - p_shuffled.gather(1, predicted)).squeeze(1);
    return finished(sure.logical_and(plpd > rule_.plpd_threshold), certainty + plpd.exp());
}

/// TLM: questions that the model finds surprising, by their mean −log p of the next token.
Selected SelectionBlock::surprising(const at::Tensor& logits, const TokenRows& rows) const {
    const at::Tensor surprise =
        in_row_chunks(logits, rows.next, [](const at::Tensor& u, const at::Tensor& y) {
            return objective_of(ObjectiveKind::next_token, u, y);
        });
    const at::Tensor looked_at = rows.counts.to(surprise.dtype());
    const at::Tensor nothing = at::zeros({rows.owners}, surprise.options());
    const at::Tensor sums = nothing.index_add(0, rows.owner, surprise * looked_at);
    const at::Tensor numbers = nothing.index_add(0, rows.owner, looked_at);
    const at::Tensor mean = (sums / numbers.clamp_min(1)).index_select(0, rows.owner); // of a row's question
    return finished(rows.counts.logical_and(mean > rule_.surprise_margin),
                    rule_.surprise_scale * (mean - rule_.surprise_margin).exp());
}

Selected SelectionBlock::without_redundancy(const at::Tensor& p, const at::Tensor& sure,
                                            const at::Tensor& weights) {
    if (!moving_average_.defined()) {
        moving_average_ = at::zeros({p.size(1)}, p.options());
        has_average_ = at::zeros({}, p.options().dtype(at::kBool));
    }
    const at::Tensor cosine = in_row_chunks(p, [&](const at::Tensor& some) {
        return at::cosine_similarity(moving_average_.unsqueeze(0), some, 1);
    });
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
