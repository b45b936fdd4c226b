#pragma once

#include "ui/export/page.h"

#include <vector>

namespace lab {

/// The pages of the window in the order of their tabs, in the window's language.
std::vector<Page> pageTable();

} // namespace lab
