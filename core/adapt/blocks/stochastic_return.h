#pragma once

#include "core/adapt/blocks/block.h"
#include "core/adapt/blocks/chance.h"
#include "core/adapt/blocks/trained.h"
#include "core/recipe/recipe.h"

#include <cstdint>

namespace lab {

/// CoTTA's restoration: after an update every trained value goes back to where it started with a probability.
/// The optimiser's memory stays.
class StochasticReturn final : public Block {
  public:
    explicit StochasticReturn(std::uint64_t seed) : chance_(seed) {}

    /// Draws anew, tensor by tensor, where this is chosen.
    /// @param given by tensor, bool: which values go back, in place of draws where it is there
    void apply(const TrainedBlock& trained, const NamedTensors& given);
    void choose(const Restoration& rule) { rule_ = rule; }
    bool enabled() const { return rule_.kind == RestorationKind::stochastic; }

    const char* name() const override { return "stochastic_return"; }
    NamedTensors state() const override;
    void restore(const NamedTensors& state) override;
    /// The draws begin anew.
    void reset(const at::Tensor& when) override;

  private:
    Restoration rule_;
    Chance chance_;
    bool drawn_ = false; ///< ever
};

} // namespace lab
