#pragma once

#include "tests/structure/source_tree.h"

namespace structure {

/// Rooms of core that include a room which their floor does not allow, and rooms that have no floor.
QStringList includesAcrossFloors(const SourceTree& tree);

} // namespace structure
