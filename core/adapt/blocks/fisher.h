#pragma once

#include "core/adapt/blocks/block.h"
#include "core/adapt/blocks/trained.h"
#include "core/nn/model_input.h"
#include "core/recipe/recipe.h"

#include <functional>

namespace lab {

/// EATA's penalty on leaving the source weights: fisher_alpha · Σ F·(θ − θ0)².
class FisherBlock final : public Block {
  public:
    void choose(const Regulariser& rule) { rule_ = rule; }
    /// F: the mean over batches of the squared gradients.
    /// @param next gives the next batch; an undefined one after the last
    /// @param gradients of a batch's loss, by name
    void estimate(const std::function<ModelInput()>& next,
                  const std::function<NamedTensors(const ModelInput&)>& gradients);
    /// A scalar; undefined where there is nothing to hold.
    at::Tensor penalty(const TrainedBlock& trained) const;
    /// −mean over the trained tensors of cos(θ, θ0) (PeTTA), a scalar; before its factor.
    static at::Tensor departure(const TrainedBlock& trained);
    const NamedTensors& information() const { return fisher_; }

    const char* name() const override { return "regulariser"; }
    NamedTensors state() const override { return copies(fisher_); }
    void restore(const NamedTensors& state) override { fisher_ = copies(state); }

  private:
    Regulariser rule_;
    NamedTensors fisher_;
};

} // namespace lab
