#include "core/lesson/lesson_reader.h"

#include "core/base/input_file.h"

#include "core/base/json_lines.h"
#include "core/base/json_values.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace lab {

std::string joined(const std::string& field, const std::string& key) {
    return field.empty() ? key : field + "." + key;
}

LessonFile::LessonFile(const std::string& path) : path_(path) {
    expect_regular_file(path, "a lesson"); // a pipe would be waited for
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in)
        throw std::runtime_error(path + ": cannot be read: " + std::strerror(errno));
    expect_shallow(text, path);
    try {
        root_ = Json::parse(text);
    } catch (const Json::parse_error& fault) {
        // The byte of the fault is counted from 1 and points behind it.
        const std::size_t offset = fault.byte > 0 ? fault.byte - 1 : 0;
        throw std::runtime_error(
            path + ":" + std::to_string(line_of_offset(text, offset)) +
            ": is no JSON: a character does not belong there, or one is missing before it");
    } catch (const Json::out_of_range&) {
        throw std::runtime_error(path + ": is no JSON: a number is beyond all bounds");
    }
    lines_ = json_lines(text);
    if (!root_.is_object())
        refuse("", "expected an object, found " + root_.dump().substr(0, 60));
}

void LessonFile::refuse(const std::string& field, const std::string& what) const {
    // A field that is not there is told at the line of what should hold it.
    std::string pointer = json_pointer_of(field);
    while (!pointer.empty() && !lines_.contains(pointer))
        pointer.erase(pointer.rfind('/'));
    const auto line = lines_.find(pointer);
    throw std::runtime_error(path_ + ":" + std::to_string(line == lines_.end() ? 1 : line->second) + ": " +
                             (field.empty() ? "" : field + ": ") + what);
}

void LessonFile::refuse(const std::string& field, const std::string& expected, const Json& found) const {
    refuse(field,
           "expected " + expected + ", found " + (found.is_null() ? "nothing" : found.dump().substr(0, 60)));
}

namespace {

const LessonFile::Json& item(const LessonFile::Json& object, const char* key) {
    static const LessonFile::Json none;
    return object.contains(key) ? object[key] : none;
}

} // namespace

std::string LessonFile::text(const Json& object, const std::string& field, const char* key) const {
    const Json& found = item(object, key);
    if (!found.is_string() || found.get<std::string>().empty())
        refuse(joined(field, key), "a text", found);
    return found.get<std::string>();
}

int LessonFile::whole(const Json& object, const std::string& field, const char* key, int otherwise,
                      int least) const {
    if (!object.contains(key))
        return otherwise;
    if (!object[key].is_number_integer() || object[key].get<std::int64_t>() < least ||
        object[key].get<std::int64_t>() > 1'000'000)
        refuse(joined(field, key), "a whole number, " + std::to_string(least) + " or more", object[key]);
    return object[key].get<int>();
}

double LessonFile::number(const Json& object, const std::string& field, const char* key) const {
    const Json& found = item(object, key);
    if (!found.is_number())
        refuse(joined(field, key), "a number", found);
    return found.get<double>();
}

const LessonFile::Json& LessonFile::list(const Json& object, const std::string& field,
                                         const char* key) const {
    static const Json empty = Json::array();
    if (!object.contains(key))
        return empty;
    if (!object[key].is_array())
        refuse(joined(field, key), "a list", object[key]);
    return object[key];
}

void LessonFile::only(const Json& object, const std::string& field,
                      std::initializer_list<const char*> known) const {
    if (!object.is_object())
        refuse(field, "an object", object);
    std::string all;
    for (const char* key : known)
        all += (all.empty() ? "" : ", ") + std::string(key);
    for (const auto& [key, value] : object.items())
        if (std::none_of(known.begin(), known.end(), [&, k = key](const char* name) { return k == name; }))
            refuse(joined(field, key), "unknown key; expected one of " + all);
}

} // namespace lab
