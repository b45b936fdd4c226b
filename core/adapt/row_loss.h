#pragma once

#include "core/adapt/step_plan.h"

namespace lab {

/// The loss of many rows with many classes and its gradients, worked out a few rows at a time: logits and
/// what comes of them are there for these rows alone (Classifier::rows_at_once()).
struct RowLoss {
    LossTerms terms;        ///< values, without a graph
    at::Tensor features;    ///< dL/dz, [N,D]
    NamedTensors gradients; ///< dL/dθ of what lies behind the features: predictor, shift, head
};

/// L = Σ_b share_b · (H(p_o) + α·D(p_o ‖ sg[p_r])) over the rows kept.
/// @param branches features [N,D] with their graph, target [N,K] without one
RowLoss loss_by_rows(const StepBlocks& blocks, const Branches& branches, const Selected& selected,
                     const TokenRows& rows);

/// What a row's loss is multiplied with, [N]: its weight over what the loss averages over; 0 where it is not
/// kept.
at::Tensor shares_of(const Selected& selected, const TokenRows& rows, TokenMean mean,
                     const at::TensorOptions& options);

} // namespace lab
