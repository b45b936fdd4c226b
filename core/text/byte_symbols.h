#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lab {

/// Byte-level vocabularies write each byte as a visible character: 0x21 to 0x7e, 0xa1 to 0xac and 0xae to
/// 0xff as themselves, the other 68 in order from U+0100 on (space Ġ, newline Ċ).
std::string symbols_of_bytes(std::string_view bytes);

/// The bytes again; nothing where a character stands for none.
std::optional<std::string> bytes_of_symbols(std::string_view symbols);

} // namespace lab
