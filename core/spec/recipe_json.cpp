#include "core/base/json_values.h"
#include "core/base/text.h"
#include "core/recipe/recipe_fields.h"
#include "core/spec/spec_values.h"

#include <stdexcept>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

Json written(const FieldValue& value) {
    if (const auto* flag = std::get_if<bool>(&value))
        return *flag;
    if (const auto* number = std::get_if<double>(&value))
        return *number;
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return *whole;
    if (const auto* text = std::get_if<std::string>(&value))
        return *text;
    Json list = Json::array();
    for (const std::string& text : std::get<std::vector<std::string>>(value))
        list.push_back(text_value(text));
    return list;
}

FieldValue read(const RecipeField& field, const Json& json, const std::string& path) {
    switch (field.access.kind) {
    case FieldKind::flag:
        if (!json.is_boolean())
            refuse_value(path, "true or false", json);
        return json.get<bool>();
    case FieldKind::number:
        if (!json.is_number())
            refuse_value(path, "a number", json);
        return json.get<double>();
    case FieldKind::whole:
        if (!fits<std::int64_t>(json))
            refuse_value(path, "a whole number", json);
        return json.get<std::int64_t>();
    case FieldKind::choice:
        if (!json.is_string() || !is_allowed(field, json.get<std::string>()))
            refuse_value(path, expected_of(field), json);
        return json.get<std::string>();
    case FieldKind::texts:
        break;
    }
    if (!json.is_array())
        refuse_value(path, "a list", json);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < json.size(); ++i)
        texts.push_back(text_of(json[i], path + "[" + std::to_string(i) + "]"));
    return texts;
}

/// "alignment" of "alignment.alpha"; empty for a field that stands in no object of its own.
std::string object_of(const RecipeField& field) {
    const std::size_t dot = field.path.find('.');
    return dot == std::string::npos ? "" : field.path.substr(0, dot);
}

void expect_object(const Json& json, const std::string& path) {
    if (!json.is_object())
        refuse_value(path, "an object", json);
}

void refuse_unknown_keys(const Json& json, const std::string& path) {
    for (const auto& [key, value] : json.items()) {
        const std::string inner = path + "." + shown(key);
        bool known = false, holds_fields = false;
        for (const RecipeField& field : recipe_fields()) {
            known = known || (field.path == key && object_of(field).empty());
            holds_fields = holds_fields || object_of(field) == key;
        }
        if (!known && !holds_fields)
            throw std::invalid_argument(inner + ": unknown key");
        if (!holds_fields)
            continue;
        expect_object(value, inner);
        for (const auto& [name, item] : value.items())
            if (find_recipe_field(key + "." + name) == nullptr)
                throw std::invalid_argument(inner + "." + shown(name) + ": unknown key");
    }
}

} // namespace

Json recipe_value(const Recipe& recipe, Unset unset, const Recipe& beside) {
    Json json = Json::object();
    for (const RecipeField& field : recipe_fields()) {
        const FieldValue value = field.get(recipe), initial = field.initial();
        if (unset == Unset::left_out && !field.first_format && value == initial &&
            field.get(beside) == initial)
            continue;
        const std::string object = object_of(field);
        (object.empty() ? json : json[object])[field.name()] = written(value);
    }
    return json;
}

void read_recipe(const Json& json, const std::string& path, Recipe& recipe) {
    expect_object(json, path);
    refuse_unknown_keys(json, path);
    for (const RecipeField& field : recipe_fields()) {
        const std::string object = object_of(field);
        if (!object.empty() && !json.contains(object))
            continue;
        const Json& holder = object.empty() ? json : json[object];
        if (holder.contains(field.name()))
            field.set(recipe, read(field, holder[field.name()], path + "." + field.path));
    }
}

Recipe recipe_from_value(const Json& json, const std::string& path) {
    Recipe recipe;
    read_recipe(json, path, recipe);
    return recipe;
}

Recipe plain_recipe(const std::string& method, bool language) {
    for (const NamedRecipe& row : language ? language_recipes() : named_recipes())
        if (row.id == method)
            return row.recipe;
    return {};
}

} // namespace lab
