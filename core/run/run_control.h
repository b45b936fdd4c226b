#pragma once

#include "core/run/runner.h"

#include <optional>
#include <vector>

namespace lab {

/// What is done to a run from outside, and how far the run is. Switches wait until the next step.
class RunControl {
  public:
    /// A switch of the past: holds from this step on.
    struct Change {
        int lane = 0;
        int step = 0;
        Recipe recipe;
    };

    /// Throws std::invalid_argument for a step or lane that the run does not have.
    void set_schedule(const RunSchedule& schedule, int steps, int lanes);
    /// Of several for one lane that wait, only the last counts.
    void add(const SetRecipe& command);
    /// Those that hold from this step on, the schedule's among them; they are noted as changes.
    std::vector<SetRecipe> take_switches(int step);
    /// The next fork of the schedule that is to be made by now; it is handed out once.
    std::optional<ForkLane> due_fork();
    /// The schedule ends the run here.
    bool is_over() const { return schedule_.last_step > 0 && done_ >= schedule_.last_step; }

    int done() const { return done_; } ///< latest finished step
    void finish(int step) { done_ = step; }
    const std::vector<Change>& changes() const { return changes_; }

  private:
    RunSchedule schedule_; ///< what of it is still to come
    std::vector<SetRecipe> waiting_;
    std::vector<Change> changes_;
    int done_ = 0;
};

/// Throws std::invalid_argument "lane: expected 0 to …" for one of `lanes` that is not there.
void expect_lane(int lane, std::size_t lanes);

} // namespace lab
