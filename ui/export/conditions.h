#pragma once

#include "core/record/recording.h"

#include <QStringList>

namespace lab {

/// Under which conditions a recording was made, in sentences, for every figure and report: data, corruption,
/// scenario, model, seed ("one seed"), device, and the rates of each lane.
QStringList conditionsOf(const Recording& recording);
/// What was done to the lanes in mid-run, and what became of them, in the order of the steps.
QStringList happeningsOf(const Recording& recording);
/// "0.007", "500000": up to six digits, none of them made up.
QString numberText(double value);

} // namespace lab
