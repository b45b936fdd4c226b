#pragma once

#include "core/nn/layers.h"

namespace lab {

/// relu(norm(x) + added): what stands behind every convolution of a residual network.
/// On the processor a group norm in single or double precision is done in one pass forward and one backward
/// over each group, which is small enough for the nearest cache; anything else goes operation by operation.
/// Both have the same values but for rounding. A gradient of the gradient is refused.
/// Group normalisation: Wu and He, 2018, with the biased variance.
/// @param x     [N,C,H,W]
/// @param added [N,C,H,W], or undefined
at::Tensor normalised_relu(const Norm& norm, const at::Tensor& x, const at::Tensor& added = {});

} // namespace lab
