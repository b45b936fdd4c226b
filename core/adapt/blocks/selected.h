#pragma once

#include <ATen/core/Tensor.h>

namespace lab {

/// What a selection decided about a batch of N: a mask and weights, whose shapes do not depend on the data.
/// Carries no gradient.
struct Selected {
    at::Tensor mask;    ///< [N] bool; undefined where every row is kept
    at::Tensor weights; ///< [N], 0 where a row is not kept; undefined where all weigh 1
    at::Tensor kept;    ///< number of rows, 0-dimensional, of the logits' type; undefined where the mask is
    double divisor = 0; ///< what sums are divided by in place of the number kept; 0: that number
    double factor = 1;  ///< of every mean

    /// Logits [N,K] with ones in the rows that are not kept: whatever these hold, no gradient comes of it.
    at::Tensor only_kept(const at::Tensor& logits) const;
    /// Mean of weight · x over the kept rows, x [N], or their sum over the divisor; 0 where none is kept.
    at::Tensor mean(const at::Tensor& x) const;
};

} // namespace lab
