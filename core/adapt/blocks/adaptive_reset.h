#pragma once

#include "core/adapt/blocks/block.h"
#include "core/adapt/blocks/live_tensors.h"
#include "core/adapt/blocks/trained.h"
#include "core/recipe/recipe.h"

namespace lab {

/// ASR (ICLR 2026): predictions that concentrate on few classes bring part of the network back, and a penalty
/// holds what mattered since the last reset. With C the moving average of the entropy c of the mean logits
/// and φ the share of predictions unlike the source's: reset where c < C, else C ← m C + (1 − m) c with m = 1
/// − m0 + m0 φ. C starts at ln(a0 K), after every reset too. Those of the n trained tensors whose place is
/// below r n stay, r = max(r0 − r1 (C − c), 0). The penalty is p0 φ² Σ F (θ − θ̄)², φ that of the step before;
/// F and θ̄ are the means of g² and θ between two resets, of later ones a tenth.
class AdaptiveResetBlock final : public Block {
  public:
    /// @param options of the model's tensors
    AdaptiveResetBlock(const TrainedBlock& trained, const at::TensorOptions& options);

    /// After the trained tensors were chosen.
    /// @param penalty p0
    void choose(const AdaptiveReset& rule, bool enabled, double penalty);
    bool enabled() const { return enabled_; }

    /// Takes a step's gradients in, before the penalty's are added, and the weights from before the step.
    /// @param steps 0-dimensional bool: where it is false the gradients count as zero; undefined: true
    void remember(const NamedTensors& gradients, const at::Tensor& steps);
    /// The penalty, a scalar; its gradients are added to those given.
    at::Tensor hold(NamedTensors& gradients, NamedTensors& records) const;
    /// Whether a part goes back, 0-dimensional bool, after a step on these logits [N,K].
    at::Tensor decide(const at::Tensor& logits, const at::Tensor& source_logits, NamedTensors& records);
    /// r of the last decision, 0-dimensional.
    const at::Tensor& share() const { return share_; }

    const char* name() const override { return "adaptive_reset"; }
    NamedTensors state() const override;
    void restore(const NamedTensors& state) override;
    void reset(const at::Tensor& when) override { ever_.reset(when); }

  private:
    at::Tensor kept(const char* prefix, const std::string& name);
    void blend(const at::Tensor& back, NamedTensors& records);

    const TrainedBlock& trained_;
    AdaptiveReset rule_;
    bool enabled_ = false, ever_enabled_ = false;
    double penalty_ = 0;
    NamedTensors own_; ///< "fisher_sum.NAME", "weight_sum.NAME", "fisher.NAME", "mean.NAME"
    at::Tensor threshold_, has_threshold_, factor_, steps_, has_fisher_, share_;
    LiveTensors ever_;
};

} // namespace lab
