#pragma once

#include "core/run/runner.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace lab {

/// The engine's Runner, for a window that is there before the engine is: what is asked for before waits in
/// order. The members are Runner's, none waits for the engine, and all are called on one thread.
class LateRunner {
  public:
    std::uint64_t start(const ExperimentSpec& spec, bool paused = false, const RunSchedule& schedule = {});
    void pause();
    void resume();
    void step();
    void stop();
    void set_recipe(const SetRecipe& command);
    void fork(const ForkLane& wish);
    void set_details(bool wanted);
    /// Where the engine cannot be loaded the run has failed, with the reason as its message.
    Update drain();

  private:
    void tell(std::function<void(Runner&)> command);
    bool is_there();

    std::unique_ptr<Runner> runner_;
    std::vector<std::function<void(Runner&)>> waiting_;
    std::uint64_t runs_ = 0; ///< begun so far; the latest one's id
};

} // namespace lab
