#pragma once

#include "core/study/cell_store.h"
#include "core/study/study.h"

#include <functional>

namespace lab {

struct StudyProgress {
    int finished = 0; ///< cells, those of an earlier attempt included
    int cells = 0;
    double eta_seconds = 0; ///< from the cells finished in this attempt
};

/// Runs the cells that the store does not hold yet, `jobs` at a time, each with its share of the cores.
/// Throws what the first failing cell threw; finished cells are kept, those in flight are given up.
/// @param progress  called from the worker threads, one at a time
/// @param cancelled asked from the worker threads before every step; true ends the study
/// @return false where it was cancelled before its end
bool run_study(const Study& study, const StudyOptions& options, int jobs, CellStore& store,
               const std::function<void(const StudyProgress&)>& progress,
               const std::function<bool()>& cancelled = {});

} // namespace lab
