#pragma once

#include <QString>

namespace lab {

/// A text of the table of measures (core/record/measure_table.h) in the window's language.
QString measureText(const char* english);

} // namespace lab
