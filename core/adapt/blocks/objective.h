#pragma once

#include "core/recipe/recipe.h"

#include <ATen/core/Tensor.h>

namespace lab {

/// E_b = −Σ_c p log p of p = softmax(u); logits [N,K] to nats [N].
at::Tensor entropy_of(const at::Tensor& logits);

/// The chosen objective per sample, logits [N,K] to [N]. Sources: Tent (entropy), COME, and the objectives of
/// ZeroSiam's ablation (pseudo-label, soft likelihood ratio, negative squared probability), TLM and SLOT
/// (next token). What a batch has in common is information_maximisation's alone and not in it; objectives
/// that need a teacher or views are no function of these logits and throw std::invalid_argument.
/// @param next [N], the tokens that follow; throws std::invalid_argument where next_token finds none
/// @param loss its clip and log_epsilon
at::Tensor objective_of(ObjectiveKind kind, const at::Tensor& logits, const at::Tensor& next = {},
                        const Loss& loss = {});

/// Whether an objective needs a teacher's predictions.
bool aims_at_teacher(ObjectiveKind kind);
/// teacher_cross_entropy: −Σ_c q log p per sample, logits [N,K] and [N,K] to [N], q the teacher's (CoTTA,
/// RoTTA, PeTTA); teacher_symmetric: half of it and half with the two exchanged. No gradient reaches the
/// teacher.
at::Tensor distance_to_teacher(ObjectiveKind kind, const at::Tensor& logits, const at::Tensor& teacher);
/// Entropy of the mean prediction of n views, logits [n,K] to a scalar (MEMO).
at::Tensor marginal_entropy_of(const at::Tensor& logits);

/// Σ_c p log(p + ε) of one distribution [K], a scalar.
at::Tensor negative_entropy(const at::Tensor& p, double epsilon);

} // namespace lab
