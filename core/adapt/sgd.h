#pragma once

#include <ATen/core/Tensor.h>

#include <map>
#include <string>

namespace lab {

using NamedTensors = std::map<std::string, at::Tensor>;

/// Stochastic gradient descent with momentum, as in PyTorch: v ← μ·v + g, θ ← θ − rate·v. Tensors without a
/// gradient are left alone, their momentum too.
class Sgd {
  public:
    /// @param values, gradients by name; a gradient may be undefined
    void step(const NamedTensors& values, const NamedTensors& gradients, double rate, double momentum);

    const NamedTensors& momenta() const { return momenta_; }
    void set_momenta(const NamedTensors& momenta);

  private:
    NamedTensors momenta_;
};

} // namespace lab
