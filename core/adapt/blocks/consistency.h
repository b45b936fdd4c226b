#pragma once

#include "core/adapt/blocks/selected.h"

namespace lab {

/// Mean over the kept of the symmetric cross-entropy between the predictions for a picture and for its view,
/// −½ Σ p log p' − ½ Σ p' log p, gradients through both (ROID, WACV 2024). Logits [N,K]; a scalar.
at::Tensor consistency_of(const at::Tensor& view, const at::Tensor& plain, const Selected& selected);

} // namespace lab
