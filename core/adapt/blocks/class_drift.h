#pragma once

#include "core/adapt/blocks/block.h"
#include "core/nn/model_input.h"

#include <functional>
#include <utility>

namespace lab {

/// How far features left the classes that they had on clean pictures (PeTTA, NeurIPS 2024):
/// γ = 1 − exp(−mean over the classes predicted in a batch and over dimensions of (μ̂ − μ0)² / (σ0² + 1e-6)),
/// μ̂ a moving mean of each class's features, μ0 and σ0² those of the source.
class ClassDriftBlock final : public Block {
  public:
    /// @param options of the model's tensors
    explicit ClassDriftBlock(const at::TensorOptions& options) : options_(options) {}

    /// μ0 and the unbiased σ0² of clean pictures, by the classes that are predicted for them. A class of
    /// fewer than two pictures has none and counts for nothing.
    /// @param next gives the next batch; an undefined one after the last
    /// @param look features [N,D] and logits [N,K] of a batch
    void estimate(const std::function<ModelInput()>& next,
                  const std::function<std::pair<at::Tensor, at::Tensor>(const ModelInput&)>& look);
    bool known() const { return known_.defined(); }

    /// γ of a batch, 0-dimensional, by the class means from before it; then moves those.
    /// @param features [N,D]
    /// @param labels [N] predicted classes
    /// @param momentum what stays of a class's mean
    at::Tensor gamma(const at::Tensor& features, const at::Tensor& labels, double momentum);
    const at::Tensor& prototypes() const { return prototypes_; } ///< μ̂ [K,D]

    const char* name() const override { return "class_drift"; }
    NamedTensors state() const override;
    void restore(const NamedTensors& state) override;
    /// The class means go back to those of the source, which stay.
    void reset(const at::Tensor& when) override;

  private:
    at::TensorOptions options_;
    at::Tensor mean_, variance_; ///< [K,D]
    at::Tensor known_;           ///< [K] bool: classes that have both
    at::Tensor prototypes_;
};

} // namespace lab
