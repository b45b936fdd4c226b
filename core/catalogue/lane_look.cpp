#include "core/catalogue/lane_look.h"

#include <algorithm>
#include <optional>

namespace lab {

namespace {

const LaneLook zerosiam{palette::blue, LineDash::solid, MarkerShape::circle};
const LaneLook tent{palette::vermilion, LineDash::solid, MarkerShape::square};
const LaneLook no_adaptation{palette::grey, LineDash::dashes, MarkerShape::cross};
const std::vector<LaneLook> others = {
    {palette::green, LineDash::dash_dot, MarkerShape::triangle},
    {palette::purple, LineDash::dashes, MarkerShape::diamond},
    {palette::orange, LineDash::dash_dot_dot, MarkerShape::ring},
    {palette::sky, LineDash::dots, MarkerShape::circle},
};

/// The look that is kept for the lane; nothing where it takes one of the others.
std::optional<LaneLook> own_look(const LaneSpec& lane) {
    if (!lane.recipe.adapts)
        return no_adaptation;
    if (lane.method == "tent")
        return tent;
    if (lane.method == "zerosiam")
        return zerosiam;
    return std::nullopt;
}

} // namespace

std::vector<LaneLook> lane_looks(const std::vector<LaneSpec>& lanes) {
    std::vector<LaneLook> reserved{tent, zerosiam, no_adaptation}, free = others;
    std::vector<std::optional<LaneLook>> given(lanes.size());
    // The methods with a colour of their own come first, so that no other lane takes it.
    for (std::size_t i = 0; i < lanes.size(); ++i)
        if (const std::optional<LaneLook> own = own_look(lanes[i]))
            if (const auto found = std::find(reserved.begin(), reserved.end(), *own);
                found != reserved.end()) {
                given[i] = own;
                reserved.erase(found);
            }
    free.insert(free.end(), reserved.begin(), reserved.end());
    std::vector<LaneLook> looks;
    std::size_t next = 0;
    for (const std::optional<LaneLook>& own : given)
        looks.push_back(own ? *own : free[next++ % free.size()]);
    return looks;
}

} // namespace lab
