#pragma once

#include "core/recipe/recipe_fields.h"

#include <vector>

/// The parts of the table of recipe fields, a function for each part and a file for some of them.
namespace lab {

std::vector<RecipeField> selection_rows();
std::vector<RecipeField> objective_rows(); ///< the objective and how its loss is worked out
std::vector<RecipeField> alignment_rows(); ///< the pair, and penalties
std::vector<RecipeField> optimiser_rows();
std::vector<RecipeField> recovery_rows(); ///< and the numbers of the adaptive one
std::vector<RecipeField> restoration_rows();
std::vector<RecipeField> memory_rows();   ///< views, memory, teacher
std::vector<RecipeField> output_rows();   ///< and LAME's numbers
std::vector<RecipeField> language_rows(); ///< of language models alone

} // namespace lab
