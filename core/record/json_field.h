#pragma once

#include <nlohmann/json.hpp>

#include <stdexcept>
#include <string>

namespace lab {

/// What stands under a name. Throws std::runtime_error "has no "NAME"", a sentence without a subject.
inline const nlohmann::ordered_json& field_of(const nlohmann::ordered_json& json, const char* name) {
    if (!json.contains(name))
        throw std::runtime_error(std::string("has no \"") + name + "\"");
    return json[name];
}

} // namespace lab
