#pragma once

#include "core/run/runner.h"

#include <cstddef>
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
    /// Those that hold from this step on, the schedule's among them; they are noted as changes. Throws
    /// std::invalid_argument where the schedule names a lane that is not there yet.
    std::vector<SetRecipe> take_switches(int step, std::size_t lanes);
    /// The next fork of the schedule that is to be made by now; it is handed out once.
    std::optional<ForkLane> due_fork();
    /// Whether a step beyond this one can be begun before what lies between is finished: no fork of the
    /// schedule is to be made there, and the run does not end there.
    bool may_begin_beyond(int step) const;
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
/// Throws std::invalid_argument for a fork of a lane that is there from one step to another.
void expect_fork_step(int step, int first, int last);

} // namespace lab
