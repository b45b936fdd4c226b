#pragma once

#include "core/base/notice.h"
#include "core/spec/spec.h"

#include <string>
#include <vector>

namespace lab {

/// Pretty-printed JSON with every field, and the format's version. A text that is no UTF-8, such as the path
/// of an old file system, stands as {"shown": "/b�cher", "base64url": "L2L8Y2hlcg"}.
std::string to_json(const ExperimentSpec& spec);
/// Reads what to_json writes; absent fields keep their defaults. Those of a lane's recipe are the defaults of
/// its method for the specification's model and batch size, wherever in the text they stand; where fields are
/// absent and the model's file cannot be read, std::runtime_error says so.
/// Throws std::invalid_argument naming the path of the field ("lanes[1].recipe.alignment.alpha"), what was
/// expected and what was found; unknown keys are refused with their path.
ExperimentSpec spec_from_json(const std::string& text);
/// A lane's recipe alone, on one line, and back. Errors as above.
std::string to_json(const Recipe& recipe);
Recipe recipe_from_json(const std::string& text);

/// Sets fields by their paths, "stream.seed=3", "lanes[1].recipe.alignment.alpha=0.5", as one: in
/// whatever order they come, lanes get the defaults of the method, model and batch size that hold afterwards.
/// An object sets the fields that it names ("stream={"seed":3}"), a list replaces the list.
///
/// A field of a recipe stays where it differed from the default before, and wherever an assignment sets it.
/// Throws as spec_from_json; the specification is unchanged then.
/// @return for each lane whose defaults changed what stayed as it had been set before
std::vector<Notice> set_fields(ExperimentSpec& spec, const std::vector<std::string>& assignments);
/// The same for one.
void set_field(ExperimentSpec& spec, const std::string& assignment);
/// Whether an assignment sets a field, by whichever of its paths, or as part of an object.
/// @param path "machine.precision"
bool assigns(const std::string& assignment, const std::string& path);

} // namespace lab
