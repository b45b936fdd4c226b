#include "core/base/json_values.h"

#include "core/base/text.h"

#include <set>
#include <vector>

namespace lab {

std::string dumped(const nlohmann::ordered_json& json, int indent) {
    return json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

void expect_shallow(std::string_view json, const std::string& subject) {
    constexpr int deepest = 64;
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (quoted && c == '\\')
            ++i; // the character behind it is no quotation mark
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '[' || c == '{') && ++depth > deepest)
            throw std::invalid_argument(subject + ": expected lists and objects at most " +
                                        std::to_string(deepest) + " deep, found more");
        else if (!quoted && (c == ']' || c == '}'))
            --depth;
    }
}

void expect_range(const char* field, std::int64_t found, std::int64_t least, std::int64_t most) {
    if (found < least || found > most)
        throw std::invalid_argument("\"" + std::string(field) + "\": expected " + std::to_string(least) +
                                    " to " + std::to_string(most) + ", found " + std::to_string(found));
}

nlohmann::ordered_json parsed_json(std::string_view text) {
    using Json = nlohmann::ordered_json;
    std::vector<std::set<std::string>> keys;
    const auto watch = [&](int, Json::parse_event_t event, Json& value) {
        if (event == Json::parse_event_t::object_start)
            keys.emplace_back();
        else if (event == Json::parse_event_t::object_end)
            keys.pop_back();
        else if (event == Json::parse_event_t::key && !keys.back().insert(value.get<std::string>()).second)
            throw std::invalid_argument(shown(value.get<std::string>()) +
                                        ": expected once in its object, found again");
        return true;
    };
    return Json::parse(text, watch);
}

} // namespace lab
