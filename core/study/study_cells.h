#pragma once

#include "core/study/study.h"

#include <vector>

namespace lab {

/// The study's cells on that content (StudyOptions::content).
std::vector<StudyCell> cells_of(const Study& study, const StudyOptions& options);

/// Whether the study's cells depend on StudyOptions::corruptions.
bool uses_corruptions(const Study& study, const StudyOptions& options);

} // namespace lab
