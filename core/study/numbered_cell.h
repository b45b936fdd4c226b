#pragma once

#include "core/study/study.h"
#include "core/study/sweep_file.h"

#include <string>
#include <vector>

namespace lab {

/// A cell of a study or a sweep; its number is its place in the list, from 0.
struct NumberedCell {
    StudyCell cell;
    std::string key;               ///< cell_key()
    std::vector<CellField> fields; ///< what tells it from the others
};

/// "cell 7 (stream.seed=3)"
std::string title_of(const std::vector<NumberedCell>& cells, std::size_t number);

/// The cells of a figure. @param options with what they run on (StudyOptions::content)
std::vector<NumberedCell> numbered_cells(const Study& study, const StudyOptions& options);

/// Throws std::invalid_argument naming two cells that are the same run: one file would hold both.
void expect_distinct(const std::vector<NumberedCell>& cells);

} // namespace lab
