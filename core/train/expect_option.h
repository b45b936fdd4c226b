#pragma once

namespace lab {

/// Throws std::invalid_argument "train: OPTION: expected …, found …" where an option does not hold.
void expect_option(bool holds, const char* option, const char* expected, double found);

} // namespace lab
