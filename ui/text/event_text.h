#pragma once

#include "core/record/event.h"
#include "ui/style/lane_style.h"

#include <QString>

#include <vector>

namespace lab {

/// An event in the window's language: "Tent has collapsed", "ZeroSiam, stop-gradient off", "Fog". Empty for a
/// run's beginning and end.
/// @param styles of the run's lanes
QString eventText(const Event& event, const std::vector<LaneStyle>& styles);

} // namespace lab
