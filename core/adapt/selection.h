#pragma once

#include "core/adapt/recipe.h"

#include <ATen/core/Tensor.h>

#include <functional>

namespace lab {

/// What a selection decided about a batch. Carries no gradient.
struct Selected {
    at::Tensor index;   ///< [M] rows of the batch that are kept, rising; M may be 0
    at::Tensor weights; ///< [M], undefined where all weigh 1
};

/// Chooses the samples that a step learns from. Remembers what EATA needs between steps.
class Selector {
  public:
    /// Logits of the same pictures with their patches shuffled, for the rows given [M]: asked for by DeYO
    /// only.
    using ShuffledLogits = std::function<at::Tensor(const at::Tensor& rows)>;

    /// @param objective decides which entropy the margins compare: COME brings its own
    /// @param logits [N,K] of the reported branch, before the update
    Selected select(const Selection& rule, ObjectiveKind objective, const at::Tensor& logits,
                    const ShuffledLogits& shuffled);

    /// EATA's moving average of the kept predictions [K]; undefined before the first.
    const at::Tensor& moving_average() const { return moving_average_; }
    void set_moving_average(const at::Tensor& average) { moving_average_ = average; }

  private:
    Selected without_redundancy(const Selection& rule, const at::Tensor& logits, const at::Tensor& entropy,
                                const at::Tensor& confident);
    at::Tensor moving_average_;
};

} // namespace lab
