#pragma once

#include "core/record/replay.h"

#include <QString>

namespace lab {

/// What came of a run that was done again as it was recorded: all records the same, or where they differ
/// first and what else is another than it was.
QString comparisonText(const RunComparison& comparison);

} // namespace lab
