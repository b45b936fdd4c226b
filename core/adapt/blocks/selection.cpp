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
        return factor * (divisor > 0 ? weighted.sum() / divisor : weighted.mean());
    const at::Tensor sum = weighted.masked_fill(mask.logical_not(), 0.0).sum();
    return factor * (divisor > 0 ? sum / divisor : sum / kept.clamp_min(1));
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
    case SelectionKind::diversity_certainty:
        return entropy(logits) < std::numeric_limits<double>::infinity();
    case SelectionKind::probability:
        return std::get<0>(logits.softmax(1).max(1)) > rule_.probability_threshold;
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

void SelectionBlock::divide(Selected& selected, const Loss& loss, std::int64_t n,
                            std::int64_t classes) const {
    if (loss.mean == LossMean::batch)
        selected.divisor = static_cast<double>(loss.batch_size > 0 ? loss.batch_size : n);
    if (loss.mean == LossMean::classes)
        selected.factor = 1.0 / static_cast<double>(classes);
}

Selected SelectionBlock::select(const at::Tensor& reported, const ShuffledLogits& shuffled,
                                const TokenRows& rows) {
    const c10::NoGradGuard no_grad;
    records_.clear();
    Selected selected = chosen(reported, shuffled, rows);
    if (rule_.class_balanced)
        balance(selected, reported.detach());
    return selected;
}

Selected SelectionBlock::chosen(const at::Tensor& reported, const ShuffledLogits& shuffled,
                                const TokenRows& rows) {
    if (rule_.kind == SelectionKind::all)
        return rows.counts.defined() ? finished(rows.counts, {}) : Selected{};
    const at::Tensor logits = reported.detach();
    if (rule_.kind == SelectionKind::surprising)
        return surprising(logits, rows);
    at::Tensor sure = confident(logits);
    if (rows.counts.defined())
        sure = sure.logical_and(rows.counts);
    if (rule_.kind == SelectionKind::entropy || rule_.kind == SelectionKind::uncertain ||
        rule_.kind == SelectionKind::probability)
        return finished(sure, {});
    const at::Tensor p = logits.softmax(1);
    if (rule_.kind == SelectionKind::diversity_certainty)
        return diverse_and_certain(logits, p, rows);
    const double weighs_one = in_nats(rule_.weight_margin, logits.size(1));
    const at::Tensor certainty = (weighs_one - entropy(logits)).exp();
    records_["reliable"] = sure;
    records_["weight"] = certainty;
    if (rule_.kind == SelectionKind::entropy_weighted)
        return finished(sure, certainty);
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

/// Makes the moving average that nobody has moved yet.
void SelectionBlock::begin_average(const at::Tensor& p) {
    if (moving_average_.defined())
        return;
    moving_average_ = at::zeros({p.size(1)}, p.options());
    has_average_ = at::zeros({}, p.options().dtype(at::kBool));
}

/// ROID: d = 1 − cos(average, p) and c = −E, both scaled to 0..1 over the batch; kept where d is not below
/// its mean; the weight is exp(d · c / τ). The average of all predictions starts uniform and moves after its
/// use. Where all of a batch are alike (or it is one sample) the published code divides 0 by 0; here the
/// scaled values are 0 then, all are kept and weigh 1.
Selected SelectionBlock::diverse_and_certain(const at::Tensor& logits, const at::Tensor& p,
                                             const TokenRows& rows) {
    begin_average(p);
    const at::Tensor uniform = at::full_like(moving_average_, 1.0 / static_cast<double>(p.size(1)));
    const at::Tensor used = at::where(has_average_, moving_average_, uniform);
    const auto scaled = [](const at::Tensor& x) {
        const at::Tensor low = x.min(), range = x.max() - low;
        return at::where(range > 0, (x - low) / range, at::zeros_like(x));
    };
    const at::Tensor diversity = scaled(1 - at::cosine_similarity(used.unsqueeze(0), p, 1));
    const at::Tensor certainty = scaled(-entropy(logits));
    at::Tensor mask = (diversity < diversity.mean()).logical_not();
    if (rows.counts.defined())
        mask = mask.logical_and(rows.counts);
    const Selected selected = finished(mask, (diversity * certainty / rule_.temperature).exp());
    assign_where({}, moving_average_,
                 rule_.probability_momentum * used + (1 - rule_.probability_momentum) * p.mean(0));
    has_average_.fill_(true);
    records_ = {{"diversity", diversity},
                {"certainty", certainty},
                {"weight", selected.weights},
                {"probability_average_used", used},
                {"probability_average", moving_average_.clone()}};
    return selected;
}

/// DELTA: weights that make up for how often a class is predicted, 1 on average over the whole batch. The
/// average of all predictions starts uniform and moves after its use.
void SelectionBlock::balance(Selected& selected, const at::Tensor& logits) {
    const at::Tensor p = logits.softmax(1);
    if (!class_average_.defined())
        class_average_ = at::full({p.size(1)}, 1.0 / static_cast<double>(p.size(1)), p.options());
    const at::Tensor rarity = 1 / class_average_;
    const at::Tensor of_row = (rarity / rarity.sum()).index_select(0, p.argmax(1));
    const at::Tensor balanced = of_row / of_row.mean();
    records_["class_average_used"] = class_average_.clone();
    records_["weight"] = records_.contains("weight") ? records_.at("weight") * balanced : balanced;
    at::Tensor weights = selected.weights.defined() ? selected.weights * balanced : balanced;
    if (selected.mask.defined())
        weights = weights.masked_fill(selected.mask.logical_not(), 0.0);
    selected.weights = weights;
    class_average_.copy_(rule_.class_momentum * class_average_ + (1 - rule_.class_momentum) * p.mean(0));
    records_["class_average"] = class_average_.clone();
}

Selected SelectionBlock::without_redundancy(const at::Tensor& p, const at::Tensor& sure,
                                            const at::Tensor& weights) {
    begin_average(p);
    records_["probability_average_used"] = moving_average_.clone();
    records_["has_average"] = has_average_.clone();
    const at::Tensor cosine = in_row_chunks(p, [&](const at::Tensor& some) {
        return at::cosine_similarity(moving_average_.unsqueeze(0), some, 1);
    });
    const at::Tensor unlike = (cosine.abs() < rule_.redundancy_margin).logical_or(has_average_.logical_not());
    const Selected selected = finished(sure.logical_and(unlike), weights);
    const at::Tensor mean_p =
        p.masked_fill(selected.mask.logical_not().unsqueeze(1), 0.0).sum(0) / selected.kept.clamp_min(1);
    const double momentum = rule_.probability_momentum;
    const at::Tensor moved =
        at::where(has_average_, momentum * moving_average_ + (1 - momentum) * mean_p, mean_p);
    const at::Tensor any = selected.kept > 0;
    assign_where(any, moving_average_, moved);
    has_average_.logical_or_(any);
    records_["probability_average"] = moving_average_.clone();
    records_["weight"] = selected.weights;
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
    if (class_average_.defined())
        state["class_average"] = class_average_.clone();
    return state;
}

void SelectionBlock::restore(const NamedTensors& state) {
    if (const auto orders = state.find("patch_orders"); orders != state.end())
        generator_.set_state(orders->second);
    else
        generator_.set_current_seed(seed_);
    reset({});
    if (const auto classes = state.find("class_average"); classes != state.end()) {
        if (!class_average_.defined())
            class_average_ = at::empty_like(classes->second, options_);
        class_average_.copy_(classes->second);
    }
    const auto average = state.find("moving_average");
    if (average == state.end())
        return;
    if (!moving_average_.defined()) {
        moving_average_ = average->second.to(options_).clone();
        has_average_ = state.at("has_average").to(options_.device()).clone();
        return;
    }
    moving_average_.copy_(average->second);
    has_average_.copy_(state.at("has_average"));
}

void SelectionBlock::reset(const at::Tensor& when) {
    if (class_average_.defined())
        assign_where(when, class_average_,
                     at::full_like(class_average_, 1.0 / static_cast<double>(class_average_.numel())));
    if (!moving_average_.defined())
        return;
    assign_where(when, moving_average_, at::zeros_like(moving_average_));
    assign_where(when, has_average_, at::zeros_like(has_average_));
}

} // namespace lab
