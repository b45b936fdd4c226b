#pragma once

#include "core/lesson/lesson.h"

#include <string>
#include <vector>

namespace lab {

/// Fills the Markdown texts of steps and teacher's note from FOLDER/ID.LANGUAGE.md. Each part begins with a
/// line
/// "## STEP" or "## teacher"; what stands before the first is not shown. English must be there; every
/// language that is there must have every part. Throws std::runtime_error "FILE:LINE: …".
void read_lesson_words(Lesson& lesson, const std::string& folder);

/// The languages that lessons can be written in, English first.
const std::vector<std::string>& lesson_languages();

} // namespace lab
