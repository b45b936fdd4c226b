#pragma once

#include "core/recipe/recipe.h"

#include <ATen/core/Tensor.h>

namespace lab {

/// D(p_o ‖ p_r) per sample between the softmaxes of the online and the target logits, [N,K] and [N,K] to [N].
/// symmetric_kl: KL(p_o‖p_r) + KL(p_r‖p_o) (ZeroSiam's default); kl: KL(p_o‖p_r); reverse_kl: KL(p_r‖p_o);
/// jensen_shannon: half the KLs to the middle; mean_squared: Σ_c (p_o − p_r)².
at::Tensor divergence_of(DivergenceKind kind, const at::Tensor& online, const at::Tensor& target);

} // namespace lab
