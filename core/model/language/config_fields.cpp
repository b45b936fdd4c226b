#include "core/model/language/config_fields.h"

#include "core/base/text.h"

#include <cmath>
#include <stdexcept>

namespace lab {

using Json = nlohmann::json;

void ConfigFields::refuse(const char* key, const std::string& expected) const {
    const std::string found =
        has(key) ? shown(object_[key].dump(-1, ' ', false, Json::error_handler_t::replace)).substr(0, 80)
                 : "nothing";
    throw std::runtime_error(source_ + ": " + key + ": expected " + expected + ", found " + found);
}

std::optional<std::int64_t> ConfigFields::whole(const char* key, std::int64_t least,
                                                std::int64_t most) const {
    if (!has(key))
        return std::nullopt;
    const Json& value = object_[key];
    const bool fits = value.is_number_unsigned()
                          ? value.get<std::uint64_t>() <= static_cast<std::uint64_t>(most)
                          : value.is_number_integer() && value.get<std::int64_t>() <= most;
    if (!fits || value.get<std::int64_t>() < least)
        refuse(key, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return value.get<std::int64_t>();
}

std::int64_t ConfigFields::required(const char* key, std::int64_t least, std::int64_t most) const {
    const auto value = whole(key, least, most);
    if (!value)
        refuse(key, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return *value;
}

std::optional<double> ConfigFields::positive(const char* key) const {
    if (!has(key))
        return std::nullopt;
    if (!object_[key].is_number() || !std::isfinite(object_[key].get<double>()) ||
        object_[key].get<double>() <= 0)
        refuse(key, "a number above 0");
    return object_[key].get<double>();
}

bool ConfigFields::truth(const char* key, bool otherwise) const {
    if (!has(key))
        return otherwise;
    if (!object_[key].is_boolean())
        refuse(key, "true or false");
    return object_[key].get<bool>();
}

std::string ConfigFields::text(const char* key, const std::string& otherwise) const {
    if (!has(key))
        return otherwise;
    if (!object_[key].is_string())
        refuse(key, "a text");
    return object_[key].get<std::string>();
}

} // namespace lab
