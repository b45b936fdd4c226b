#pragma once

#include "core/adapt/adapter.h"
#include "core/record/step_detail.h"
#include "core/run/feature_axes.h"

namespace lab {

/// Makes a lane's detail of one step out of what the adapter did. Reads, and changes nothing.
class DetailMaker {
  public:
    explicit DetailMaker(FeatureAxes axes) : axes_(std::move(axes)) {}

    /// What a step changes, from before it.
    struct Before {
        NamedTensors norms;
        at::Tensor matrix; ///< θ_h, undefined without one
    };
    static Before before(const Adapter& adapter);
    StepDetail detail(const StepResult& result, const Adapter& adapter, const Before& before) const;
    const FeatureAxes& axes() const { return axes_; }

  private:
    FeatureAxes axes_;
};

} // namespace lab
