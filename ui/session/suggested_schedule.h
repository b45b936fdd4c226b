#pragma once

#include "core/spec/spec.h"

#include <vector>

namespace lab {

/// What a new schedule of one's own begins with.
std::vector<Segment> suggestedSchedule();

} // namespace lab
