#include "core/study/study_cells.h"

namespace lab {

std::vector<StudyCell> cells_of(const Study& study, const StudyOptions& options) {
    std::vector<StudyCell> cells = study.cells(options);
    for (StudyCell& cell : cells)
        cell.content = options.content;
    return cells;
}

bool uses_corruptions(const Study& study, const StudyOptions& options) {
    StudyOptions fog = options, snow = options;
    fog.corruptions = {"fog"};
    snow.corruptions = {"snow"};
    const std::vector<StudyCell> one = study.cells(fog), other = study.cells(snow);
    return one.size() != other.size() || !(one.front().spec == other.front().spec);
}

} // namespace lab
