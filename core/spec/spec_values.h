#pragma once

#include "core/spec/lane_defaults.h"
#include "core/spec/spec.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

/// A specification as a JSON value, between what it holds and its text. For core alone.
namespace lab {

/// Fields that are not set: in files they are left out; to set one by its path they must be there.
enum class Unset { left_out, listed };

/// Every field, and the format's version.
nlohmann::ordered_json spec_value(const ExperimentSpec& spec, Unset unset = Unset::left_out);
/// @param beside what a reader takes for fields that are left out; they are written where either of the two
///     recipes is unlike Recipe{}, and all of them where unset ones are listed
nlohmann::ordered_json recipe_value(const Recipe& recipe, Unset unset = Unset::listed,
                                    const Recipe& beside = {});
/// Throws as spec_from_json().
ExperimentSpec spec_from_value(nlohmann::ordered_json json);
/// Throws as recipe_from_json(). @param path begins the sentence
Recipe recipe_from_value(const nlohmann::ordered_json& json, const std::string& path);
/// The same into a recipe, which keeps what the value does not name.
void read_recipe(const nlohmann::ordered_json& json, const std::string& path, Recipe& recipe);
/// What the method's row says, whatever the network; Recipe{} for an unknown method.
Recipe plain_recipe(const std::string& method, bool language = false);
/// All of a value but its lanes, which come out empty. Throws likewise.
ExperimentSpec spec_without_lanes(nlohmann::ordered_json json);
/// A text, as it stands in JSON: itself, or where it is no UTF-8 an object with its bytes.
nlohmann::ordered_json text_value(const std::string& text);
/// The text of a value in one of these two forms. Throws std::invalid_argument that begins with the path.
std::string text_of(const nlohmann::ordered_json& value, const std::string& path);
/// Throws std::invalid_argument "PATH: expected …, found …".
[[noreturn]] void refuse_value(const std::string& path, const std::string& expected,
                               const nlohmann::ordered_json& found);
/// Whether a value is a text in one of these two forms.
bool is_text(const nlohmann::ordered_json& value);

/// The default recipe of a method. Throws std::invalid_argument "method: expected one of …".
nlohmann::ordered_json default_recipe(const std::string& method, const LaneBasis& basis);
/// `base` with what `patch` names: objects field by field, all else whole.
nlohmann::ordered_json merged(nlohmann::ordered_json base, const nlohmann::ordered_json& patch);
/// What of `value` is unlike `base`, in the shape that merged() takes; an empty object where nothing is.
nlohmann::ordered_json differences(const nlohmann::ordered_json& value, const nlohmann::ordered_json& base);
/// Whether `value` names every field that `all` has.
bool names_all(const nlohmann::ordered_json& value, const nlohmann::ordered_json& all);

/// One leaf of a value: "lanes[0].recipe.optimiser.rate" as its keys.
struct Leaf {
    std::vector<std::string> keys;
    nlohmann::ordered_json value;
};
/// All of them; a list of plain values and a text are one leaf. @param keys lead to the value
std::vector<Leaf> leaves_of(const nlohmann::ordered_json& value, const std::vector<std::string>& keys = {});
/// The keys as a path again.
std::string path_of(const std::vector<std::string>& keys);

/// "field=value" taken apart.
struct Assignment {
    std::vector<std::string> keys; ///< "lanes", "1", "recipe", "alpha"
    std::string path, text;
};
/// Throws std::invalid_argument where it is none.
Assignment assignment_of(const std::string& text);
/// A sentence that begins with a path, with the path as the assignment has it where it names that field in a
/// short form: "machine.threads: expected …" becomes "threads: expected …".
std::string in_words_of(const Assignment& assignment, const std::string& sentence);
/// Its value for a field that holds `present`: JSON, or the bare text where that is no JSON or the field
/// holds a text.
nlohmann::ordered_json assigned_value(const Assignment& assignment, const nlohmann::ordered_json& present);
/// The field, or null where there is none.
const nlohmann::ordered_json* find_value(const nlohmann::ordered_json& root,
                                         const std::vector<std::string>& keys);

} // namespace lab
