#pragma once

#include <ATen/core/Tensor.h>

namespace lab {

/// ROID's prior correction (WACV 2024), as its published code does it: with q the mean prediction of the
/// batch and s = max(1/N, 1/K) / max q the logits [N,K] are multiplied by (q + s) / (1 + s·K).
at::Tensor with_prior_corrected(const at::Tensor& logits);

} // namespace lab
