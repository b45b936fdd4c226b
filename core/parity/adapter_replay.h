#pragma once

#include "core/adapt/adapter.h"
#include "core/parity/method_trace.h"

#include <functional>

namespace lab {

/// Has an adapter take a trace's steps and compares what they tell: the step's result, the records of the
/// method's blocks, and every block's state after three steps and after the last.
/// @param each what a method compares besides; called after each step with its prefix, "step3."
using EachStep =
    std::function<void(const std::string& prefix, const at::Tensor& input, const StepResult& step)>;
void replay_steps(const MethodTrace& trace, Adapter& adapter, Comparison& comparison,
                  const EachStep& each = {});

} // namespace lab
