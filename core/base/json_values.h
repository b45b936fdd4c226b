#pragma once

#include <nlohmann/json.hpp>

#include <concepts>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

/// What JSON from elsewhere must keep before anything works with it, and how ours is written.
namespace lab {

/// Its text. Bytes that are no UTF-8, which the library's own dump() refuses, become U+FFFD.
/// @param indent spaces for each level; −1: one line
std::string dumped(const nlohmann::ordered_json& json, int indent = -1);

/// The parser takes any depth, but whatever walks through its result needs stack for every level.
/// @param subject begins the sentence: "specification"
/// Throws std::invalid_argument where lists and objects stand more than 64 deep.
void expect_shallow(std::string_view json, const std::string& subject);

/// The value of a text. Throws nlohmann's exceptions for bad grammar and std::invalid_argument for an object
/// with a key twice, of which the library would keep the last without a word.
nlohmann::ordered_json parsed_json(std::string_view text);

/// Whether it is a whole number that T holds.
template <std::integral T>
bool fits(const nlohmann::ordered_json& value) {
    return value.is_number_unsigned()
               ? std::in_range<T>(value.get<std::uint64_t>())
               : value.is_number_integer() && std::in_range<T>(value.get<std::int64_t>());
}

/// A whole number that fits into T. Throws std::invalid_argument naming the field and what was found: a plain
/// get() would cut off digits, or worse for 1e300.
template <std::integral T>
T whole_number(const nlohmann::ordered_json& value, const char* field) {
    if (!fits<T>(value))
        throw std::invalid_argument("\"" + std::string(field) + "\": expected a whole number of " +
                                    std::to_string(8 * sizeof(T)) + " bits, found " +
                                    dumped(value).substr(0, 40));
    return value.get<T>();
}

/// Throws std::invalid_argument naming the field, both bounds and what was found.
void expect_range(const char* field, std::int64_t found, std::int64_t least, std::int64_t most);

} // namespace lab
