#pragma once

#include "core/base/notice.h"
#include "core/spec/spec.h"

#include <string>
#include <vector>

namespace lab {

/// Throws std::invalid_argument naming an assignment (as set_fields() takes them) that has no effect: a field
/// of another scenario, or of a block that the lane's recipe does not have. One that repeats the default is
/// no fault.
/// @param spec  with the assignments
/// @param later what switches make of it in the run's course: what has an effect then has one
void expect_used(const ExperimentSpec& spec, const std::vector<std::string>& assignments,
                 const std::vector<ExperimentSpec>& later = {});

/// The same of a stream's fields that are unlike their defaults, wherever they come from: told, not refused,
/// because a window in which scenarios are tried one after the other keeps the others' fields.
std::vector<Notice> unused_fields(const ExperimentSpec& spec);

} // namespace lab
