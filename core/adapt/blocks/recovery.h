#pragma once

#include "core/adapt/blocks/block.h"
#include "core/recipe/recipe.h"

namespace lab {

/// Says when everything goes back to the start. SAR: a moving average of the loss that falls below the
/// threshold means that everything became one class. RDumb: every so many steps.
class RecoveryBlock final : public Block {
  public:
    /// @param options of the model's tensors
    explicit RecoveryBlock(const at::TensorOptions& options);
    /// @param keeps_average a return leaves the low average as it is (the reference code's quirk)
    void choose(const Recovery& rule, bool keeps_average);
    bool enabled() const { return rule_.enabled; }
    const Recovery& rule() const { return rule_; }

    /// Moves the average by a loss; whether all must go back to the start, 0-dimensional bool.
    /// @param steps false: no step was made, so nothing moves; undefined: true
    at::Tensor decide(const at::Tensor& loss, const at::Tensor& steps);
    /// Counts a step, of which nothing may have been kept; whether it is the last before a return, likewise.
    at::Tensor is_due();
    bool keeps_average() const { return keeps_average_; }
    const at::Tensor& loss_average() const { return average_; } ///< 0-dimensional; counts where has_average()
    const at::Tensor& has_average() const { return has_average_; }

    const char* name() const override { return "recovery"; }
    NamedTensors state() const override;
    void restore(const NamedTensors& state) override;
    void reset(const at::Tensor& when) override;

  private:
    Recovery rule_;
    bool keeps_average_ = false;
    at::Tensor average_, has_average_;
    at::Tensor steps_; ///< since the last return
};

} // namespace lab
