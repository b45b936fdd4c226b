#pragma once

#include "core/nn/named_tensors.h"

namespace lab {

/// The climb of sharpness-aware minimisation (SAM, ICLR 2021): to the worst weights within ρ, where the
/// gradient of the step is taken, and back. Remembers nothing between steps.
class Sharpness {
  public:
    /// θ ← θ + ρ·g/‖g‖, the norm over all gradients.
    void climb(const NamedTensors& trained, const NamedTensors& gradients, double rho);
    /// Does nothing where it has not climbed.
    void come_back();

  private:
    NamedTensors trained_, before_;
};

} // namespace lab
