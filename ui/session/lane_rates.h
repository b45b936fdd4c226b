#pragma once

#include "core/experiment/spec.h"

#include <QString>

namespace lab {

/// What the default rates of a lane depend on, besides its method.
struct RateBasis {
    std::string model;
    int batch_size = 0;
    bool operator==(const RateBasis&) const = default;
};
RateBasis rateBasis(const ExperimentSpec& spec);

/// Gives the lanes whose rates are still the defaults of `before` those of the specification's own model and
/// batch size, and likewise the layers that they leave alone. Edited lanes stay.
/// @return a sentence for people that names the lanes; empty where nothing changed
QString suitRates(ExperimentSpec& spec, const RateBasis& before);

} // namespace lab
