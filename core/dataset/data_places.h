#pragma once

#include "core/spec/known_data.h"

#include <filesystem>
#include <string>

namespace lab {

/// Where fetched data sets are kept: $XDG_DATA_HOME/collapse-lab, or ~/.local/share/collapse-lab.
/// Empty where neither variable is set.
std::filesystem::path data_home();

/// The folder of a data set: `data_dir` or a folder in it where one is given, or else the first of
/// $LAB_DATA_DIR, the remembered folder (data_memory.h), data_home() and what the distribution installed that
/// holds it. Empty where it is not there.
std::filesystem::path find_data(const std::string& id, const std::string& data_dir = {});

/// The same; throws std::runtime_error with a sentence that says where it was looked for and how to get it.
std::filesystem::path require_data(const std::string& id, const std::string& data_dir = {});

} // namespace lab
