#pragma once

#include "core/adapt/blocks/block.h"
#include "core/adapt/blocks/trained.h"
#include "core/nn/classifier.h"
#include "core/recipe/recipe.h"

namespace lab {

/// The second network, which gives the targets: a moving average of the trained weights (mean teacher), or
/// the source. It has the layers of the first and keeps what is unlike there: the trained weights and, for
/// itself, the running statistics. The source is kept likewise, as PeTTA moves its statistics too.
class TeacherBlock final : public Block {
  public:
    TeacherBlock(const Classifier& network, const TrainedBlock& trained);

    /// After the trained tensors were chosen. A teacher begins as the network is now.
    /// @param needs_source whether source() is asked for as well
    void choose(const Teacher& rule, bool needs_source);
    bool enabled() const { return rule_.kind != TeacherKind::none; }
    const Teacher& rule() const { return rule_; }

    /// Values that make the network the teacher, and the source: for WornTensors.
    NamedTensors& tensors();
    NamedTensors& source() { return source_; }
    /// teacher ← m · teacher + (1 − m) · network, over what is trained now; statistics are its own. A teacher
    /// that is the source stays.
    /// @param share of 1 − m, 0-dimensional; undefined: all of it
    /// @param steps 0-dimensional bool: where it is false nothing moves; undefined: true
    void follow(const at::Tensor& share, const at::Tensor& steps);

    const char* name() const override { return "teacher"; }
    NamedTensors state() const override;
    void restore(const NamedTensors& state) override;
    void reset(const at::Tensor& when) override;

  private:
    at::Tensor start_of(const std::string& name) const;
    void take(const NamedTensors& state, const std::string& prefix, NamedTensors& own);

    const Classifier& network_;
    const TrainedBlock& trained_;
    Teacher rule_;
    NamedTensors statistics_; ///< as they were at the beginning
    NamedTensors average_;    ///< of the teacher
    NamedTensors source_;
};

} // namespace lab
