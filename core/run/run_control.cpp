#include "core/run/run_control.h"

#include <stdexcept>
#include <string>
#include <utility>

namespace lab {

void RunControl::set_schedule(const RunSchedule& schedule, int steps, int lanes) {
    const auto all = static_cast<std::int64_t>(lanes) + std::ssize(schedule.forks);
    const auto expect = [](const char* what, std::int64_t found, std::int64_t least, std::int64_t most) {
        if (found < least || found > most)
            throw std::invalid_argument(std::string("schedule: ") + what + ": expected " +
                                        std::to_string(least) + " to " + std::to_string(most) + ", found " +
                                        std::to_string(found));
    };
    for (const ScheduledSwitch& s : schedule.switches) {
        expect("step", s.step, 1, steps);
        expect("lane", s.lane, 0, all - 1);
    }
    for (const ScheduledFork& fork : schedule.forks) {
        expect("step", fork.step, 0, steps);
        expect("lane", fork.parent, 0, all - 1);
    }
    schedule_ = schedule;
}

void RunControl::add(const SetRecipe& command) {
    std::erase_if(waiting_, [&](const SetRecipe& other) { return other.lane == command.lane; });
    waiting_.push_back(command);
}

std::vector<SetRecipe> RunControl::take_switches(int step, std::size_t lanes) {
    for (const ScheduledSwitch& s : schedule_.switches)
        if (s.step == step) {
            expect_lane(s.lane, lanes);
            add({s.lane, s.recipe});
        }
    for (const SetRecipe& command : waiting_)
        changes_.push_back({command.lane, step, command.recipe});
    return std::exchange(waiting_, {});
}

bool RunControl::may_begin_beyond(int step) const {
    return (schedule_.last_step == 0 || step < schedule_.last_step) &&
           (schedule_.forks.empty() || step < schedule_.forks.front().asked_after);
}

std::optional<ForkLane> RunControl::due_fork() {
    std::vector<ScheduledFork>& forks = schedule_.forks;
    if (forks.empty() || forks.front().asked_after > done_)
        return std::nullopt;
    const ScheduledFork fork = std::move(forks.front());
    forks.erase(forks.begin());
    return ForkLane{fork.parent, fork.step, fork.recipe, fork.name};
}

void expect_lane(int lane, std::size_t lanes) {
    if (lane < 0 || lane >= static_cast<std::int64_t>(lanes))
        throw std::invalid_argument("lane: expected 0 to " + std::to_string(lanes - 1) + ", found " +
                                    std::to_string(lane));
}

void expect_fork_step(int step, int first, int last) {
    if (step < first || step > last)
        throw std::invalid_argument("step: a fork of this lane can start after the steps " +
                                    std::to_string(first) + " to " + std::to_string(last) + ", found " +
                                    std::to_string(step));
}

} // namespace lab
