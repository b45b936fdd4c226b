#pragma once

#include "core/experiment/spec.h"

#include <string>

namespace lab {

/// A named experiment of catalog.h's preset_choices(), on the data, model, device and threads of `ground`,
/// with the rates of that model. Throws std::invalid_argument naming the id and the known ones.
ExperimentSpec preset_experiment(const std::string& id, const ExperimentSpec& ground = default_experiment());

} // namespace lab
