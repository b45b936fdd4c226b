#pragma once

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>

namespace lab {

/// Random draws that a state can hold: whoever goes on from the state draws what was to come.
class Chance {
  public:
    explicit Chance(std::uint64_t seed);

    /// In [0, 1).
    double uniform();
    /// From low to high.
    double between(double low, double high) { return low + (high - low) * uniform(); }
    /// From 0 to below count.
    std::int64_t below(std::int64_t count);
    /// Normal numbers in single precision on the CPU.
    at::Tensor normal(at::IntArrayRef shape);
    /// True with a probability, on the CPU.
    at::Tensor hits(at::IntArrayRef shape, double probability);

    at::Tensor state() const;
    /// @param state undefined: what the seed begins with
    void restore(const at::Tensor& state);

  private:
    std::uint64_t seed_;
    mutable at::Generator generator_;
};

} // namespace lab
