#pragma once

#include "core/record/recording.h"
#include "core/record/step_detail.h"

#include <nlohmann/json.hpp>

#include <vector>

/// What recordings of earlier versions hold in another form, one function for each step and line:
///
///     1 → 2   steps' details may follow the events: nothing to change
///     2 → 3   events were words; the device was its title; a lane without a predictor had the distance 0
namespace lab {

/// The records of a recording whose events are typed by now: the distance of no predictor is absent.
void records_from_2_to_3(Recording& recording);

/// The line "information".
void information_from_2_to_3(nlohmann::ordered_json& line);

/// The lines "event", of a whole recording: a switch is read from its words, or from the steps' details where
/// they hold it to the last digit. One that cannot be read keeps its words in `unread`.
/// @param rest the recording that they belong to
/// @param details of its steps
/// Throws std::exception naming what is wrong with a line.
std::vector<Event> events_from_2_to_3(const std::vector<nlohmann::ordered_json>& lines, const Recording& rest,
                                      const std::vector<BatchDetailPtr>& details);

} // namespace lab
