#pragma once

#include "tests/structure/source_tree.h"

namespace structure {

/// Members of Recipe and of its blocks (core/recipe/recipe.h) that have no row in the table of recipe fields.
QStringList fieldsWithoutRow(const SourceTree& tree);

/// Words of core that are marked for translation (LAB_WORDS) and are not in German and Chinese; and texts of
/// the table's rows that are not marked.
QStringList wordsInOneLanguage(const SourceTree& tree);

} // namespace structure
