#include "core/adapt/blocks/objective.h"

#include <ATen/ATen.h>

#include <cmath>
#include <limits>
#include <stdexcept>

namespace lab {

namespace {

/// Entropy of the opinion over K classes and "uncertain". The scale of the logits carries no gradient.
at::Tensor come(const at::Tensor& logits) {
    const auto classes = static_cast<double>(logits.size(1));
    const at::Tensor norm = logits.norm(2, {1}, true);
    const at::Tensor x = logits / norm * norm.detach();
    const at::Tensor evidence = x.exp();
    const at::Tensor strength = evidence.sum(1, true) + classes;
    const at::Tensor opinion = at::cat({evidence / strength, classes / strength}, 1) + 1e-7;
    return -(opinion * opinion.log()).sum(1);
}

/// −Σ p log(p / (1 − p)), from log-probabilities; 1 − p through expm1 keeps its digits near one. Where p is
/// cut or something is added inside the logarithm, as the published ROID does it.
at::Tensor soft_likelihood_ratio(const at::Tensor& logits, const Loss& loss) {
    if (loss.clip < 1 || loss.log_epsilon > 0) {
        const at::Tensor p = logits.softmax(1).clamp(0.0, loss.clip);
        return -(p * (p / (1 - p) + loss.log_epsilon).log()).sum(1);
    }
    const at::Tensor log_p = logits.log_softmax(1);
    const at::Tensor one_minus_p = -at::expm1(log_p);
    const double smallest = logits.scalar_type() == at::kDouble ? 1e-300 : 1e-30;
    return -(log_p.exp() * (log_p - one_minus_p.clamp_min(smallest).log())).sum(1);
}

/// −Σ p log(p + ε).
at::Tensor entropy_with(const at::Tensor& logits, double epsilon) {
    const at::Tensor p = logits.softmax(1);
    return -(p * (p + epsilon).log()).sum(1);
}

} // namespace

at::Tensor entropy_of(const at::Tensor& logits) {
    const at::Tensor log_p = logits.log_softmax(1);
    return -(log_p.exp() * log_p).sum(1);
}

at::Tensor negative_entropy(const at::Tensor& p, double epsilon) {
    // 0 · log 0 is 0.
    return (p * (p + epsilon).clamp_min(std::numeric_limits<float>::min()).log()).sum();
}

at::Tensor objective_of(ObjectiveKind kind, const at::Tensor& logits, const at::Tensor& next,
                        const Loss& loss) {
    switch (kind) {
    case ObjectiveKind::entropy:
    case ObjectiveKind::information_maximisation:
        return loss.log_epsilon > 0 ? entropy_with(logits, loss.log_epsilon) : entropy_of(logits);
    case ObjectiveKind::come:
        return come(logits);
    case ObjectiveKind::pseudo_label:
        return -logits.log_softmax(1).gather(1, logits.detach().argmax(1, true)).squeeze(1);
    case ObjectiveKind::soft_likelihood_ratio:
        return soft_likelihood_ratio(logits, loss);
    case ObjectiveKind::negative_squared:
        return -logits.softmax(1).square().sum(1);
    case ObjectiveKind::next_token:
        if (!next.defined())
            throw std::invalid_argument("objective: expected tokens for next_token, found pictures");
        return -logits.log_softmax(1).gather(1, next.unsqueeze(1)).squeeze(1);
    case ObjectiveKind::teacher_cross_entropy:
    case ObjectiveKind::teacher_symmetric:
    case ObjectiveKind::marginal_entropy:
        throw std::invalid_argument("objective: a teacher's or that of views is none of one prediction");
    }
    throw std::invalid_argument("objective: unknown kind");
}

bool aims_at_teacher(ObjectiveKind kind) {
    return kind == ObjectiveKind::teacher_cross_entropy || kind == ObjectiveKind::teacher_symmetric;
}

at::Tensor distance_to_teacher(ObjectiveKind kind, const at::Tensor& logits, const at::Tensor& teacher) {
    const at::Tensor aim = teacher.detach(), log_p = logits.log_softmax(1);
    const at::Tensor there = -(aim.softmax(1) * log_p).sum(1);
    if (kind == ObjectiveKind::teacher_cross_entropy)
        return there;
    return 0.5 * there - 0.5 * (log_p.exp() * aim.log_softmax(1)).sum(1);
}

at::Tensor marginal_entropy_of(const at::Tensor& logits) {
    const at::Tensor mean =
        logits.log_softmax(1).logsumexp({0}) - std::log(static_cast<double>(logits.size(0)));
    return -(mean * mean.exp()).sum();
}

} // namespace lab
