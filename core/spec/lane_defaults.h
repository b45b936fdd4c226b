#pragma once

#include "core/spec/spec.h"

#include <string>
#include <vector>

/// A lane says its method; what else its recipe holds follows from the model and the batch size, unless it is
/// set by hand.
namespace lab {

/// What the default rates and frozen layers of a method depend on.
struct LaneBasis {
    std::string model;
    int batch_size = 0;
    ModelOptions options = {};
    bool language = false; ///< the methods for language models, whose rates depend on neither
    bool operator==(const LaneBasis&) const = default;
};
LaneBasis lane_basis(const ExperimentSpec& spec);

/// Gives the lanes whose rates are still the defaults of `before` those of the specification's own model and
/// batch size; what else of them was set by hand stays. Lanes with rates of their own stay as they are. For
/// the window, where switches are thrown one by one.
/// @return the lanes that changed, by index
std::vector<std::size_t> suit_lanes(ExperimentSpec& spec, const LaneBasis& before);

/// Throws std::runtime_error naming the file where the defaults for a model cannot be known. Until it can be
/// read, its lanes have those of the smallest shipped model; a run with it is refused when it is opened.
void expect_known_defaults(const std::string& model, const ModelOptions& options);

} // namespace lab
