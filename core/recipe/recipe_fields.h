#pragma once

#include "core/recipe/recipe.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The table of everything that can be set in a recipe, a row for each member. Files, checks, the window's
/// controls, the words of a change, lessons, the command line and the page of methods read it: a knob is a
/// member of Recipe, its row, and the block that computes with it.
namespace lab {

enum class FieldKind { flag, number, whole, choice, texts };

/// By the kind of the field: a flag, a number, a whole number, the id of a choice, a list of texts.
using FieldValue = std::variant<bool, double, std::int64_t, std::string, std::vector<std::string>>;

struct FieldChoice {
    std::string id;    ///< "symmetric_kl"
    std::string title; ///< "symmetric KL"
    bool operator==(const FieldChoice&) const = default;
};

/// How the member of a row is read and written.
struct FieldAccess {
    FieldKind kind = FieldKind::flag;
    std::vector<FieldChoice> choices = {};          ///< of a choice, in the order in which they are offered
    std::vector<FieldChoice> language_choices = {}; ///< further ones, of language models alone
    std::function<FieldValue(const Recipe&)> get = {};
    std::function<void(Recipe&, const FieldValue&)> set = {};
};

/// What a number may be. Infinite numbers and those that are none are never allowed.
struct FieldRange {
    double lowest = -std::numeric_limits<double>::infinity();
    double highest = std::numeric_limits<double>::infinity();
    bool below_highest = false; ///< the highest itself is not allowed
};

/// The numbers that a slider offers.
struct FieldSlider {
    double lowest = 0;
    double highest = 1;
    bool logarithmic = false;
    bool zero_at_left = false; ///< logarithmic alone: the leftmost position means 0
};

/// A field has an effect only while another one has one of some values ("true" for a flag that is set).
struct FieldNeed {
    std::string path;
    std::vector<std::string> values;
    std::string otherwise = {}; ///< why it has none then; empty: "the recipe's PATH is VALUE"
};

/// When the conditions under a figure tell a field that has an effect.
enum class FieldTold {
    edited, ///< where it is unlike the method's
    in_use, ///< where it is unlike Recipe{}, too
    always,
};

/// Fields that the window shows under one heading.
struct FieldBlock {
    std::string id;
    std::string title;
    int column = 0; ///< 0 left, 1 right
};
const std::vector<FieldBlock>& field_blocks();

/// A row. Texts for people are English and marked for translation (LAB_WORDS); the window has the others.
struct RecipeField {
    std::string path;                ///< "alignment.alpha": as in files and in assignments
    std::string block;               ///< id of a FieldBlock
    FieldAccess access;              ///< member_at() and choice_at()
    std::string title;               ///< "Stop-gradient"
    std::string hint;                ///< a sentence
    std::string change;              ///< "stop-gradient %1", where %1 is the value
    std::string change_to_none = {}; ///< texts: in place of it for an empty list
    std::string caption = {};        ///< a flag's: what stands before the tick; empty: the title
    std::string tick = {};           ///< a flag's: what stands behind it
    std::string unit = {};
    FieldRange range = {};
    FieldSlider slider = {};
    std::vector<FieldNeed> needs = {};
    /// What a step's memory is estimated with; nothing: the recipe's own, because memory depends on it.
    std::optional<FieldValue> for_memory = {};
    /// Row on a lane's card, from 1; 0: in the lane editor alone. A flag stands beside the first of its row.
    int card_row = 0;
    FieldTold told = FieldTold::edited;
    /// Of the first format of files, which name it always. Later fields stand where they are unlike Recipe{},
    /// so that files without them stay as they were and can be read by those who do not know them.
    bool first_format = false;
    bool language = false; ///< of language models alone

    /// "alpha": the last part of the path, by which lessons name a control.
    std::string name() const { return path.substr(path.rfind('.') + 1); }
    FieldValue get(const Recipe& recipe) const { return access.get(recipe); }
    FieldValue initial() const { return access.get(Recipe{}); }
    /// Throws std::invalid_argument "PATH: expected …, found …" where the value is of another kind, or no
    /// choice of the field.
    void set(Recipe& recipe, const FieldValue& value) const;
};

/// All rows, in the order in which files name them.
const std::vector<RecipeField>& recipe_fields();
/// Those on a lane's card, in the order of their rows there.
std::vector<const RecipeField*> card_fields();
/// Null where there is none.
const RecipeField* find_recipe_field(std::string_view path);
/// Throws std::invalid_argument "PATH: unknown key".
const RecipeField& recipe_field(std::string_view path);

/// A field by its path. Throws as RecipeField::set().
void set_recipe_field(Recipe& recipe, std::string_view path, const FieldValue& value);
/// Multiplies a number. Throws likewise.
void scale_recipe_field(Recipe& recipe, std::string_view path, double factor);

/// What is expected of a value: "true or false", "0 to below 1", "one of sgd, sam".
std::string expected_of(const RecipeField& field);
/// Whether a value is of the field's kind and within its range.
bool is_allowed(const RecipeField& field, const FieldValue& value);
/// Throws std::invalid_argument for the first field of a recipe that is beyond its range, or whose value asks
/// for a block that is not there: a teacher's targets for a teacher.
/// @param path of the recipe, which begins the sentence: "lanes[0].recipe"
void validate_recipe(const Recipe& recipe, const std::string& path);

/// Throws std::invalid_argument for the first field that an experiment of the other kind alone can have.
/// @param language the lane answers questions; else it sees pictures
void expect_recipe_for(bool language, const Recipe& recipe, const std::string& path);

/// Why a field has no effect in a recipe: "the lane does not adapt"; empty where it has one.
std::string why_unused(const RecipeField& field, const Recipe& recipe);

/// As it stands in files: "true", "0.01", "symmetric_kl", "layer3, layer4".
std::string value_text(const FieldValue& value);
/// What was switched, in English: "stop-gradient off, α 0.5"; empty where the recipes agree.
std::string change_text(const Recipe& before, const Recipe& after);
/// The table as one in Markdown, for the page of methods and the command line.
std::string recipe_fields_page();

/// The recipe whose step needs the most memory of all that differ from this one in fields on which memory
/// does not depend.
Recipe greediest_recipe(Recipe recipe);

/// Whether the step compares two branches: the lane adapts, and there is a predictor.
bool has_pair(const Recipe& recipe);
/// Whether no gradient flows through the target branch of the pair.
bool target_is_fixed(const Recipe& recipe);

/// A row more for as long as this lives: what a test adds. Nothing may hold rows meanwhile.
class ExtraRecipeField {
  public:
    explicit ExtraRecipeField(RecipeField row);
    ~ExtraRecipeField();
    ExtraRecipeField(const ExtraRecipeField&) = delete;
    ExtraRecipeField& operator=(const ExtraRecipeField&) = delete;
};

} // namespace lab
