#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lab {

/// An answer with its spelling levelled: without \left, \!, dollar signs, display styles, degrees, percent
/// signs, text commands and the unit behind a number.
struct AnswerSpelling {
    std::string text;
    std::string unit; ///< words behind it, in lower case: "cm", "miles per hour"
    bool percent = false;
};
AnswerSpelling answer_spelling(std::string_view answer);

/// An answer of several parts.
struct AnswerParts {
    char open = '\0', close = '\0'; ///< '(' '[' '{'; none of a list without brackets
    std::vector<std::string> parts;
    bool ordered() const { return open == '(' || open == '['; }
};
/// At commas (and "and", "or", \cup) that no bracket holds; one part where there are none. Three digits
/// behind a comma are thousands, unless brackets stand around.
AnswerParts answer_parts(const std::string& text);

} // namespace lab
