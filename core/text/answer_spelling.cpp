#include "core/text/answer_spelling.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace lab {

namespace {

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    std::string out;
    std::size_t begin = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, begin)) {
        const std::size_t end = at + what.size();
        // A command ends where its letters end: \le is not the beginning of \left.
        // Behind another backslash it is none: two of them end a line of a matrix.
        const bool escaped = what[0] == '\\' && at > begin && text[at - 1] == '\\';
        const bool inside =
            what[0] == '\\' && is_letter(what.back()) && end < text.size() && is_letter(text[end]);
        out.append(text, begin, at - begin);
        out += inside || escaped ? what : by;
        begin = end;
    }
    text = out + text.substr(begin);
}

/// Where the group that opens at `open` is closed; npos where it is not.
std::size_t end_of_group(const std::string& text, std::size_t open) {
    int depth = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '{')
            ++depth;
        else if (text[i] == '}' && --depth == 0)
            return i;
    }
    return std::string::npos;
}

/// \text{…} and its kin give what is in them.
void open_text_commands(std::string& text) {
    for (const std::string_view command : {"\\text{", "\\textbf{", "\\textit{", "\\textrm{", "\\mathrm{",
                                           "\\mathbf{", "\\mbox{", "\\operatorname{"}) {
        std::size_t at = 0;
        while ((at = text.find(command, at)) != std::string::npos) {
            const std::size_t open = at + command.size() - 1, close = end_of_group(text, open);
            if (close == std::string::npos)
                break;
            text = text.substr(0, at) + " " + text.substr(open + 1, close - open - 1) + " " +
                   text.substr(close + 1);
        }
    }
}

std::string single_spaced(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '~';
        if (!space)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    return trimmed(out);
}

/// "5 miles per hour" to "5": words of two letters and more, or one of the letters that are units, behind a
/// value that does not end in an open operation.
void take_unit(AnswerSpelling& spelling) {
    static constexpr std::array<std::string_view, 8> short_units = {"m", "g", "s", "h", "L", "J", "N", "K"};
    std::string& text = spelling.text;
    const std::size_t value = text.find_first_of("0123456789");
    if (value == std::string::npos)
        return;
    // The first word such that all behind it are words.
    std::size_t cut = text.size();
    for (std::size_t end = text.size(); end > 0;) {
        std::size_t begin = end;
        while (begin > 0 && (is_letter(text[begin - 1]) || text[begin - 1] == '.'))
            --begin;
        const std::string_view word = std::string_view(text).substr(begin, end - begin);
        const bool is_unit = std::find(short_units.begin(), short_units.end(), word) != short_units.end();
        const bool after_space = begin > 0 && text[begin - 1] == ' ';
        const bool after_digit = begin > 0 && is_digit(text[begin - 1]);
        if (word.empty() || begin == 0 || !(after_space || (after_digit && word.size() > 1)) ||
            !((word.size() > 1 && word.find_first_not_of('.') != std::string_view::npos) || is_unit))
            break;
        cut = begin;
        end = begin - (after_space ? 1 : 0);
        if (after_digit)
            break;
    }
    if (cut <= value || cut == text.size())
        return;
    const std::string before = trimmed(std::string_view(text).substr(0, cut));
    if (before.empty() || !(is_digit(before.back()) || before.back() == '}' || before.back() == ')'))
        return;
    spelling.unit = text.substr(cut);
    for (char& c : spelling.unit)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    std::erase(spelling.unit, '.');
    text = before;
}

/// "x = 5" and "x \in (1, 2)" give what stands on the right.
void take_name(std::string& text) {
    for (const std::string_view sign : {"=", "\\in"}) {
        const std::size_t at = text.find(sign), behind = at + sign.size();
        if (at == std::string::npos || text.find('=', at + 1) != std::string::npos ||
            (sign[0] == '\\' && behind < text.size() && is_letter(text[behind]))) // \in, not \infty
            continue;
        const std::string left = trimmed(std::string_view(text).substr(0, at));
        const bool name = !left.empty() && left.size() <= 4 && is_letter(left[0]) &&
                          std::all_of(left.begin(), left.end(), [](char c) {
                              return is_letter(c) || c == '(' || c == ')' || c == '_';
                          });
        if (name)
            text = trimmed(std::string_view(text).substr(at + sign.size()));
    }
}

} // namespace

AnswerSpelling answer_spelling(std::string_view answer) {
    AnswerSpelling spelling;
    std::string& text = spelling.text;
    text = std::string(answer);
    for (const auto& [what, by] : std::initializer_list<std::pair<const char*, const char*>>{
             {"\\left", ""},        {"\\right", ""},       {"\\!", ""},
             {"\\,", ""},           {"\\;", " "},          {"\\:", " "},
             {"\\ ", " "},          {"\\quad", " "},       {"\\displaystyle", ""},
             {"\\dfrac", "\\frac"}, {"\\tfrac", "\\frac"}, {"\\cfrac", "\\frac"},
             {"{,}", ","},          {"\\$", ""},           {"$", ""},
             {"\\(", ""},           {"\\)", ""},           {"^{\\circ}", ""},
             {"^\\circ", ""},       {"\u00b0", ""},        {"\u2212", "-"},
             {"\\lbrace", "\\{"},   {"\\rbrace", "\\}"},   {"\\lvert", "|"},
             {"\\rvert", "|"},      {"\\leq", "\\le"},     {"\\geq", "\\ge"},
             {"\\neq", "\\ne"}})
        replace_all(text, what, by);
    open_text_commands(text);
    for (const std::string_view sign : {"\\%", "%"}) {
        spelling.percent = spelling.percent || text.find(sign) != std::string::npos;
        replace_all(text, sign, "");
    }
    text = single_spaced(text);
    while (!text.empty() && (text.back() == '.' || text.back() == ',' || text.back() == ' '))
        text.pop_back();
    take_name(text);
    take_unit(spelling);
    return spelling;
}

AnswerParts answer_parts(const std::string& whole) {
    AnswerParts result;
    std::string text = whole;
    const bool set = text.starts_with("\\{") && text.ends_with("\\}") && text.size() >= 4;
    const auto encloses = [&](std::size_t lead) {
        // Whether the first bracket is closed by the last one and not before.
        int depth = 0;
        for (std::size_t i = lead; i < text.size(); ++i) {
            const char c = text[i];
            if (c == '(' || c == '[' || c == '{')
                ++depth;
            else if ((c == ')' || c == ']' || c == '}') && --depth == 0)
                return i + 1 == text.size();
        }
        return false;
    };
    const auto comma_outside = [](const std::string& of) {
        int depth = 0;
        for (const char c : of) {
            depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
            if (c == ',' && depth == 0)
                return true;
        }
        return false;
    };
    if (set && encloses(1)) {
        result.open = '{';
        result.close = '}';
        text = text.substr(2, text.size() - 4);
    } else if (text.size() >= 2 && (text[0] == '(' || text[0] == '[') &&
               (text.back() == ')' || text.back() == ']') && encloses(0) &&
               comma_outside(text.substr(1, text.size() - 2))) {
        result.open = text[0];
        result.close = text.back();
        text = text.substr(1, text.size() - 2);
    }
    if (result.open == '\0') {
        replace_all(text, " and ", ",");
        replace_all(text, " or ", ",");
        replace_all(text, "\\cup", ",");
    }
    std::vector<std::string> pieces(1);
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
        const auto digit_at = [&](std::size_t k) { return k < text.size() && is_digit(text[k]); };
        const bool thousands = result.open == '\0' && i > 0 && is_digit(text[i - 1]) && digit_at(i + 1) &&
                               digit_at(i + 2) && digit_at(i + 3) && !digit_at(i + 4);
        if (c != ',' || depth != 0)
            pieces.back() += c;
        else if (!thousands)
            pieces.emplace_back();
    }
    for (const std::string& piece : pieces) {
        const std::string part = trimmed(piece);
        const std::size_t sign = part.find("\\pm");
        if (sign != std::string::npos && result.open == '\0' &&
            part.find("\\pm", sign + 1) == std::string::npos) {
            result.parts.push_back(trimmed(part.substr(0, sign) + "+" + part.substr(sign + 3)));
            result.parts.push_back(trimmed(part.substr(0, sign) + "-" + part.substr(sign + 3)));
        } else if (!part.empty()) {
            result.parts.push_back(part);
        }
    }
    return result;
}

} // namespace lab
