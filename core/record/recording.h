#pragma once

#include "core/base/atomic_file.h"
#include "core/record/record.h"
#include "core/record/run_info.h"
#include "core/spec/spec.h"

#include <string>
#include <vector>

namespace lab {

/// A run as it was: append-only records and events with the specification that made them.
struct Recording {
    ExperimentSpec spec;
    RunInfo info;
    std::vector<StepRecord> records;
    std::vector<Event> events;
    std::string ended =
        {}; ///< what cut the run short: "interrupted by SIGINT after step 37 of 79"; else empty
};

/// How far a run came.
struct Completion {
    bool complete = false;
    std::string ended; ///< "at the end of the stream", or what ended it before, and after which step
};
Completion completion_of(const Recording& recording);

/// One header line and one line per record, in the order of arrival; conditions stand in every row.
std::string to_csv(const Recording& recording);
/// Per lane: final and last-fifth accuracy, dominance, norms, collapse, with all conditions. JSON.
std::string summary_json(const Recording& recording);
/// One record or event as a line of JSON (no line feed).
std::string to_json_line(const StepRecord& record);
std::string to_json_line(const Event& event);

} // namespace lab
