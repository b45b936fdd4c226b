#include "core/spec/spec_json.h"

#include "core/base/base64.h"
#include "core/base/json_values.h"
#include "core/base/text.h"
#include "core/recipe/recipe_lookup.h"
#include "core/spec/migration.h"
#include "core/spec/names.h"
#include "core/spec/spec_fields.h"
#include "core/spec/spec_modality.h"
#include "core/spec/spec_values.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <limits>
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

/// Whole numbers beyond 64 bits are floating-point numbers to the library, which would tell of "1.8e+19".
std::string found_text(const Json& found) {
    constexpr double beyond = 0x1p63, most_digits = 1e30;
    if (!found.is_number_float() || std::abs(found.get<double>()) < beyond ||
        std::abs(found.get<double>()) > most_digits)
        return dumped(found).substr(0, 80);
    char digits[48];
    std::snprintf(digits, sizeof digits, "%.0f", found.get<double>());
    return digits;
}

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
    } else if constexpr (std::is_same_v<T, Recipe>) {
        return recipe_value(value, unset);
    } else if constexpr (NamedEnum<T>) {
        return name_of(value);
    } else if constexpr (IsVector<T>::value) {
        Json list = Json::array();
        for (const auto& item : value)
            list.push_back(written(item, unset));
        return list;
    } else if constexpr (IsOptional<T>::value) {
        return written(*value, unset);
    } else if constexpr (std::is_same_v<T, std::string>) {
        return text_value(value);
    } else if constexpr (std::is_arithmetic_v<T>) {
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
                throw std::invalid_argument(shown(path.empty() ? key : path + "." + key) + ": unknown key");
    }
};

template <typename T>
void read_number(const Json& json, const std::string& path, T& value) {
    if constexpr (std::is_same_v<T, bool>) {
        if (!json.is_boolean())
            refuse_value(path, "true or false", json);
        value = json.get<bool>();
    } else if constexpr (std::is_integral_v<T>) {
        if (!fits<T>(json))
            refuse_value(path,
                         std::is_unsigned_v<T>
                             ? "a whole number from 0 to " + std::to_string(std::numeric_limits<T>::max())
                             : "a whole number",
                         json);
        value = json.get<T>();
    } else {
        if (!json.is_number())
            refuse_value(path, "a number", json);
        value = json.get<T>();
    }
}

template <typename T>
void read(const Json& json, const std::string& path, T& value) {
    if constexpr (std::is_same_v<T, Recipe>) {
        read_recipe(json, path, value);
    } else if constexpr (std::is_same_v<T, CorruptionKind>) {
        if (!json.is_string())
            refuse_value(path, "the name of a corruption", json);
        try {
            value = corruption_from_string(json.get<std::string>());
        } catch (const std::invalid_argument& fault) {
            throw std::invalid_argument(path + ": " + fault.what());
        }
    } else if constexpr (NamedEnum<T>) {
        const auto named = json.is_string() ? value_named<T>(json.get<std::string>()) : std::nullopt;
        if (!named)
            refuse_value(path, "one of " + known_names<T>(), json);
        value = *named;
    } else if constexpr (IsOptional<T>::value) {
        if (json.is_null() || (json.is_string() && json.get_ref<const std::string&>().empty()))
            value.reset();
        else
            read(json, path, value.emplace());
    } else if constexpr (IsVector<T>::value) {
        if (!json.is_array())
            refuse_value(path, "a list", json);
        value.clear();
        for (std::size_t i = 0; i < json.size(); ++i)
            read(json[i], path + "[" + std::to_string(i) + "]", value.emplace_back());
    } else if constexpr (std::is_arithmetic_v<T>) {
        read_number(json, path, value);
    } else if constexpr (std::is_same_v<T, std::string>) {
        value = text_of(json, path);
    } else {
        if (!json.is_object())
            refuse_value(path, "an object", json);
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

/// Brings the fields to their present places and takes away what is around them.
/// @return the version that the text had
int prepare(Json& json) {
    if (!json.is_object())
        throw std::invalid_argument("specification: expected a JSON object, found " +
                                    dumped(json).substr(0, 80));
    return migrate_experiment(json);
}

/// What is wrong is told with the paths of the version that was read.
template <typename Work>
auto in_words_of(int version, Work work) {
    try {
        return work();
    } catch (const std::invalid_argument& fault) {
        throw std::invalid_argument(version == 1 ? in_words_of_version_1(fault.what()) : fault.what());
    }
}

/// What a lane's recipe does not tell is the default of its method.
void fill_in(Json& lane, const std::string& path, const LaneBasis& basis) {
    const bool named = lane.contains("method");
    if (named && !lane["method"].is_string())
        return; // refused when it is read
    try {
        const std::string method = named ? lane["method"].get<std::string>() : LaneSpec().method;
        const Recipe& plain = recipe_row(method, basis.language).recipe;
        const Json given = lane.contains("recipe") ? lane["recipe"] : Json::object();
        if (names_all(given, recipe_value(plain, Unset::left_out)))
            return; // the model's file, which may be elsewhere by now, is not asked for
        if (!basis.language)
            expect_known_defaults(basis.model, basis.options);
        lane["recipe"] = merged(default_recipe(method, basis), given);
    } catch (const std::invalid_argument& fault) {
        throw std::invalid_argument(path + "." + fault.what());
    }
}

} // namespace

Json text_value(const std::string& text) {
    if (is_utf8(text))
        return text;
    return {{"shown", shown(text)}, {"base64url", base64url(text)}};
}

std::string text_of(const Json& value, const std::string& path) {
    if (value.is_string())
        return value.get<std::string>();
    if (!is_text(value))
        refuse_value(path, "a text", value);
    try {
        return from_base64url(value["base64url"].get<std::string>());
    } catch (const std::invalid_argument& fault) {
        throw std::invalid_argument(path + ".base64url: " + fault.what());
    }
}

void refuse_value(const std::string& path, const std::string& expected, const Json& found) {
    throw std::invalid_argument(path + ": expected " + expected + ", found " + found_text(found));
}

bool is_text(const Json& value) {
    return value.is_string() ||
           (value.is_object() && value.contains("base64url") && value["base64url"].is_string());
}

Json spec_value(const ExperimentSpec& spec, Unset unset) {
    Json json = {{"version", experiment_version}};
    json.update(written(spec, unset));
    // What a recipe leaves out is read as the method's.
    for (std::size_t i = 0; i < spec.lanes.size(); ++i)
        json["lanes"][i]["recipe"] =
            recipe_value(spec.lanes[i].recipe, unset, plain_recipe(spec.lanes[i].method, is_language(spec)));
    if (unset == Unset::left_out)
        leave_out_foreign(spec, json);
    return json;
}

ExperimentSpec spec_without_lanes(Json json) {
    const int version = prepare(json);
    json.erase("lanes");
    ExperimentSpec spec;
    in_words_of(version, [&] { read(json, "", spec); });
    return spec;
}

ExperimentSpec spec_from_value(Json json) {
    return in_words_of(prepare(json), [&] {
        const LaneBasis basis = lane_basis(spec_without_lanes(json));
        if (json.contains("lanes") && json["lanes"].is_array())
            for (std::size_t i = 0; i < json["lanes"].size(); ++i)
                if (Json& lane = json["lanes"][i]; lane.is_object())
                    fill_in(lane, "lanes[" + std::to_string(i) + "]", basis);
        ExperimentSpec spec;
        read(json, "", spec);
        return spec;
    });
}

std::string to_json(const ExperimentSpec& spec) {
    return dumped(spec_value(spec), 2);
}

ExperimentSpec spec_from_json(const std::string& text) {
    expect_shallow(text, "specification");
    try {
        Json value = parsed_json(text);
        in_words_of(prepare(value), [&] { expect_no_foreign(value); });
        return spec_from_value(parsed_json(text));
    } catch (const Json::exception& fault) { // besides bad grammar, numbers beyond all bounds
        throw std::invalid_argument("specification: no JSON: " + words_of(fault));
    }
}

std::string to_json(const Recipe& recipe) {
    return dumped(recipe_value(recipe, Unset::left_out));
}

Recipe recipe_from_json(const std::string& text) {
    expect_shallow(text, "recipe");
    try {
        return recipe_from_value(parsed_json(text), "recipe");
    } catch (const Json::exception& fault) {
        throw std::invalid_argument("recipe: no JSON: " + words_of(fault));
    }
}

} // namespace lab
