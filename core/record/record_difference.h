#pragma once

#include "core/record/record.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace lab {

/// Where two lists of records differ first.
struct RecordDifference {
    std::size_t at = 0; ///< index in both lists
    int lane = 0;       ///< of the recorded one, or of the other where that has ended
    int step = 0;
    std::string field; ///< "logit_norm"; empty where one list ends before the other
    std::string recorded, found;
};

/// Compares all fields but times, bit for bit, predictions and labels among them. None where they are equal.
std::optional<RecordDifference> first_difference(const std::vector<StepRecord>& recorded,
                                                 const std::vector<StepRecord>& found);
/// The field in which two records differ first; empty where they are equal.
RecordDifference difference_of(const StepRecord& recorded, const StepRecord& found);

/// "record 17 (lane 2, step 6): logit_norm was 3.25, is 3.5".
std::string sentence_of(const RecordDifference& difference);

} // namespace lab
