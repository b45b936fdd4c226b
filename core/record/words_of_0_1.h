#pragma once

#include "core/recipe/recipe.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lab {

/// 0.1.0 recorded a thrown switch as the window's words for it, in English, German or Chinese: "stop-gradient
/// off, α 0.5". The recipe that they make of the one before; none where they cannot be read. Numbers stand
/// there with three digits; those that the window's sliders set have no more.
std::optional<Recipe> recipe_from_words(const Recipe& before, std::string_view words);

/// The parent in what 0.1.0 says of a fork: "fork of ZeroSiam, stop-gradient off".
/// @param names of the lanes before the fork; they may hold commas
/// @return the lane's index, none where the words name no lane
std::optional<int> parent_from_words(const std::vector<std::string>& names, std::string_view words);

} // namespace lab
