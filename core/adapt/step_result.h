#pragma once

#include "core/nn/named_tensors.h"

#include <ATen/core/Tensor.h>

namespace lab {

/// Milliseconds of wall clock by phase.
struct StepTimes {
    double forward = 0, backward = 0, update = 0, measure = 0;
};

/// What one step did. Tensors live on the model's device and carry no gradient; scalars are 0-dimensional and
/// of the logits' type, so that a measure can fetch them all at once.
struct StepResult {
    at::Tensor logits;          ///< [N,K] of the target branch, before this batch's update
    at::Tensor features;        ///< [N,D] likewise
    at::Tensor selected;        ///< [N] bool: rows that the loss averaged over
    at::Tensor loss;            ///< NaN where nothing was kept and no step was made; SAM: the second loss
    at::Tensor loss_objective;  ///< mean weighted H over the kept rows
    at::Tensor loss_divergence; ///< mean weighted D over the kept rows, before α
    at::Tensor distance;        ///< ‖θ_h − I‖_F after the step
    at::Tensor kept;            ///< number of rows selected
    at::Tensor stepped;         ///< 1 where an update was made, else 0
    at::Tensor reset;           ///< 1 where the recovery brought everything back to the start after it
    at::Tensor measured;        ///< what Adapter::set_measures() made of the above
    NamedTensors records;       ///< what the method's own blocks tell, by their names: "diversity" [N]
    StepTimes times;
};

} // namespace lab
