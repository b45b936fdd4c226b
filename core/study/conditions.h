#pragma once

#include "core/study/cell_store.h"

#include <string>
#include <vector>

namespace lab {

/// Data, model, scenario, images, corruption, severity, batch, rates, seeds, device: what every figure and
/// table of a study carries.
std::string study_conditions(const StudyOptions& options, const std::vector<StudyCell>& cells,
                             const CellStore& store);

} // namespace lab
