#pragma once

#include "core/adapt/step_plan.h"

namespace lab {

/// Both branches' look at input, with a graph where weights learn.
Branches forward(const StepBlocks& blocks, const ModelInput& input);

/// L = mean over the kept of w·(H(p_o) + α·D(p_o ‖ sg[p_r])), consistency with a view, and the penalty on
/// leaving the source.
/// @param view logits of the rows' views [N,K]; undefined: none
LossTerms loss_of(const StepBlocks& blocks, const Branches& branches, const Selected& selected,
                  const at::Tensor& view = {});

/// The loss over the kept, and by rows its gradients up to the features.
void take_loss(const StepBlocks& blocks, StepTensors& t, const Branches& branches, const Selected& selected,
               const TokenRows& rows);
/// The gradients of the step's loss by everything that learns.
void take_gradients(const StepBlocks& blocks, StepTensors& t);

/// A step of the optimiser with everything that learns.
/// @param steps 0-dimensional bool: where it is false nothing moves; undefined: true
void make_update(const Optimiser& rule, StepBlocks& blocks, const NamedTensors& gradients,
                 const at::Tensor& steps);

/// Logits of the pictures with their patches shuffled, [N,K]; of the rows in the mask alone where the others
/// are not looked at.
at::Tensor shuffled_logits(StepBlocks& blocks, const StepTensors& t, const at::Tensor& mask, bool kept_rows);
/// SAM's look from above: of the selected those that are still confident, and the loss over them.
void look_again(StepBlocks& blocks, StepTensors& t, bool kept_rows);
/// Logits of a view of each kept picture, [N,K], ones in the rows that are not looked at (ROID).
void look_at_views(StepBlocks& blocks, StepTensors& t, bool kept_rows);

/// A view of each picture, [N,C,H,W]: drawn, where the step is given none.
at::Tensor view_of(StepBlocks& blocks, const StepTensors& t, std::int64_t view);

/// Fills in the step's result.
void report(const StepBlocks& blocks, StepTensors& t);

} // namespace lab
