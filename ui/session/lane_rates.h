#pragma once

#include "core/spec/lane_defaults.h"

#include <QString>

namespace lab {

/// What the default rates of a lane depend on, besides its method.
using RateBasis = LaneBasis;
RateBasis rateBasis(const ExperimentSpec& spec);

/// suit_lanes(), told to people.
/// @return a sentence for people that names the lanes; empty where nothing changed
QString suitRates(ExperimentSpec& spec, const RateBasis& before);

} // namespace lab
