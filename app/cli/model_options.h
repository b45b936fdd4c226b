#pragma once

#include "core/model/model_options.h"

#include <CLI/CLI.hpp>

namespace lab::cli {

/// --norm, --groups, --heads, --size, --mean, --std, --crop, --interpolation, --labels, --weights: what a
/// weight file does not tell. The options must outlive the command.
void add_model_options(CLI::App& command, ModelOptions& options);

/// `base` with what is set in `over`.
ModelOptions merged(ModelOptions base, const ModelOptions& over);

} // namespace lab::cli
