#pragma once

#include "core/recipe/recipe.h"

#include <ATen/core/Tensor.h>

namespace lab {

/// E_b = −Σ_c p log p of p = softmax(u); logits [N,K] to nats [N].
at::Tensor entropy_of(const at::Tensor& logits);

/// The chosen objective per sample, logits [N,K] to [N]. Sources: Tent (entropy), COME, and the objectives of
/// ZeroSiam's ablation (pseudo-label, soft likelihood ratio, negative squared probability), TLM and SLOT
/// (next token).
/// @param next [N], the tokens that follow; throws std::invalid_argument where next_token finds none
at::Tensor objective_of(ObjectiveKind kind, const at::Tensor& logits, const at::Tensor& next = {});

} // namespace lab
