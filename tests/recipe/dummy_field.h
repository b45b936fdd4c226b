#pragma once

#include "core/recipe/field_access.h"

/// A row that no recipe has, for tests of everything that reads the table. Recipe has no member for it, so it
/// keeps its number in one that selections leave alone.
inline lab::RecipeField dummy_field() {
    lab::RecipeField row;
    row.path = "selection.dummy";
    row.block = "selection";
    row.access = lab::member_at([](auto& r) -> auto& { return r.regulariser.fisher_alpha; });
    row.title = "Dummy";
    row.hint = "What a test adds.";
    row.change = "dummy %1";
    row.range = {0, 10};
    row.slider = {0, 10};
    row.needs = {{"selection.kind", {"entropy", "entropy_redundancy", "entropy_plpd"}}};
    row.card_row = 9;
    return row;
}
