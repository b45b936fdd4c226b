#pragma once

#include "core/base/notice.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace lab {

/// What one lane of one cell brought.
struct LaneOutcome {
    std::string name;
    double accuracy = 0;            ///< 0 … 1
    double accuracy_last_fifth = 0; ///< 0 … 1
    double distance = 0;            ///< of the predictor from the identity; NaN without a matrix
    double top_class_share = 0;
    int collapsed_at = 0;
    double ms_per_step = 0;
    std::map<std::string, std::vector<double>> curves; ///< field to values by step
};

/// What one cell brought.
struct CellOutcome {
    std::string key; ///< fingerprint of the specification
    std::string column;
    double x = 0;
    std::uint64_t seed = 0;
    double seconds = 0;
    std::string device;
    std::vector<LaneOutcome> lanes;
    std::string program = {};         ///< version that ran it; empty in files of versions that did not tell
    std::string content = {};         ///< short hash of StudyCell::content: weights, data and program
    std::string name = {};            ///< what told the cell from the others: "stream.seed=3"
    std::vector<Notice> notices = {}; ///< what was assumed, left out or matched
};

} // namespace lab
