#include "core/recipe/recipe_fields.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <stdexcept>
#include <type_traits>

namespace lab {

namespace {

std::string short_number(double value) {
    char text[40];
    std::snprintf(text, sizeof text, "%.15g", value);
    return text;
}

std::string listed(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts)
        all += (all.empty() ? "" : ", ") + text;
    return all;
}

std::vector<std::string> ids_of(const RecipeField& field) {
    std::vector<std::string> ids;
    for (const auto* choices : {&field.access.choices, &field.access.language_choices})
        for (const FieldChoice& choice : *choices)
            ids.push_back(choice.id);
    return ids;
}

std::string filled(std::string text, const std::string& value) {
    if (const std::size_t place = text.find("%1"); place != std::string::npos)
        text.replace(place, 2, value);
    return text;
}

std::size_t alternative_of(FieldKind kind) {
    return static_cast<std::size_t>(kind); // FieldValue's alternatives stand in the order of the kinds
}
static_assert(
    std::is_same_v<std::variant_alternative_t<static_cast<std::size_t>(FieldKind::number), FieldValue>,
                   double> &&
    std::is_same_v<std::variant_alternative_t<static_cast<std::size_t>(FieldKind::choice), FieldValue>,
                   std::string>);

/// "found 1.500000", as the other checks of a specification tell numbers.
std::string found(const FieldValue& value) {
    if (const auto* number = std::get_if<double>(&value))
        return std::to_string(*number);
    const bool bare = std::holds_alternative<bool>(value) || std::holds_alternative<std::int64_t>(value);
    return bare ? value_text(value) : '"' + value_text(value) + '"';
}

bool is_within(const FieldRange& range, double value) {
    return std::isfinite(value) && value >= range.lowest &&
           (range.below_highest ? value < range.highest : value <= range.highest);
}

/// The value in English, as a change tells it.
std::string told_value(const RecipeField& field, const FieldValue& value) {
    if (const auto* flag = std::get_if<bool>(&value))
        return *flag ? "on" : "off";
    if (field.access.kind == FieldKind::choice)
        for (const auto* choices : {&field.access.choices, &field.access.language_choices})
            for (const FieldChoice& choice : *choices)
                if (choice.id == std::get<std::string>(value))
                    return choice.title;
    return value_text(value);
}

std::string needs_of(const RecipeField& field) {
    std::string all;
    for (const FieldNeed& need : field.needs)
        all += (all.empty() ? "" : "; ") + ("`" + need.path + "`: " + listed(need.values));
    return all;
}

/// Blocks of a step that learns.
bool is_of_learning(const RecipeField& field) {
    for (const char* block :
         {"selection", "objective", "alignment", "regulariser", "optimiser", "recovery", "restoration"})
        if (field.block == block)
            return true;
    return field.path == "frozen_prefixes" || field.path == "reference_quirks";
}

/// Kinds of one block that ask for another block. Throws std::invalid_argument naming both.
void expect_company(const Recipe& recipe, const std::string& path) {
    const auto expect = [&](bool there, const char* field, const char* what, const char* other) {
        if (!there)
            throw std::invalid_argument(
                path + "." + field + ": " + value_text(recipe_field(field).get(recipe)) + " asks for " +
                what + ", found " + other + " \"" + value_text(recipe_field(other).get(recipe)) + '"');
    };
    const bool teaches = recipe.teacher.kind != TeacherKind::none;
    const bool views = recipe.views.kind != ViewsKind::none;
    const ObjectiveKind o = recipe.objective;
    const bool taught = o == ObjectiveKind::teacher_cross_entropy || o == ObjectiveKind::teacher_symmetric;
    expect(!taught || teaches, "objective", "a teacher", "teacher.kind");
    expect(recipe.output.kind != OutputKind::teacher || teaches, "output.kind", "a teacher", "teacher.kind");
    expect(o != ObjectiveKind::marginal_entropy || views, "objective", "views", "views.kind");
    const bool remembers = recipe.memory.kind != MemoryKind::none;
    const char* by_itself = remembers                              ? "memory.kind"
                            : o == ObjectiveKind::marginal_entropy ? "objective"
                                                                   : nullptr;
    if (by_itself == nullptr || recipe.trained.kind == TrainedKind::none)
        return;
    // Memories and views of single pictures are learnt from as a whole, in one look.
    expect(recipe.selection.kind == SelectionKind::all, by_itself, "all samples", "selection.kind");
    expect(!recipe.selection.class_balanced, by_itself, "no weights of classes", "selection.class_balanced");
    expect(recipe.optimiser.kind != OptimiserKind::sam, by_itself, "an optimiser of one look",
           "optimiser.kind");
    expect(recipe.loss.consistency == 0, by_itself, "no consistency", "loss.consistency");
    expect(!recipe.recovery.enabled || recipe.recovery.kind != RecoveryKind::adaptive, by_itself,
           "another recovery", "recovery.kind");
    expect(!remembers || o != ObjectiveKind::marginal_entropy, "memory.kind",
           "an objective of single predictions", "objective");
}

} // namespace

std::vector<const RecipeField*> card_fields() {
    std::vector<const RecipeField*> fields;
    for (const RecipeField& field : recipe_fields())
        if (field.card_row > 0)
            fields.push_back(&field);
    std::stable_sort(fields.begin(), fields.end(),
                     [](const auto* a, const auto* b) { return a->card_row < b->card_row; });
    return fields;
}

const RecipeField* find_recipe_field(std::string_view path) {
    for (const RecipeField& field : recipe_fields())
        if (field.path == path)
            return &field;
    return nullptr;
}

const RecipeField& recipe_field(std::string_view path) {
    if (const RecipeField* field = find_recipe_field(path))
        return *field;
    throw std::invalid_argument(std::string(path) + ": unknown key");
}

void RecipeField::set(Recipe& recipe, const FieldValue& value) const {
    const bool fits = value.index() == alternative_of(access.kind);
    const std::vector<std::string> ids = ids_of(*this);
    if (!fits || (access.kind == FieldKind::choice &&
                  std::find(ids.begin(), ids.end(), std::get<std::string>(value)) == ids.end()))
        throw std::invalid_argument(path + ": expected " + expected_of(*this) + ", found " + found(value));
    access.set(recipe, value);
}

void set_recipe_field(Recipe& recipe, std::string_view path, const FieldValue& value) {
    recipe_field(path).set(recipe, value);
}

void scale_recipe_field(Recipe& recipe, std::string_view path, double factor) {
    const RecipeField& field = recipe_field(path);
    const FieldValue value = field.get(recipe);
    const auto* number = std::get_if<double>(&value);
    if (number == nullptr)
        throw std::invalid_argument(field.path + ": expected a number, found " + found(value));
    field.set(recipe, *number * factor);
}

std::string expected_of(const RecipeField& field) {
    switch (field.access.kind) {
    case FieldKind::flag:
        return "true or false";
    case FieldKind::choice:
        return "one of " + listed(ids_of(field));
    case FieldKind::texts:
        return "a list";
    case FieldKind::number:
    case FieldKind::whole:
        break;
    }
    const FieldRange& range = field.range;
    const bool low = std::isfinite(range.lowest), high = std::isfinite(range.highest);
    const std::string upper = (range.below_highest ? "below " : "") + short_number(range.highest);
    if (low && high)
        return short_number(range.lowest) + " to " + upper;
    if (low)
        return short_number(range.lowest) + " or more";
    if (high)
        return range.below_highest ? upper : upper + " or less";
    return field.access.kind == FieldKind::whole ? "a whole number" : "a number";
}

bool is_allowed(const RecipeField& field, const FieldValue& value) {
    if (value.index() != alternative_of(field.access.kind))
        return false;
    if (const auto* number = std::get_if<double>(&value))
        return is_within(field.range, *number);
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return is_within(field.range, static_cast<double>(*whole));
    const std::vector<std::string> ids = ids_of(field);
    return field.access.kind != FieldKind::choice ||
           std::find(ids.begin(), ids.end(), std::get<std::string>(value)) != ids.end();
}

void validate_recipe(const Recipe& recipe, const std::string& path) {
    for (const RecipeField& field : recipe_fields())
        if (const FieldValue value = field.get(recipe); !is_allowed(field, value))
            throw std::invalid_argument(path + "." + field.path + ": expected " + expected_of(field) +
                                        ", found " + found(value));
    if (recipe.adapts)
        expect_company(recipe, path);
}

std::string why_unused(const RecipeField& field, const Recipe& recipe) {
    if (field.path == "adapts")
        return "";
    if (!recipe.adapts)
        return "the lane does not adapt";
    if (recipe.trained.kind == TrainedKind::none && is_of_learning(field))
        return "the recipe's trained.kind is none";
    for (const FieldNeed& need : field.needs) {
        const std::string present = value_text(recipe_field(need.path).get(recipe));
        if (std::find(need.values.begin(), need.values.end(), present) == need.values.end())
            return need.otherwise.empty() ? "the recipe's " + need.path + " is " + present
                                          : filled(need.otherwise, present);
    }
    return "";
}

std::string value_text(const FieldValue& value) {
    if (const auto* flag = std::get_if<bool>(&value))
        return *flag ? "true" : "false";
    if (const auto* number = std::get_if<double>(&value))
        return short_number(*number);
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return std::to_string(*whole);
    if (const auto* texts = std::get_if<std::vector<std::string>>(&value))
        return listed(*texts);
    return std::get<std::string>(value);
}

std::string change_text(const Recipe& before, const Recipe& after) {
    std::string all;
    for (const RecipeField& field : recipe_fields()) {
        const FieldValue value = field.get(after);
        if (value == field.get(before))
            continue;
        const std::string told = told_value(field, value);
        all += (all.empty() ? "" : ", ") + (told.empty() ? field.change_to_none : filled(field.change, told));
    }
    return all;
}

Recipe greediest_recipe(Recipe recipe) {
    for (const RecipeField& field : recipe_fields())
        if (field.for_memory)
            field.set(recipe, *field.for_memory);
    return recipe;
}

std::string recipe_fields_page() {
    std::string page = "| field | title | values | unit | default | has an effect with |\n"
                       "|---|---|---|---|---|---|\n";
    for (const RecipeField& field : recipe_fields()) {
        const std::string initial = value_text(field.initial());
        page += "| `" + field.path + "` | " + field.title + " | " + expected_of(field) + " | " + field.unit +
                " | " + (initial.empty() ? "empty" : initial) + " | " + needs_of(field) + " |\n";
    }
    return page;
}

} // namespace lab
