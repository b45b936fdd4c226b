#pragma once

#include "core/spec/spec.h"

#include <string>
#include <vector>

namespace lab {

/// The settings that make the experiment of the default one, as `collapse-lab-cli run --set` takes them:
/// fields that are unlike, all lanes as one where their number or methods are, and what has no effect left
/// out.
std::vector<std::string> assignments_for(const ExperimentSpec& spec);

/// `collapse-lab-cli run --set … --out FOLDER` in one line for a POSIX shell.
std::string command_line_of(const ExperimentSpec& spec, const std::string& out);

} // namespace lab
