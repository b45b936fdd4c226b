#pragma once

#include "core/base/notice.h"
#include "core/study/numbered_cell.h"

#include <string>
#include <utility>
#include <vector>

namespace lab {

/// All cells of a sweep, checked before any is run.
struct SweepCells {
    std::vector<NumberedCell> cells;
    std::vector<std::pair<Notice, int>> notices; ///< each once, and of how many cells
};

/// Throws std::invalid_argument naming the cell: what spec_of() refuses, a model or data that cannot be used,
/// and two cells that are the same run.
SweepCells cells_of(const Sweep& sweep);

} // namespace lab
