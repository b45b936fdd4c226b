#pragma once

#include "core/adapt/blocks/block.h"
#include "core/adapt/blocks/supports.h"
#include "core/nn/classifier.h"
#include "core/recipe/recipe.h"

namespace lab {

/// What becomes of the logits that are reported, where it looks at features or at the batch: T3A's supports,
/// LAME's neighbours.
class OutputBlock final : public Block {
  public:
    explicit OutputBlock(const Classifier& classifier) : supports_(classifier) {}

    /// @param quirks what the published code does where it departs from its paper
    void choose(const Output& rule, const Lame& lame, bool quirks);
    OutputKind kind() const { return rule_.kind; }
    /// Whether the logits are made over, and how long that takes depends on the data.
    bool makes_over() const { return rule_.kind == OutputKind::lame || rule_.kind == OutputKind::t3a; }

    /// Logits [N,K] in place of those of the network; LAME's are log-probabilities.
    /// @param features [N,D]
    /// @param learns whether the batch is taken in among the supports
    /// @param records takes what is told besides
    at::Tensor made_over(const at::Tensor& features, const at::Tensor& logits, bool learns,
                         NamedTensors& records);

    const char* name() const override { return "output"; }
    NamedTensors state() const override { return supports_.state(); }
    void restore(const NamedTensors& state) override { supports_.restore(state); }
    void reset(const at::Tensor& when) override;

  private:
    Output rule_;
    Lame lame_;
    bool quirks_ = false;
    Supports supports_;
};

} // namespace lab
