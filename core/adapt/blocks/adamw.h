#pragma once

#include "core/adapt/blocks/sgd.h"
#include "core/recipe/recipe.h"

#include <vector>

namespace lab {

/// AdamW (arXiv 1711.05101), as in PyTorch: θ ← θ − rate·λ·θ, then θ ← θ − rate·m̂ / (√v̂ + ε) with the
/// moments' starts corrected. Tensors without a gradient are left alone, their moments too.
class AdamWBlock final : public Block {
  public:
    /// @param gradients by name; one may be undefined or absent
    /// @param steps 0-dimensional bool: where it is false nothing moves; undefined: true
    void step(const std::vector<SgdBlock::Group>& groups, const NamedTensors& gradients,
              const Optimiser& rule, const at::Tensor& steps = {});

    const char* name() const override { return "adamw"; }
    NamedTensors state() const override { return copies(memory_); }
    void restore(const NamedTensors& state) override;
    /// Moments and counts of updates become zero, which is what they start as.
    void reset(const at::Tensor& when) override;

  private:
    NamedTensors memory_; ///< "NAME/first", "NAME/second" and "NAME/updates"
};

} // namespace lab
