#pragma once

#include "core/experiment/spec.h"

#include <string>

namespace lab {

/// A named experiment of catalog.h's preset_choices().
/// Throws std::invalid_argument naming the id and the known ones.
ExperimentSpec preset_experiment(const std::string& id);

} // namespace lab
