#pragma once

#include "core/experiment/spec.h"

#include <string>

namespace lab {

/// Pretty-printed JSON with every field, and the format's version.
std::string to_json(const ExperimentSpec& spec);
/// Reads what to_json writes; absent fields keep their defaults.
/// Throws std::invalid_argument naming the path of the field ("lanes[1].recipe.alignment.alpha"), what was
/// expected and what was found; unknown keys are refused with their path.
ExperimentSpec spec_from_json(const std::string& text);
/// A lane's recipe alone, on one line, and back. Errors as above.
std::string to_json(const Recipe& recipe);
Recipe recipe_from_json(const std::string& text);
/// Sets one field by its path: "stream.seed=3", "lanes[1].recipe.alignment.stop_gradient=false".
/// Throws as spec_from_json.
void set_field(ExperimentSpec& spec, const std::string& assignment);

} // namespace lab
