#pragma once

#include "core/record/record_difference.h"
#include "core/record/recording.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace lab {

/// A lane follows a recipe from the beginning of a step on.
struct ScheduledSwitch {
    int step = 0;
    int lane = 0;
    Recipe recipe;
    bool operator==(const ScheduledSwitch&) const = default;
};

/// A lane that goes on from another's state, made once the run has done so many steps.
struct ScheduledFork {
    int asked_after = 0;
    int parent = 0;
    int step = 0; ///< the state after this step; 0: before the first
    Recipe recipe;
    std::string name;
    bool operator==(const ScheduledFork&) const = default;
};

/// What is done to a run from outside, known before it begins.
struct RunSchedule {
    std::vector<ScheduledSwitch> switches; ///< of several for one lane and step the last counts
    std::vector<ScheduledFork> forks;      ///< in the order in which they are made
    int last_step = 0;                     ///< the run ends after it; 0: with the stream
    bool operator==(const RunSchedule&) const = default;
};

/// A recorded run, to be done again.
struct Replay {
    ExperimentSpec spec; ///< as the run began, without the lanes that were forked later
    RunSchedule schedule;
};

/// Whether anything was done to a recorded run while it went on.
bool holds_switches(const Recording& recording);

/// The threads are those of the recording where its specification leaves them to the machine: the same digits
/// need the same number. Throws std::runtime_error with a sentence where there is nothing to run again, or
/// where a switch of 0.1.0 is words that cannot be read.
Replay replay_of(const Recording& recording);

enum class RunPart { program, device, weights, model, data, images };
const char* name_of(RunPart part);

/// What of a run is another than in the recorded one, before its first step.
struct PartDifference {
    RunPart part = RunPart::program;
    std::string recorded, found; ///< versions, titles, hashes, numbers
};
std::vector<PartDifference> differences_of(const RunInfo& recorded, const RunInfo& found);
/// "device: recorded with CPU, 2 threads, now CPU, 4 threads".
std::string sentence_of(const PartDifference& difference);

/// A recorded run and the same run done again.
struct RunComparison {
    std::size_t recorded = 0; ///< records
    std::size_t compared = 0; ///< fewer where the second run was stopped before
    std::optional<RecordDifference> difference;
    std::vector<PartDifference> parts;
};
/// @param stopped the second run may have fewer records
RunComparison compare_runs(const Recording& recorded, const Recording& found, bool stopped);

} // namespace lab
