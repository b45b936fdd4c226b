#pragma once

#include "core/nn/named_tensors.h"

namespace lab {

/// A part of an adaptation step. What it remembers between steps are tensors that steps change in place: they
/// stay where they are in memory, so that a step can be captured once and replayed.
class Block {
  public:
    virtual ~Block() = default;
    Block() = default;
    Block(const Block&) = delete;
    Block& operator=(const Block&) = delete;

    /// Stands before its tensors' names in an adapter's state: "selection".
    virtual const char* name() const = 0;
    /// Copies of everything that it remembers, by names of its own.
    virtual NamedTensors state() const { return {}; }
    /// Takes a state over, by copies. What the state does not name is as at the beginning.
    virtual void restore(const NamedTensors&) {}
    /// Forgets what adaptation has taught it, where `when` (0-dimensional, bool, on the model's device) is
    /// true; always, where that is undefined. Nothing is read back from the device.
    virtual void reset(const at::Tensor& /*when*/) {}
};

} // namespace lab
