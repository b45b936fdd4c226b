#pragma once

#include "tests/structure/source_tree.h"

namespace structure {

/// Folders of core and of ui that include each other in a circle, found by following the includes. One
/// sentence for each group of such folders: the shortest way round, with the line of each step.
QStringList circlesOfFolders(const SourceTree& tree);

} // namespace structure
