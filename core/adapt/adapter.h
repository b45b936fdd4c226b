#pragma once

#include "core/adapt/blocks/predictor.h"
#include "core/adapt/executor.h"
#include "core/adapt/step_plan.h"
#include "core/adapt/step_result.h"
#include "core/nn/classifier.h"
#include "core/recipe/recipe.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace lab {

/// Everything that decides an adapter's further steps, as copies by "block/tensor": what the blocks remember.
using AdapterState = NamedTensors;

/// Applies a recipe to a classifier, batch after batch: predict, then adapt (the online protocol). Trains
/// what the recipe names, the affine parameters of the norm layers in all of today's methods, and the
/// predictor; all else stays as it is.
class Adapter {
  public:
    /// @param seed of the fixed random and MLP predictors and of DeYO's patch orders
    /// @param executor carries the steps out; none: eagerly
    Adapter(std::unique_ptr<Classifier> classifier, const Recipe& recipe, std::uint64_t seed,
            std::unique_ptr<Executor> executor = nullptr);

    /// @param input pictures, or sequences for a language model, on the model's device
    /// @param draws what is used in place of random draws: [N,16] DeYO's orders, views
    StepResult step(const ModelInput& input, const Draws& draws = {});

    /// Predicts without adapting, in the norm mode of adaptation. Input and result as in step().
    StepResult evaluate(const ModelInput& input) const;

    /// From the next step on. Weights, momenta and the predictor's matrix stay.
    void set_recipe(const Recipe& recipe);
    const Recipe& recipe() const { return recipe_; }
    /// From the next step on; DeYO's random patch orders are others, as more of them are drawn.
    void set_second_pass(SecondPass second_pass);
    /// Makes StepResult::measured of what a step reports, as its last phase: on the device, without reading
    /// anything back.
    void set_measures(std::function<at::Tensor(const StepResult&)> measures);
    const StepPlan& plan() const { return plan_; }

    /// F of EATA's regulariser: the mean over batches of the squared gradient of the cross-entropy to the
    /// model's own arg-max labels, at the present weights.
    /// @param next gives the next batch of clean input; an undefined one after the last
    void estimate_fisher(const std::function<ModelInput()>& next);
    void estimate_fisher(const std::vector<at::Tensor>& batches);
    /// The source's means of features by class, for a teacher that heeds the divergence (PeTTA): of clean
    /// input, by the labels that the source predicts for it.
    void estimate_class_means(const std::function<ModelInput()>& next);
    void estimate_class_means(const std::vector<at::Tensor>& batches);
    bool knows_class_means() const { return blocks_->drift.known(); }
    /// What pictures from 0 to 1 were normalised with, [1,C,1,1] each, for random views.
    void set_picture_scale(const at::Tensor& mean, const at::Tensor& deviation);
    const NamedTensors& fisher() const { return blocks_->regulariser.information(); }

    /// Back to the weights, optimiser and predictor of the beginning. Fisher information stays.
    void reset();
    AdapterState state() const;
    /// @param state of an adapter of the same model and seed, whatever recipes it has had. Throws
    /// std::invalid_argument where it names a block or a tensor that is not there.
    void restore(const AdapterState& state);
    /// Asked between the two passes of a sharpness-aware step; true abandons the step.
    void set_interrupted(std::function<bool()> interrupted);

    const Classifier& classifier() const { return *classifier_; }
    const Predictor& predictor() const { return blocks_->alignment.predictor(); }
    /// Tensors of the model that are trained, by name: those of the norm layers in all of today's methods.
    const NamedTensors& trained_norms() const { return blocks_->trained.tensors(); }

  private:
    void make_plans();
    StepResult run(const StepPlan& plan, StepTensors tensors) const;

    std::unique_ptr<Classifier> classifier_;
    std::uint64_t seed_;
    std::unique_ptr<StepBlocks> blocks_; ///< stay where they are: plans point to them
    std::unique_ptr<Executor> executor_;
    Recipe recipe_;
    SecondPass second_pass_ = SecondPass::kept_rows;
    std::function<at::Tensor(const StepResult&)> measures_;
    StepPlan plan_, evaluation_;
};

} // namespace lab
