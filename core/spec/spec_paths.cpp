#include "core/base/json_values.h"
#include "core/base/text.h"
#include "core/spec/migration.h"
#include "core/spec/spec_json.h"
#include "core/spec/spec_values.h"

#include <charconv>
#include <stdexcept>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;
using Keys = std::vector<std::string>;

Keys keys_of(const std::string& path) {
    Keys keys(1);
    for (const char c : path)
        if (c == '.' || c == '[')
            keys.emplace_back();
        else if (c != ']')
            keys.back() += c;
    return keys;
}

/// The item of that number, or null.
const Json* item_of(const Json& list, const std::string& key) {
    std::size_t index = 0;
    const auto [end, fault] = std::from_chars(key.data(), key.data() + key.size(), index);
    const bool whole = fault == std::errc() && end == key.data() + key.size();
    return whole && index < list.size() ? &list[index] : nullptr;
}

bool is_list_of_objects(const Json& value) {
    return value.is_array() && !value.empty() && value.front().is_object() && !is_text(value.front());
}

} // namespace

Assignment assignment_of(const std::string& text) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
        throw std::invalid_argument("\"" + shown(text) + "\": expected field=value");
    const std::string path = text.substr(0, equals), value = text.substr(equals + 1);
    Keys keys = keys_of(path);
    // "data=cifar-10" is the short form of "data.id=cifar-10"; an object sets the part's fields.
    const Json whole = keys.size() == 1 ? Json::parse(value, nullptr, false) : Json();
    Keys present = present_keys(keys);
    if (whole.is_object() && !is_text(whole) && present.front() == keys.front())
        present = std::move(keys);
    return {std::move(present), path, value};
}

std::string in_words_of(const Assignment& assignment, const std::string& sentence) {
    const std::string present = path_of(assignment.keys);
    const bool names_it = sentence.starts_with(present) &&
                          (sentence.size() == present.size() ||
                           std::string(".:[ ").find(sentence[present.size()]) != std::string::npos);
    return names_it ? assignment.path + sentence.substr(present.size()) : sentence;
}

Json assigned_value(const Assignment& assignment, const Json& present) {
    if (!is_text(present))
        expect_shallow(assignment.text, shown(assignment.path));
    Json value = Json::parse(assignment.text, nullptr, false);
    if (value.is_discarded() || (is_text(present) && !is_text(value)))
        return assignment.text;
    return value;
}

bool assigns(const std::string& text, const std::string& path) {
    const Assignment assignment = assignment_of(text);
    const Json value = Json::parse(assignment.text, nullptr, false);
    for (const Leaf& leaf : leaves_of(value.is_object() ? value : Json(), assignment.keys))
        if (path_of(leaf.keys) == path)
            return true;
    return false;
}

const Json* find_value(const Json& root, const Keys& keys) {
    const Json* found = &root;
    for (const std::string& key : keys) {
        if (found->is_array())
            found = item_of(*found, key);
        else
            found = found->is_object() && !is_text(*found) && found->contains(key) ? &(*found)[key] : nullptr;
        if (found == nullptr)
            return nullptr;
    }
    return found;
}

std::vector<Leaf> leaves_of(const Json& value, const Keys& keys) {
    const bool list = is_list_of_objects(value);
    if (!list && (!value.is_object() || is_text(value)))
        return {{keys, value}};
    std::vector<Leaf> leaves;
    const auto add = [&](const std::string& key, const Json& item) {
        Keys inner = keys;
        inner.push_back(key);
        const std::vector<Leaf> more = leaves_of(item, inner);
        leaves.insert(leaves.end(), more.begin(), more.end());
    };
    if (list)
        for (std::size_t i = 0; i < value.size(); ++i)
            add(std::to_string(i), value[i]);
    else
        for (const auto& [key, item] : value.items())
            add(key, item);
    return leaves;
}

std::string path_of(const Keys& keys) {
    std::string path;
    for (const std::string& key : keys)
        if (!key.empty() && key.find_first_not_of("0123456789") == std::string::npos)
            path += "[" + key + "]";
        else
            path += (path.empty() ? "" : ".") + key;
    return path;
}

} // namespace lab
