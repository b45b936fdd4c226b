#include "core/adapt/executor.h"

#include <ATen/ATen.h>

#include <chrono>

namespace lab {

namespace {

class PhaseWatch {
  public:
    /// Milliseconds since construction or the last lap.
    double lap() {
        const auto now = std::chrono::steady_clock::now();
        const double elapsed = std::chrono::duration<double, std::milli>(now - last_).count();
        last_ = now;
        return elapsed;
    }

  private:
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

/// Whether a phase has an effect. A gate that is open is forgotten: what follows need not ask any more.
bool is_open(at::Tensor& gate) {
    if (gate.defined() && !gate.item<bool>())
        return false;
    gate = at::Tensor();
    return true;
}

} // namespace

void EagerExecutor::run(const StepPlan& plan, StepTensors& tensors) {
    PhaseWatch watch;
    const bool may_look = tensors.input.tensor().is_cpu() || !plan.capturable();
    for (const Phase& phase : plan.phases) {
        const bool effect = !phase.gate || !may_look || is_open(tensors.*phase.gate);
        if (effect && phase.interruptible && interrupted())
            tensors.steps = at::zeros({}, tensors.input.tensor().options().dtype(at::kBool));
        else if (effect)
            phase.run(tensors);
        tensors.result.times.*phase.time += watch.lap();
    }
}

void BranchFreeExecutor::run(const StepPlan& plan, StepTensors& tensors) {
    PhaseWatch watch;
    for (const Phase& phase : plan.phases) {
        phase.run(tensors);
        tensors.result.times.*phase.time += watch.lap();
    }
}

} // namespace lab
