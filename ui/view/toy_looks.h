#pragma once

#include "core/toy/toy_experiment.h"
#include "ui/style/lane_style.h"

#include <QString>

namespace lab {

/// Of Tent, ZeroSiam and no adaptation, in the order of toy_lanes: as such lanes look elsewhere in the
/// window.
std::vector<LaneStyle> toyLaneStyles();
/// "A", "B", "C".
QString toyClassName(int label);
/// Colour and shape of a class: of those of the lab's classes, some that no lane of the toy world comes near.
LaneStyle toyClassMark(int label);

/// "59", of a share from 0 to 1.
QString toyPercent(double share);
/// Three digits, two of them decimals at most, with a real minus: "7.03", "16.3", "−0.12".
QString toyNumber(double value);

/// What is seen, in a few plain sentences made from the numbers.
QString toyWords(const ToyExperiment& experiment);

} // namespace lab
