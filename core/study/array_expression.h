#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Lists of cells as Slurm's --array takes them: "3,7-9".
namespace lab {

/// @param numbers rising
std::string array_expression(const std::vector<std::size_t>& numbers);

/// Numbers, ranges and ranges with a step ("0-8:4"), each number once; they come out rising. Throws
/// std::invalid_argument "FIELD: expected …, found …".
/// @param below what every number must be less than; at least 1
std::vector<std::size_t> numbers_from(std::string_view text, const std::string& field, std::size_t below);

} // namespace lab
