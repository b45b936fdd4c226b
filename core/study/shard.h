#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lab {

/// One of several parts that share the cells of a sweep out among them: every cell is in exactly one. Cells
/// are dealt in turn, so that each part has its share of the slow ones.
struct Shard {
    std::size_t number = 1; ///< 1 to count
    std::size_t count = 1;

    bool holds(std::size_t cell) const { return cell % count == number - 1; }
    bool operator==(const Shard&) const = default;
};

inline constexpr std::size_t most_shards = 1'000'000;

/// "2/3". Throws std::invalid_argument "FIELD: expected …, found …".
Shard shard_from(std::string_view text, const std::string& field);
std::string to_string(const Shard& shard);

} // namespace lab
