#include "core/experiment/json_values.h"

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

} // namespace lab
