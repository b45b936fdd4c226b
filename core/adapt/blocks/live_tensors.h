#pragma once

#include "core/nn/named_tensors.h"

namespace lab {

/// Tensors that adaptation changes in place, with their values from before.
class LiveTensors {
  public:
    /// Keeps a handle; the first time also a copy of the value, which counts as the beginning.
    void add(const std::string& name, const at::Tensor& tensor);
    bool contains(const std::string& name) const { return live_.contains(name); }
    /// From before the first change. Throws std::out_of_range for a name that was never added.
    const at::Tensor& start_of(const std::string& name) const { return start_.at(name); }
    void forbid_gradients();

    NamedTensors state() const { return copies(live_); }
    /// As Block::restore and Block::reset.
    void restore(const NamedTensors& state);
    void reset(const at::Tensor& when);

  private:
    NamedTensors live_, start_;
};

/// target ← value where `when` is true or undefined. Nothing is read back from the device.
void assign_where(const at::Tensor& when, const at::Tensor& target, const at::Tensor& value);

} // namespace lab
