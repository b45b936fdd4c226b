#pragma once

#include "core/run/experiment.h"

#include <string>
#include <vector>

namespace lab::cli {

/// A switch thrown in mid-run: "32:lanes[1].recipe.alignment.alpha=0.5" holds from step 32 on.
struct TimedSwitch {
    int step = 0;
    int lane = 0;
    std::string assignment;
    ExperimentSpec then; ///< the specification from that step on
};

/// In the order of their steps. Throws std::invalid_argument where one cannot be read or changes nothing.
std::vector<TimedSwitch> switches_of(const std::vector<std::string>& texts, const ExperimentSpec& spec);

/// Throws where a switch cannot be thrown in this run: before it, not in its middle.
void check_switches(const std::vector<TimedSwitch>& switches, const Experiment& experiment);

/// As the experiment takes them: of several for a lane and step one that has them all.
RunSchedule schedule_of(const std::vector<TimedSwitch>& switches);

} // namespace lab::cli
