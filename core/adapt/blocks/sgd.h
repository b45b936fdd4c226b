#pragma once

#include "core/adapt/blocks/block.h"

#include <vector>

namespace lab {

/// How a step follows past gradients.
struct Momentum {
    Momentum(double share, bool ahead = false) : value(share), nesterov(ahead) {}
    double value;  ///< μ
    bool nesterov; ///< the step is that of g + μ·v
};

/// Stochastic gradient descent with momentum, as in PyTorch: v ← μ·v + g, θ ← θ − rate·v, or with Nesterov's
/// look ahead θ ← θ − rate·(g + μ·v). Tensors without a gradient are left alone, their momentum too.
class SgdBlock final : public Block {
  public:
    /// Tensors that learn at one rate.
    struct Group {
        const NamedTensors& values;
        double rate;
    };
    /// @param gradients by name; one may be undefined or absent
    /// @param steps 0-dimensional bool: where it is false nothing moves, momenta neither; undefined: true
    void step(const std::vector<Group>& groups, const NamedTensors& gradients, const Momentum& momentum,
              const at::Tensor& steps = {});
    const NamedTensors& momenta() const { return momenta_; }

    const char* name() const override { return "optimiser"; }
    NamedTensors state() const override { return copies(momenta_); }
    void restore(const NamedTensors& state) override;
    /// Momenta become zero, which is what they start as.
    void reset(const at::Tensor& when) override;

  private:
    NamedTensors momenta_;
};

} // namespace lab
