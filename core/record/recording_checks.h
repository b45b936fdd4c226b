#pragma once

#include "core/record/recording.h"

/// What a recording from a file must keep, so that measures and views can take their indices from it unasked.
/// All throw std::invalid_argument naming the field, what was expected and what was found.
namespace lab {

void check_recorded_lane(int lane, std::size_t lanes);
void check_recorded(const RunInfo& info);
/// @param lanes, classes of the recording; 0 classes: not yet known
void check_recorded(const StepRecord& record, std::size_t lanes, std::size_t classes);
void check_recorded(const Event& event, std::size_t lanes);

} // namespace lab
