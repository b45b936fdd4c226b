#pragma once

#include "core/lesson/lesson.h"
#include "core/record/recording.h"

#include <string>
#include <vector>

namespace lab {

/// Measures of a whole run that a lesson's check can name, as "accuracy_last_fifth" (README of the lessons).
const std::vector<std::string>& lesson_measures();
/// Names of the records' numeric fields, for checks with "from" and "to".
std::vector<std::string> record_measures();

struct CheckResult {
    bool holds = false;
    double value = 0;   ///< of the measure; NaN where there is none
    double against = 0; ///< what it was compared with
};

/// Looks at a recording. A measure that is not there (NaN), or a lane that is not there, does not hold.
CheckResult evaluate(const LessonCheck& check, const Recording& recording);

} // namespace lab
