#pragma once

#include "core/adapt/blocks/block.h"
#include "core/adapt/blocks/live_tensors.h"
#include "core/adapt/blocks/trained.h"
#include "core/recipe/recipe.h"

namespace lab {

/// Draws the weights back after every update: to the source (ROID, WACV 2024), or to hidden weights that a
/// Kalman filter estimates (CMF, ICLR 2024).
class RestorationBlock final : public Block {
  public:
    /// @param options of the model's tensors
    RestorationBlock(const TrainedBlock& trained, const at::TensorOptions& options);

    /// After the trained tensors were chosen.
    /// @param moves_target resets land on what weights are pulled towards (ASR's reference code)
    void choose(const Restoration& rule, bool moves_target);
    bool enabled() const { return rule_.kind != RestorationKind::none; }
    bool moves_target() const { return moves_target_; }
    /// @param steps 0-dimensional bool: where it is false nothing moves; undefined: true
    /// @param records takes the filter's "beta" and "variance"
    void draw_back(const at::Tensor& steps, NamedTensors& records);
    /// Makes target or live weights of what a partial reset brings back: those whose place in the network is
    /// below the share stay live, the others become the source's.
    /// @param when 0-dimensional bool; undefined: true
    /// @param share 0-dimensional
    void land_on_target(const at::Tensor& when, const at::Tensor& share);

    const char* name() const override { return "restoration"; }
    NamedTensors state() const override;
    void restore(const NamedTensors& state) override;
    void reset(const at::Tensor& when) override;

  private:
    at::Tensor kept(const char* prefix, const std::string& name);
    void pull(const at::Tensor& steps);
    void filter(const at::Tensor& steps, NamedTensors& records);

    const TrainedBlock& trained_;
    Restoration rule_;
    bool moves_target_ = false;
    NamedTensors own_;    ///< "hidden.NAME" and "pull_target.NAME", which begin as the source
    LiveTensors ever_;    ///< all of them
    at::Tensor variance_; ///< of the hidden weights, 0-dimensional
};

} // namespace lab
