#include "core/text/field_reader.h"

#include "core/base/text.h"

#include <algorithm>

namespace lab {

namespace {

std::string written(const FieldReader::Json& json) {
    std::string text = json.dump(-1, ' ', false, FieldReader::Json::error_handler_t::replace);
    if (text.size() > 120)
        text = shown(text.substr(0, 120)) + "…";
    return text;
}

} // namespace

FieldReader::FieldReader(const Json& json, std::string path) : json_(json), path_(std::move(path)) {
    if (!json.is_object())
        refuse(path_.empty() ? "the file" : path_, "an object", json);
}

std::string FieldReader::path_of(const std::string& field) const {
    return path_.empty() ? field : path_ + "." + field;
}

void FieldReader::refuse(const std::string& path, const std::string& expected, const Json& found) {
    throw std::invalid_argument(path + ": expected " + expected + ", found " + written(found));
}

const FieldReader::Json& FieldReader::value(const char* field) {
    asked_.insert(field);
    const auto found = json_.find(field);
    if (found == json_.end())
        throw std::invalid_argument(path_of(field) + ": expected, and not there");
    return *found;
}

std::string FieldReader::text(const char* field) {
    const Json& found = value(field);
    if (!found.is_string())
        refuse(path_of(field), "a text", found);
    return found.get<std::string>();
}

bool FieldReader::flag(const char* field) {
    const Json& found = value(field);
    if (!found.is_boolean())
        refuse(path_of(field), "true or false", found);
    return found.get<bool>();
}

std::int32_t FieldReader::id(const char* field) {
    const Json& found = value(field);
    if (!found.is_number_integer() || found < 0 || found > 0x7fffffff)
        refuse(path_of(field), "a whole number from 0 to 2147483647", found);
    return found.get<std::int32_t>();
}

void FieldReader::expect_any_of(const char* field, std::initializer_list<Json> allowed) {
    if (!has(field))
        return;
    const Json& found = value(field);
    if (std::find(allowed.begin(), allowed.end(), found) != allowed.end())
        return;
    std::string names;
    for (const Json& one : allowed)
        names += (names.empty() ? "" : " or ") + one.dump();
    refuse(path_of(field), names + ", as nothing else is carried out here", found);
}

const FieldReader::Json& FieldReader::list(const char* field) {
    const Json& found = value(field);
    if (!found.is_array())
        refuse(path_of(field), "a list", found);
    return found;
}

void FieldReader::expect_no_more() const {
    for (const auto& [field, found] : json_.items())
        if (!asked_.contains(field))
            throw std::invalid_argument(shown(path_of(field)) +
                                        ": not known here, and nothing may be left out");
}

} // namespace lab
