#include "core/study/study_runner.h"

#include "core/study/study_cells.h"

namespace lab {

bool run_study(const Study& study, const StudyOptions& options, int jobs, CellStore& store,
               const std::function<void(const StudyProgress&)>& progress,
               const std::function<bool()>& cancelled) {
    std::vector<CellToRun> cells;
    for (StudyCell& cell : cells_of(study, options)) {
        std::string key = cell_key(cell);
        cells.push_back({std::move(cell), std::move(key), {}});
    }
    return run_cells(cells, study.curves, {jobs, 0, -1}, store, progress, cancelled);
}

} // namespace lab
