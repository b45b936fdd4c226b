#pragma once

#include "core/base/palette.h"
#include "core/spec/spec.h"

#include <vector>

namespace lab {

enum class LineDash { solid, dashes, dots, dash_dot, dash_dot_dot };
enum class MarkerShape { circle, square, triangle, diamond, cross, ring };

/// How a lane looks, in the window, on what it hands out and on the charts of studies: lanes can be told
/// apart without colour as well.
struct LaneLook {
    Colour colour;
    LineDash dash = LineDash::solid;
    MarkerShape marker = MarkerShape::circle;
    bool operator==(const LaneLook&) const = default;
};

/// One per lane: ZeroSiam blue, Tent vermilion, no adaptation grey and dashed, the others in the order of the
/// palette. Up to seven lanes no two share a colour.
std::vector<LaneLook> lane_looks(const std::vector<LaneSpec>& lanes);

} // namespace lab
