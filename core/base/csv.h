#pragma once

#include <string>

namespace lab {

/// A cell of comma-separated values (RFC 4180) in quotes, those within doubled.
std::string quoted_cell(const std::string& text);
/// In quotes where it has to be: with a comma, a quote or a line's end in it.
std::string csv_cell(const std::string& text);

} // namespace lab
