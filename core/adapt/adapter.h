#pragma once

#include "core/adapt/predictor.h"
#include "core/adapt/recipe.h"
#include "core/adapt/selection.h"
#include "core/adapt/sgd.h"
#include "core/model/classifier.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace lab {

/// Milliseconds of wall clock by phase.
struct StepTimes {
    double forward = 0, backward = 0, update = 0;
};

/// What one step did. Tensors live on the model's device and carry no gradient; scalars are 0-dimensional, so
/// that a measure can fetch them all at once.
struct StepResult {
    at::Tensor logits;             ///< [N,K] of the target branch, before this batch's update
    at::Tensor features;           ///< [N,D] likewise
    at::Tensor selected;           ///< [N] bool: rows that the loss averaged over
    at::Tensor loss;               ///< NaN where nothing was kept and no step was made; SAM: the second loss
    at::Tensor loss_objective;     ///< mean weighted H over the kept rows
    at::Tensor loss_divergence;    ///< mean weighted D over the kept rows, before α
    at::Tensor predictor_distance; ///< ‖θ_h − I‖_F after the step
    std::int64_t kept = 0;
    bool stepped = false;
    bool reset = false; ///< the recovery brought everything back to the start after this step
    StepTimes times;
};

/// Everything that adaptation changes, as copies: for resets, and to start a lane from another's state.
struct AdapterState {
    NamedTensors values;
    NamedTensors momenta;
    NamedTensors predictor_momenta;
    at::Tensor moving_average;
    std::optional<double> loss_average;
    at::Tensor generator = {}; ///< of DeYO's patch orders; undefined: goes on as it is
    NamedTensors fisher = {};  ///< empty: stays as it is
};

/// Applies a recipe to a classifier, batch after batch: predict, then adapt (the online protocol). Trains the
/// affine parameters of the norm layers and the predictor; all else stays as it is.
class Adapter {
  public:
    /// @param seed of the fixed random and MLP predictors and of DeYO's patch orders
    Adapter(std::unique_ptr<Classifier> classifier, const Recipe& recipe, std::uint64_t seed);

    /// @param images normalised, [N,C,H,W]
    /// @param patch_order DeYO: [N,16] to use in place of random orders; may be undefined
    StepResult step(const at::Tensor& images, const at::Tensor& patch_order = {});

    /// Predicts without adapting, in the norm mode of adaptation. Images and result as in step().
    StepResult evaluate(const at::Tensor& images) const;

    /// From the next step on. Weights, momenta and the predictor's matrix stay.
    void set_recipe(const Recipe& recipe);
    const Recipe& recipe() const { return recipe_; }

    /// F of EATA's regulariser: the mean over batches of the squared gradient of the cross-entropy to the
    /// model's own arg-max labels, at the present weights.
    /// @param next gives the next batch of normalised clean images; an undefined tensor after the last
    void estimate_fisher(const std::function<at::Tensor()>& next);
    void estimate_fisher(const std::vector<at::Tensor>& batches);
    const NamedTensors& fisher() const { return fisher_; }

    /// Back to the weights, optimiser and predictor of the beginning.
    void reset();
    AdapterState state() const;
    void restore(const AdapterState& state);
    /// Asked between the two passes of a sharpness-aware step; true abandons the step.
    void set_interrupted(std::function<bool()> interrupted) { interrupted_ = std::move(interrupted); }

    const Classifier& classifier() const { return *classifier_; }
    const Predictor& predictor() const { return predictor_; }
    /// Norm parameters that are trained, by name.
    const NamedTensors& trained_norms() const { return norms_; }

  private:
    struct Branches;
    struct Loss;
    Branches forward(const at::Tensor& images) const;
    Loss loss_of(const Branches& branches, const Selected& selected) const;
    at::Tensor fisher_penalty() const;
    NamedTensors gradients(const at::Tensor& loss) const;
    bool sharpness_aware(const at::Tensor& images, Selected& selected, Loss& loss, NamedTensors& grads);
    void update(const NamedTensors& grads);
    void recover(double loss, StepResult& result);
    at::Tensor random_patch_order(std::int64_t n);

    std::unique_ptr<Classifier> classifier_;
    Recipe recipe_;
    Predictor predictor_;
    Selector selector_;
    Sgd norm_optimiser_, predictor_optimiser_;
    at::Generator generator_;
    NamedTensors norms_;             ///< trained, of the norm layers
    NamedTensors predictor_weights_; ///< trained, of the predictor's present kind
    NamedTensors initial_;           ///< copies of everything that was ever trained, from before
    NamedTensors live_;              ///< handles to the same
    NamedTensors fisher_;
    std::optional<double> loss_average_; ///< of SAR's recovery
    std::function<bool()> interrupted_;
};

} // namespace lab
