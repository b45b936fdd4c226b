#pragma once

#include "core/recipe/recipe.h"

#include <ATen/core/Tensor.h>

#include <vector>

namespace lab {

/// What LAME (CVPR 2022) makes of a batch.
struct LameResult {
    at::Tensor log_assignment;  ///< log Z [N,K]; the rows of Z sum to one
    at::Tensor affinity;        ///< W [N,N]
    std::vector<double> energy; ///< of every round
};

/// Which samples of a batch are alike, from rows [N,D] brought to length one: W [N,N].
/// nearest: 1 for the k nearest others; rbf: exp(−d²/2σ²), σ the mean distance to the k-th nearest, oneself
/// counted. With `symmetric` the mean of W and Wᵀ. Fewer rows have fewer neighbours.
at::Tensor affinity_of(const at::Tensor& rows, const Lame& rule);

/// Z ← softmax(log(p + 1e-10) + W·Z) from Z = p, until the energy Σ(−Z log p − Z·WZ + Z log Z) settles.
/// Nothing is learnt and nothing is remembered.
/// @param logits [N,K]
/// @param affinity W [N,N]
LameResult lame(const at::Tensor& logits, const at::Tensor& affinity, const Lame& rule);

} // namespace lab
