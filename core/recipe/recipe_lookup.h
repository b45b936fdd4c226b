#pragma once

#include "core/recipe/recipe.h"

#include <stdexcept>

namespace lab {

/// The row of a table of methods. Throws std::invalid_argument naming the known ids.
/// @param whose stands behind them: " for a language model"
inline const NamedRecipe& recipe_in(const std::vector<NamedRecipe>& table, std::string_view id,
                                    const std::string& whose = {}) {
    std::string known;
    for (const NamedRecipe& row : table) {
        if (row.id == id)
            return row;
        known += (known.empty() ? "" : ", ") + row.id;
    }
    throw std::invalid_argument("method: expected one of " + known + whose + ", found \"" + std::string(id) +
                                "\"");
}

/// Of the table for language models, or of that for pictures. Throws likewise.
inline const NamedRecipe& recipe_row(std::string_view id, bool language) {
    return language ? language_recipe(id) : named_recipe(id);
}

} // namespace lab
