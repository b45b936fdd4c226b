#include "core/experiment/spec_json.h"

#include "core/experiment/json_values.h"
#include "core/experiment/names.h"
#include "core/experiment/spec_fields.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <set>
#include <stdexcept>
#include <type_traits>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

template <typename T>
concept NamedEnum = requires {
    Names<T>::rows;
};
template <typename T>
struct IsVector : std::false_type {};
template <typename T>
struct IsVector<std::vector<T>> : std::true_type {};

template <typename T>
struct IsOptional : std::false_type {};
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type {};

[[noreturn]] void refuse(const std::string& path, const std::string& expected, const Json& found) {
    throw std::invalid_argument(path + ": expected " + expected + ", found " + found.dump().substr(0, 80));
}

/// Fields that are not set: in files they are left out; to set one by its path they must be there.
enum class Unset { left_out, listed };

template <typename T>
Json written(const T& value, Unset unset);

struct Writer {
    Json& object;
    Unset unset;
    template <typename T>
    void operator()(const char* key, T& value) {
        if constexpr (std::is_same_v<T, ModelOptions>) {
            if (unset == Unset::left_out && value == T{})
                return;
        } else if constexpr (IsOptional<T>::value) {
            if (!value) { // a text that is not set is an empty one, so that any value set is taken as text
                if (unset == Unset::listed)
                    object[key] = std::is_same_v<T, std::optional<std::string>> ? Json("") : Json();
                return;
            }
        }
        object[key] = written(value, unset);
    }
};

template <typename T>
Json written(const T& value, Unset unset) {
    if constexpr (std::is_same_v<T, CorruptionKind>) {
        return to_string(value);
    } else if constexpr (NamedEnum<T>) {
        return name_of(value);
    } else if constexpr (IsVector<T>::value) {
        Json list = Json::array();
        for (const auto& item : value)
            list.push_back(written(item, unset));
        return list;
    } else if constexpr (IsOptional<T>::value) {
        return written(*value, unset);
    } else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
        return value;
    } else {
        Json object = Json::object();
        Writer writer{object, unset};
        fields(writer, const_cast<T&>(value)); // a writer only reads
        return object;
    }
}

template <typename T>
void read(const Json& json, const std::string& path, T& value);

/// Reads the fields of one object and remembers their keys, to refuse the rest.
struct Reader {
    const Json& object;
    std::string path;
    std::set<std::string> known;

    template <typename T>
    void operator()(const char* key, T& value) {
        known.insert(key);
        if (object.contains(key))
            read(object[key], path.empty() ? key : path + "." + key, value);
    }

    void refuse_unknown_keys() const {
        for (const auto& [key, value] : object.items())
            if (!known.contains(key))
                throw std::invalid_argument((path.empty() ? key : path + "." + key) + ": unknown key");
    }
};

template <typename T>
void read_number(const Json& json, const std::string& path, T& value) {
    if constexpr (std::is_same_v<T, bool>) {
        if (!json.is_boolean())
            refuse(path, "true or false", json);
        value = json.get<bool>();
    } else if constexpr (std::is_integral_v<T>) {
        if (!fits<T>(json))
            refuse(path, std::is_unsigned_v<T> ? "a whole number, 0 or more" : "a whole number", json);
        value = json.get<T>();
    } else {
        if (!json.is_number())
            refuse(path, "a number", json);
        value = json.get<T>();
    }
}

template <typename T>
void read(const Json& json, const std::string& path, T& value) {
    if constexpr (std::is_same_v<T, CorruptionKind>) {
        if (!json.is_string())
            refuse(path, "the name of a corruption", json);
        try {
            value = corruption_from_string(json.get<std::string>());
        } catch (const std::invalid_argument& fault) {
            throw std::invalid_argument(path + ": " + fault.what());
        }
    } else if constexpr (NamedEnum<T>) {
        const auto named = json.is_string() ? value_named<T>(json.get<std::string>()) : std::nullopt;
        if (!named)
            refuse(path, "one of " + known_names<T>(), json);
        value = *named;
    } else if constexpr (IsOptional<T>::value) {
        if (json.is_null() || json == "")
            value.reset();
        else
            read(json, path, value.emplace());
    } else if constexpr (IsVector<T>::value) {
        if (!json.is_array())
            refuse(path, "a list", json);
        value.clear();
        for (std::size_t i = 0; i < json.size(); ++i)
            read(json[i], path + "[" + std::to_string(i) + "]", value.emplace_back());
    } else if constexpr (std::is_arithmetic_v<T>) {
        read_number(json, path, value);
    } else if constexpr (std::is_same_v<T, std::string>) {
        if (!json.is_string())
            refuse(path, "a text", json);
        value = json.get<std::string>();
    } else {
        if (!json.is_object())
            refuse(path, "an object", json);
        if constexpr (std::is_same_v<T, LaneSpec>)
            if (json.contains("method") && json["method"].is_string())
                try {
                    value.recipe = make_lane(json["method"].get<std::string>()).recipe;
                } catch (const std::invalid_argument& fault) {
                    throw std::invalid_argument(path + "." + fault.what());
                }
        Reader reader{json, path, {}};
        fields(reader, value);
        reader.refuse_unknown_keys();
    }
}

/// Without the library's "[json.exception.parse_error.101] " in front.
std::string words_of(const Json::exception& fault) {
    const std::string words = fault.what();
    const std::size_t end = words.find("] ");
    return words.starts_with('[') && end != std::string::npos ? words.substr(end + 2) : words;
}

ExperimentSpec spec_from(Json json) {
    if (!json.is_object())
        throw std::invalid_argument("specification: expected a JSON object, found " +
                                    json.dump().substr(0, 80));
    if (json.contains("version") && json["version"] != ExperimentSpec::version)
        refuse("version", std::to_string(ExperimentSpec::version), json["version"]);
    json.erase("version");
    ExperimentSpec spec;
    read(json, "", spec);
    return spec;
}

Json json_of(const ExperimentSpec& spec, Unset unset = Unset::left_out) {
    Json json = {{"version", ExperimentSpec::version}};
    json.update(written(spec, unset));
    return json;
}

/// "lanes[1].recipe.alpha" to the JSON pointer "/lanes/1/recipe/alpha".
std::string pointer_of(const std::string& path) {
    std::string pointer = "/";
    for (const char c : path)
        if (c == '.' || c == '[')
            pointer += '/';
        else if (c == '~' || c == '/')
            pointer += c == '~' ? "~0" : "~1";
        else if (c != ']')
            pointer += c;
    return pointer;
}

} // namespace

std::string to_json(const ExperimentSpec& spec) {
    return json_of(spec).dump(2);
}

ExperimentSpec spec_from_json(const std::string& text) {
    expect_shallow(text, "specification");
    try {
        return spec_from(Json::parse(text));
    } catch (const Json::exception& fault) { // besides bad grammar, numbers beyond all bounds
        throw std::invalid_argument("specification: no JSON: " + words_of(fault));
    }
}

std::string to_json(const Recipe& recipe) {
    return written(recipe, Unset::left_out).dump();
}

Recipe recipe_from_json(const std::string& text) {
    expect_shallow(text, "recipe");
    try {
        Recipe recipe;
        read(Json::parse(text), "recipe", recipe);
        return recipe;
    } catch (const Json::exception& fault) {
        throw std::invalid_argument("recipe: no JSON: " + words_of(fault));
    }
}

void set_field(ExperimentSpec& spec, const std::string& assignment) {
    const auto equals = assignment.find('=');
    if (equals == std::string::npos || equals == 0)
        throw std::invalid_argument("\"" + assignment + "\": expected field=value");
    const std::string path = assignment.substr(0, equals), text = assignment.substr(equals + 1);
    Json json = json_of(spec, Unset::listed);
    const Json::json_pointer pointer(pointer_of(path));
    if (!json.contains(pointer))
        throw std::invalid_argument(path + ": unknown key");
    Json value = Json::parse(text, nullptr, false);
    if (value.is_discarded() || (json.at(pointer).is_string() && !value.is_string()))
        value = text;
    json[pointer] = value;
    spec = spec_from(json);
}

} // namespace lab
