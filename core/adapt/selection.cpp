#include "core/adapt/selection.h"

#include "core/adapt/objective.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <cmath>

namespace lab {

namespace {

at::Tensor rows_where(const at::Tensor& condition) {
    return condition.nonzero().squeeze(1);
}

} // namespace

Selected Selector::select(const Selection& rule, ObjectiveKind objective, const at::Tensor& reported,
                          const ShuffledLogits& shuffled) {
    const c10::NoGradGuard no_grad;
    const at::Tensor logits = reported.detach();
    if (rule.kind == SelectionKind::all)
        return {at::arange(logits.size(0), logits.options().dtype(at::kLong)), {}};

    const double log_classes = std::log(static_cast<double>(logits.size(1)));
    // COME's opinion entropy takes the place of the entropy in margins and weights, too.
    const at::Tensor entropy =
        objective == ObjectiveKind::come ? objective_of(objective, logits) : entropy_of(logits);
    const at::Tensor confident = rows_where(entropy < rule.margin * log_classes);
    if (rule.kind == SelectionKind::entropy || confident.numel() == 0)
        return {confident, {}};
    if (rule.kind == SelectionKind::entropy_redundancy)
        return without_redundancy(rule, logits, entropy, confident);

    // DeYO: the probability of the predicted class must fall when the shape of the object is destroyed.
    const at::Tensor p = logits.index_select(0, confident).softmax(1);
    const at::Tensor predicted = p.argmax(1, true);
    const at::Tensor p_shuffled = shuffled(confident).softmax(1);
    const at::Tensor plpd = (p.gather(1, predicted) - p_shuffled.gather(1, predicted)).squeeze(1);
    const at::Tensor kept = rows_where(plpd > rule.plpd_threshold);
    const at::Tensor index = confident.index_select(0, kept);
    const at::Tensor weights = (rule.weight_margin * log_classes - entropy.index_select(0, index)).exp() +
                               plpd.index_select(0, kept).exp();
    return {index, weights};
}

Selected Selector::without_redundancy(const Selection& rule, const at::Tensor& logits,
                                      const at::Tensor& entropy, const at::Tensor& confident) {
    const double log_classes = std::log(static_cast<double>(logits.size(1)));
    at::Tensor p = logits.index_select(0, confident).softmax(1);
    at::Tensor index = confident;
    if (moving_average_.defined()) {
        const at::Tensor cosine = at::cosine_similarity(moving_average_.unsqueeze(0), p, 1);
        const at::Tensor unlike = rows_where(cosine.abs() < rule.redundancy_margin);
        index = confident.index_select(0, unlike);
        p = p.index_select(0, unlike);
    }
    if (index.numel() > 0)
        moving_average_ = moving_average_.defined() ? 0.9 * moving_average_ + 0.1 * p.mean(0) : p.mean(0);
    return {index, (rule.weight_margin * log_classes - entropy.index_select(0, index)).exp()};
}

} // namespace lab
