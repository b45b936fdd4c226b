#pragma once

#include "core/adapt/blocks/block.h"
#include "core/adapt/blocks/chance.h"
#include "core/recipe/recipe.h"

#include <cstdint>

namespace lab {

/// Further pictures of each one: augmentations, drawn from the seed.
class ViewsBlock final : public Block {
  public:
    explicit ViewsBlock(std::uint64_t seed) : chance_(seed) {}

    void choose(const Views& rule) { rule_ = rule; }
    bool enabled() const { return rule_.kind != ViewsKind::none; }
    std::int64_t count() const { return rule_.count; }

    /// A view of pictures [n,C,H,W] as the model eats them, likewise; without views the pictures. Every call
    /// draws.
    at::Tensor of(const at::Tensor& pictures);

    /// What pictures from 0 to 1 were normalised with, [1,C,1,1] each; before: 0 and 1.
    void set_scale(const at::Tensor& mean, const at::Tensor& deviation);

    const char* name() const override { return "views"; }
    NamedTensors state() const override;
    void restore(const NamedTensors& state) override;
    /// The draws begin anew.
    void reset(const at::Tensor& when) override;

  private:
    Views rule_;
    Chance chance_;
    bool drawn_ = false; ///< ever
    at::Tensor mean_, deviation_;
};

} // namespace lab
