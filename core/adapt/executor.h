#pragma once

#include "core/adapt/step_plan.h"

#include <functional>

namespace lab {

/// Carries a plan out. Whichever does it, results and states have the same digits.
class Executor {
  public:
    virtual ~Executor() = default;
    virtual void run(const StepPlan& plan, StepTensors& tensors) = 0;
    /// Asked before interruptible phases; true abandons the step.
    void set_interrupted(std::function<bool()> interrupted) { interrupted_ = std::move(interrupted); }

  protected:
    bool interrupted() const { return interrupted_ && interrupted_(); }

  private:
    std::function<bool()> interrupted_;
};

/// Phase by phase, at once. Where looking at a gate costs no wait (on the CPU, or where the plan reads back
/// anyway), phases without effect are left out.
class EagerExecutor final : public Executor {
  public:
    void run(const StepPlan& plan, StepTensors& tensors) override;
};

/// The same phases, every one of them, whatever the gates say: what a device does that replays a step.
class BranchFreeExecutor final : public Executor {
  public:
    void run(const StepPlan& plan, StepTensors& tensors) override;
};

} // namespace lab
