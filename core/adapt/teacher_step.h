#pragma once

#include "core/adapt/step_plan.h"

namespace lab {

/// A second network's look at input: without a graph.
struct Look {
    at::Tensor features; ///< [N,D]
    at::Tensor logits;   ///< [N,K]
};
/// @param values of the second network; empty: the first
Look look_with(const StepBlocks& blocks, NamedTensors& values, const ModelInput& input);

/// The teacher's logits for a batch, [N,K]: where the source's mean confidence is below the rule's, the mean
/// over views (of logits, as CoTTA's published code does), else those of one look. The step's records
/// tell what decided.
at::Tensor teacher_targets(StepBlocks& blocks, StepTensors& t);

} // namespace lab
