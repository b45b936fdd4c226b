#pragma once

#include "core/run/runner.h"

namespace lab {

/// All that decides which commands can be given.
struct WindowState {
    RunState run = RunState::idle;
    bool guess_missing = false; ///< a lesson waits for a guess and holds the run back
    bool in_lesson = false;
    bool can_undo = false;
    bool can_redo = false;
    bool can_fork = false;
    bool can_run_again = false; ///< the run that is shown holds switches or forks and is over

    bool isUnderWay() const {
        return run == RunState::loading || run == RunState::running || run == RunState::paused;
    }
    bool canStart() const { return !guess_missing && (!isUnderWay() || run == RunState::paused); }
};

} // namespace lab
