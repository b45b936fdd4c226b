#pragma once

#include "core/measure/measures.h"

#include <functional>

namespace lab {

/// Measures of the logits of a batch's tokens, worked out a bounded number of rows at a time.
struct TokenMeasures {
    /// As of pictures: means over rows; the effective classes are those of the mean next token, 1 … V.
    /// Without predictions and confidences.
    BatchMeasures all;
    std::vector<double> entropy;         ///< [N] nats
    std::vector<double> log_probability; ///< [N] of the token that follows
    double divergence = 0; ///< mean KL(p ‖ p₀) to the unadapted model, nats; NaN where it is not given
};

/// @param logits [N,V]; next [N] the tokens that follow, int64
/// @param unadapted gives rows `begin` to `begin + count` of the unadapted model's logits [count,V]; may be
/// none. N = 0 gives means that are NaN.
TokenMeasures
measure_tokens(const at::Tensor& logits, const at::Tensor& next,
               const std::function<at::Tensor(std::int64_t begin, std::int64_t count)>& unadapted = {});

} // namespace lab
