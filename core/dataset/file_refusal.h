#pragma once

#include "core/base/text.h"

#include <filesystem>
#include <stdexcept>
#include <string>

namespace lab {

/// Throws std::runtime_error "FILE: expected EXPECTED, found FOUND." for a data file that is not what it must
/// be.
[[noreturn]] inline void refuse_file(const std::filesystem::path& file, const std::string& expected,
                                     const std::string& found) {
    throw std::runtime_error(shown(file.native()) + ": expected " + expected + ", found " + found + ".");
}

} // namespace lab
