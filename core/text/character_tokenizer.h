#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lab {

/// A tokenizer.json whose tokens are special marks, then single characters, in this order from id 0:
/// byte-level byte-pair encoding without merges, as no token is longer than a byte. Throws
/// std::invalid_argument for a character that is no visible ASCII or space, or is there twice.
std::string character_tokenizer_json(const std::vector<std::string>& marks, std::string_view characters);

} // namespace lab
