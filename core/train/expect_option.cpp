#include "core/train/expect_option.h"

#include <sstream>
#include <stdexcept>

namespace lab {

void expect_option(bool holds, const char* option, const char* expected, double found) {
    if (holds)
        return;
    std::ostringstream text;
    text << "train: " << option << ": expected " << expected << ", found " << found;
    throw std::invalid_argument(text.str());
}

} // namespace lab
