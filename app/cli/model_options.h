#pragma once

#include "core/spec/model_options.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace lab::cli {

/// --norm, --groups, --heads, --stem, --size, --mean, --std, --crop, --interpolation, --labels, --weights:
/// what a weight file does not tell. The options must outlive the command.
void add_model_options(CLI::App& command, ModelOptions& options);

/// What is set, as fields of an experiment: "model_options.heads=6".
std::vector<std::string> assignments_of(const ModelOptions& options);

} // namespace lab::cli
