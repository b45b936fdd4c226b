#pragma once

#include "core/study/cell_runner.h"

namespace lab {

/// Runs the cells of a study that the store does not hold yet, `jobs` at a time: see run_cells().
/// @return false where it was cancelled before its end
bool run_study(const Study& study, const StudyOptions& options, int jobs, CellStore& store,
               const std::function<void(const StudyProgress&)>& progress,
               const std::function<bool()>& cancelled = {});

} // namespace lab
