#pragma once

#include "core/record/event.h"
#include "core/spec/spec.h"

#include <string>
#include <vector>

namespace lab {

/// An event for a terminal, in English: "Tent stopped: it collapsed", "3 pictures were left out: a.jpg …".
/// @param lanes of the run, those that were forked included
std::string sentence_of(const Event& event, const std::vector<LaneSpec>& lanes);

/// What of a recipe was changed, by the paths of its fields: "alignment.alpha=2". Empty where
/// nothing was.
std::string changes_of(const Recipe& before, const Recipe& after);

} // namespace lab
