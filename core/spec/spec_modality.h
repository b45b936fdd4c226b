#pragma once

#include "core/spec/spec.h"

#include <nlohmann/json.hpp>

/// Fields that only experiments with pictures have, and those that only language experiments have. Files name
/// neither where they do not belong, and where they do, they are refused. For core alone.
namespace lab {

/// Takes out of a specification's value what the other kind of experiment has, where it is the default.
void leave_out_foreign(const ExperimentSpec& spec, nlohmann::ordered_json& value);
/// Throws std::invalid_argument naming the first field of a text that the other kind of experiment has,
/// whatever its value. @param value of the present version
void expect_no_foreign(const nlohmann::ordered_json& value);
/// The same for values that are unlike the default, wherever they come from.
void expect_no_foreign(const ExperimentSpec& spec);

} // namespace lab
