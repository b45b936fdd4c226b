#pragma once

#include "core/study/cell_store.h"
#include "core/study/study.h"

#include <string>

namespace lab {

/// Writes what a study found so far into a folder: ID.csv (every run), ID.json (with all conditions), ID.md
/// (a table, mean ± sd over seeds, beside the published trend) and charts as ID.svg, ID.pdf
/// and ID.png (for curves one per measure, ID-MEASURE.svg and so on). Throws std::runtime_error naming the
/// file that cannot be written.
/// @param ended what cut the study short, told in the table and ID.json; empty for a whole one
void write_report(const Study& study, const StudyOptions& options, const CellStore& store,
                  const std::string& folder, const std::string& ended = {});

/// Takes an earlier report out of the folder: before a study that makes another.
void remove_report(const Study& study, const std::string& folder);

} // namespace lab
