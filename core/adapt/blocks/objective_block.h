#pragma once

#include "core/adapt/blocks/block.h"
#include "core/adapt/blocks/selected.h"
#include "core/recipe/recipe.h"

namespace lab {

/// What is minimised on the online branch. It brings its own mean, so that an objective may look at a batch
/// as a whole.
class ObjectiveBlock final : public Block {
  public:
    void choose(ObjectiveKind kind, const Loss& loss) {
        kind_ = kind;
        loss_ = loss;
    }
    const Loss& rule() const { return loss_; }
    /// Per row, [N,K] to [N]; `next` [N] holds the tokens that follow, of a language model.
    at::Tensor values(const at::Tensor& online, const at::Tensor& next) const;
    /// @param online [N,K]; of marginal_entropy the views of one picture; returns a scalar
    /// @param teacher [N,K], logits of the teacher for those objectives that aim at it
    at::Tensor loss(const at::Tensor& online, const Selected& selected, const at::Tensor& teacher = {}) const;
    ObjectiveKind kind() const { return kind_; }
    const char* name() const override { return "objective"; }

  private:
    ObjectiveKind kind_ = ObjectiveKind::entropy;
    Loss loss_;
};

} // namespace lab
