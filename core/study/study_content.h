#pragma once

#include "core/study/study.h"

#include <string>
#include <vector>

namespace lab {

/// Fingerprint of what a study runs on: the bytes of the weights, the listing of the data (names, sizes,
/// times) and the program's version. Where a file is not there, of that; the run tells it.
std::string study_content(const StudyOptions& options);

} // namespace lab
