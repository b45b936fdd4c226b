#pragma once

#include "core/adapt/blocks/block.h"
#include "core/adapt/blocks/live_tensors.h"
#include "core/adapt/blocks/predictor.h"
#include "core/adapt/blocks/selected.h"
#include "core/recipe/recipe.h"

namespace lab {

/// The Siamese pair: predictor, divergence and stop-gradient. Owns the predictor's weights.
class AlignmentBlock final : public Block {
  public:
    /// @param features D; options of the model's tensors; seed of the random predictors
    AlignmentBlock(int features, const at::TensorOptions& options, std::uint64_t seed)
        : predictor_(features, options, seed) {}

    /// @param learns false: the predictor's weights carry no gradient
    void choose(const Alignment& rule, bool learns);
    bool is_pair() const { return rule_.predictor != PredictorKind::none; }
    double alpha() const { return rule_.alpha; }
    bool stops_gradient() const;
    /// h(z), [N,D] to [N,D].
    at::Tensor predicted(const at::Tensor& features) const { return predictor_(rule_.predictor, features); }
    /// D(p_o ‖ sg[p_r]) per row, [N]; logits [N,K].
    at::Tensor values(const at::Tensor& online, const at::Tensor& target) const;
    /// Mean over the kept of D(p_o ‖ sg[p_r]), a scalar, before α; logits [N,K].
    at::Tensor loss(const at::Tensor& online, const at::Tensor& target, const Selected& selected) const;
    /// ‖θ_h − I‖_F, a scalar.
    at::Tensor distance() const { return predictor_.distance(rule_.predictor); }

    const Predictor& predictor() const { return predictor_; }
    /// Weights of the present kind that are trained.
    const NamedTensors& tensors() const { return trained_; }

    const char* name() const override { return "alignment"; }
    NamedTensors state() const override { return ever_.state(); }
    void restore(const NamedTensors& state) override;
    void reset(const at::Tensor& when) override { ever_.reset(when); }

  private:
    Alignment rule_;
    Predictor predictor_;
    NamedTensors trained_;
    LiveTensors ever_; ///< of every kind that was ever trained
};

} // namespace lab
