#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lab {

/// The digits of RFC 4648's alphabet for links and file names (- and _ in place of + and /), without padding.
std::string base64url(std::string_view bytes);
/// The bytes again. Throws std::invalid_argument with a sentence without a subject ("has a character …").
/// @param first number of the first character in what the user sees
std::string from_base64url(std::string_view text, std::size_t first = 1);

} // namespace lab
