#pragma once

#include "core/recipe/recipe.h"

#include <vector>

namespace lab {

/// Rows of the table of methods: those with a teacher, a memory, views or an output of their own. Their rates
/// are those of their papers and published code: MEMO (NeurIPS 2022), CoTTA (CVPR 2022), RoTTA (CVPR 2023),
/// PeTTA (NeurIPS 2024), NOTE (NeurIPS 2022); LAME (CVPR 2022) and T3A (NeurIPS 2021) learn nothing.
std::vector<NamedRecipe> memory_recipes();

} // namespace lab
