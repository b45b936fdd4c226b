#pragma once

#include "core/study/cell_store.h"
#include "core/study/study_result.h"

#include <string>
#include <vector>

namespace lab {

/// Every run, a row for each lane.
std::string report_csv(const std::vector<StudyCell>& cells, const CellStore& store);
/// Title, what was published, the conditions and the result's table (table_of()).
std::string report_markdown(const StudyResult& result);

} // namespace lab
