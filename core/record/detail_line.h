#pragma once

#include "core/record/step_detail.h"

#include <string>

namespace lab {

/// A step's details as one line of JSON, {"type":"detail","step":…}, for the files of recordings. Lists of
/// numbers and pixels are their bytes, little-endian, in base64url; whole numbers have 32 bits (samples 64),
/// others are float32. A step of questions is a line of its own kind (answers_line.h).
std::string to_json_line(const BatchDetail& detail);
/// Throws std::exception saying which field is missing or does not fit the others.
/// @param lanes number of the recording's lanes
/// @param classes number of its classes
BatchDetail detail_from_json_line(const std::string& line, int lanes, int classes);

} // namespace lab
