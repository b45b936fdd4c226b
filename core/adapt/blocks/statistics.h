#pragma once

#include "core/adapt/blocks/block.h"
#include "core/adapt/blocks/live_tensors.h"
#include "core/nn/classifier.h"
#include "core/recipe/recipe.h"

namespace lab {

/// What the model's BatchNorm layers normalise with. Moved averages are the model's own running ones; those
/// that begin with the first batch are the block's.
class StatisticsBlock final : public Block, public NormStatistics {
  public:
    /// What a forward pass does besides normalising.
    enum class Pass {
        predict, ///< nothing
        learn,   ///< averages that updates move are moved
        first,   ///< moving: the batch's own statistics normalise, averages are moved
    };

    /// @param classifier outlives the block
    explicit StatisticsBlock(const Classifier& classifier) : classifier_(classifier) {}

    void choose(const Statistics& rule, bool adapts);
    /// The norm mode of a model that adapts by the rule; @ref choose comes first.
    NormMode mode();
    /// Whether a pass of its own moves the averages before a batch is predicted.
    bool moves_first() const { return adapts_ && rule_.kind == StatisticsKind::moving; }
    /// The pass that learns from a batch and predicts it at once.
    Pass own_pass() const;
    void set_pass(Pass pass) { pass_ = pass; }
    /// What batches were mixed in by the last pass: "batch.norm1.mean", "batch.norm1.variance_unbiased" [C].
    const NamedTensors& records() const { return records_; }

    at::Tensor normalised(const Norm& norm, const at::Tensor& x) override;

    const char* name() const override { return "statistics"; }
    NamedTensors state() const override { return ever_.state(); }
    /// Throws std::invalid_argument for a layer that the model does not have.
    void restore(const NamedTensors& state) override;
    void reset(const at::Tensor& when) override { ever_.reset(when); }

  private:
    void keep_running(const Norm& norm);
    void keep_averages(const Norm& norm);
    at::Tensor mixed(const Norm& norm, const at::Tensor& x);
    at::Tensor robust(const Norm& norm, const at::Tensor& x) const;
    at::Tensor moving(const Norm& norm, const at::Tensor& x) const;
    at::Tensor instance(const Norm& norm, const at::Tensor& x) const;
    at::Tensor renormalised(const Norm& norm, const at::Tensor& x) const;
    void move_running(const Norm& norm, const at::Tensor& mean, const at::Tensor& variance) const;

    const Classifier& classifier_;
    Statistics rule_;
    bool adapts_ = true;
    Pass pass_ = Pass::predict;
    NamedTensors averages_; ///< of layers renormalised: "norm1.average_mean", "….average_std", "….begun"
    LiveTensors ever_;      ///< everything that was ever moved
    NamedTensors records_;
};

/// While one lives, forward passes do this to the averages.
class DuringPass {
  public:
    DuringPass(StatisticsBlock& statistics, StatisticsBlock::Pass pass) : statistics_(statistics) {
        statistics_.set_pass(pass);
    }
    ~DuringPass() { statistics_.set_pass(StatisticsBlock::Pass::predict); }
    DuringPass(const DuringPass&) = delete;
    DuringPass& operator=(const DuringPass&) = delete;

  private:
    StatisticsBlock& statistics_;
};

} // namespace lab
