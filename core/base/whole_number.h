#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// One reader of numbers for every command, file and field: all digits count, nothing wraps around.
namespace lab {

/// Throws std::invalid_argument "FIELD: expected a whole number from LEAST to MOST, found "TEXT"".
std::int64_t whole_number_from(std::string_view text, const std::string& field, std::int64_t least,
                               std::int64_t most);

/// A seed: 0 to 2⁶⁴ − 1. Throws likewise.
std::uint64_t seed_from(std::string_view text, const std::string& field);

/// "0,1,2": each once. Throws likewise, for an empty list, and for a seed that is there twice.
std::vector<std::uint64_t> seeds_from(std::string_view text, const std::string& field);

} // namespace lab
