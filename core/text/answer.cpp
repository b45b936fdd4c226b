#include "core/text/answer.h"

#include "core/base/text.h"
#include "core/text/answer_spelling.h"
#include "core/text/math_expression.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace lab {

namespace {

/// Longer ones are no answers; whatever compares them would take its time.
constexpr std::size_t longest_answer = 2000;
constexpr std::size_t most_parts = 64;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The content of the last \boxed{…} or \fbox{…} that is closed; \boxed 5 gives the word behind it.
std::optional<std::string> last_boxed(std::string_view text) {
    // Each box that is cut off is looked through to the end: a text of nothing else would take squares.
    constexpr int most_boxes = 64;
    std::size_t end = text.size();
    for (int boxes = 0; boxes < most_boxes && end > 0; ++boxes) {
        const std::size_t at = text.substr(0, end).rfind("boxed");
        const std::size_t framed = text.substr(0, end).rfind("\\fbox");
        const bool is_boxed =
            at != std::string_view::npos && (framed == std::string_view::npos || at > framed);
        const std::size_t begin = is_boxed ? at : framed;
        if (begin == std::string_view::npos)
            return std::nullopt;
        end = begin;
        std::size_t i = begin + 5;
        if (i < text.size() && text[i] == '{') {
            int depth = 0;
            for (std::size_t k = i; k < text.size(); ++k) {
                if (text[k] == '\\')
                    ++k;
                else if (text[k] == '{')
                    ++depth;
                else if (text[k] == '}' && --depth == 0)
                    return trimmed(text.substr(i + 1, k - i - 1));
            }
            continue; // cut off
        }
        if (i < text.size() && text[i] == ' ') {
            const std::size_t stop = std::min(text.find_first_of(" $\n,", i + 1), text.size());
            if (stop > i + 1)
                return std::string(text.substr(i + 1, stop - i - 1));
        }
    }
    return std::nullopt;
}

/// From `begin` to the end of the sentence: the line, or a full stop that is no decimal point.
std::string rest_of_sentence(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size() && text[end] != '\n') {
        const bool stop = text[end] == '.' && (end + 1 == text.size() || !is_digit(text[end + 1]));
        if (stop)
            break;
        ++end;
    }
    std::string sentence = trimmed(text.substr(begin, end - begin));
    while (!sentence.empty() &&
           (sentence.front() == ':' || sentence.front() == '*' || sentence.front() == ' '))
        sentence.erase(0, 1);
    while (!sentence.empty() && (sentence.back() == '*' || sentence.back() == '!' || sentence.back() == ' '))
        sentence.pop_back();
    return sentence;
}

std::optional<std::string> behind_phrase(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    constexpr std::string_view phrase = "answer is";
    const std::size_t at = lower.rfind(phrase);
    if (at == std::string::npos)
        return std::nullopt;
    std::string answer = rest_of_sentence(text, at + phrase.size());
    return answer.empty() ? std::nullopt : std::optional(std::move(answer));
}

std::optional<std::string> last_number(std::string_view text) {
    std::size_t end = text.size();
    while (end > 0 && !is_digit(text[end - 1]))
        --end;
    if (end == 0)
        return std::nullopt;
    std::size_t begin = end;
    while (begin > 0 && (is_digit(text[begin - 1]) || ((text[begin - 1] == '.' || text[begin - 1] == ',') &&
                                                       begin > 1 && is_digit(text[begin - 2]))))
        --begin;
    if (begin > 0 && text[begin - 1] == '.')
        --begin;
    const bool minus = begin > 0 && text[begin - 1] == '-' && (begin == 1 || !is_digit(text[begin - 2]));
    std::string number(text.substr(begin - (minus ? 1 : 0), end - begin + (minus ? 1 : 0)));
    std::erase(number, ',');
    return number;
}

std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

/// "(B)" and "B." are B.
std::string plain_choice(std::string text) {
    if (text.size() == 3 && text[0] == '(' && text[2] == ')' &&
        std::isalpha(static_cast<unsigned char>(text[1])) != 0)
        return text.substr(1, 1);
    return text;
}

/// Letters, spaces and hyphens alone: a word, a name, a choice.
bool is_words(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == ' ' || c == '-' || c == '\'';
    });
}

bool equal_words(const std::string& a, const std::string& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
    });
}

bool is_number(const std::string& text) {
    return evaluate_expression(text) && !has_variable(text);
}

bool is_infinite(const std::string& text) {
    const std::string plain = without_spaces(text);
    return plain == "\\infty" || plain == "-\\infty" || plain == "+\\infty";
}

/// "five" may be 5, "none" may be 0; a name is no number.
bool names_number(const std::string& words) {
    static constexpr std::array<std::string_view, 26> names = {
        "zero",     "one",      "two",    "three",  "four",     "five",     "six",     "seven",   "eight",
        "nine",     "ten",      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
        "eighteen", "nineteen", "twenty", "thirty", "hundred",  "thousand", "none",    "infinity"};
    std::string lower = words;
    for (char& c : lower)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return lower.find(name) != std::string::npos; });
}

Verdict judge_one(const AnswerSpelling& found, const AnswerSpelling& expected) {
    const std::string a = plain_choice(found.text), b = plain_choice(expected.text);
    const bool other_unit = !found.unit.empty() && !expected.unit.empty() && found.unit != expected.unit;
    if (without_spaces(a) == without_spaces(b) && !other_unit)
        return Verdict::right;
    const bool words_a = is_words(a) && a.size() > 1, words_b = is_words(b) && b.size() > 1;
    if (words_a && words_b)
        return equal_words(without_spaces(a), without_spaces(b)) ? Verdict::right : Verdict::wrong;
    if (is_words(a) && is_words(b) && a.size() == 1 && b.size() == 1)
        return equal_words(a, b) ? Verdict::right : Verdict::wrong; // choices, or variables
    if (words_a != words_b && (is_number(words_a ? b : a) || is_infinite(words_a ? b : a)))
        return names_number(words_a ? a : b) ? Verdict::undecided : Verdict::wrong;
    if (is_infinite(a) || is_infinite(b)) {
        const bool both = is_infinite(a) && is_infinite(b), other_number = is_number(is_infinite(a) ? b : a);
        if (both)
            return (a[0] == '-') == (b[0] == '-') ? Verdict::right : Verdict::wrong;
        return other_number ? Verdict::wrong : Verdict::undecided;
    }
    bool same = true, same_as_percent = found.percent != expected.percent;
    for (int sample = 0; sample < 4; ++sample) {
        const auto x = evaluate_expression(a, sample), y = evaluate_expression(b, sample);
        if (!x || !y)
            return Verdict::undecided;
        same = same && same_number(*x, *y);
        // 25 % is 0.25, and what asks for percent often expects 25.
        const MathNumber hundred = whole_number_of(100);
        same_as_percent = same_as_percent && same_number(found.percent ? quotient_of(*x, hundred) : *x,
                                                         expected.percent ? quotient_of(*y, hundred) : *y);
    }
    if (!same && !same_as_percent)
        return Verdict::wrong;
    return other_unit ? Verdict::undecided : Verdict::right;
}

Verdict judge_texts(const std::string& found, const std::string& expected, int depth);

/// Part by part; of an unordered list each part looks for one that nobody has taken.
Verdict judge_parts(const AnswerParts& found, const AnswerParts& expected, int depth) {
    if (found.parts.size() != expected.parts.size())
        return Verdict::wrong;
    if (found.parts.size() > most_parts)
        return Verdict::undecided;
    const bool ordered = found.ordered() || expected.ordered();
    if (found.ordered() && expected.ordered() &&
        (found.open != expected.open || found.close != expected.close))
        return Verdict::wrong;
    std::vector<bool> taken(expected.parts.size());
    bool undecided = false;
    for (std::size_t i = 0; i < found.parts.size(); ++i) {
        bool right = false, maybe = false;
        for (std::size_t k = ordered ? i : 0; k < (ordered ? i + 1 : expected.parts.size()) && !right; ++k) {
            const Verdict verdict =
                taken[k] ? Verdict::wrong : judge_texts(found.parts[i], expected.parts[k], depth + 1);
            right = verdict == Verdict::right;
            maybe = maybe || verdict == Verdict::undecided;
            if (right)
                taken[k] = true;
        }
        if (!right && !maybe)
            return Verdict::wrong;
        undecided = undecided || !right;
    }
    return undecided ? Verdict::undecided : Verdict::right;
}

Verdict judge_texts(const std::string& found, const std::string& expected, int depth) {
    constexpr int deepest = 6;
    const AnswerSpelling a = answer_spelling(found), b = answer_spelling(expected);
    if (a.text.empty() || b.text.empty())
        return b.text.empty() ? Verdict::undecided : Verdict::wrong;
    const AnswerParts parts_a = answer_parts(a.text), parts_b = answer_parts(b.text);
    const bool several =
        parts_a.parts.size() > 1 || parts_b.parts.size() > 1 || parts_a.open == '{' || parts_b.open == '{';
    if (several && depth < deepest && without_spaces(a.text) != without_spaces(b.text))
        return judge_parts(parts_a, parts_b, depth);
    if (parts_a.parts.size() != 1 || parts_b.parts.size() != 1)
        return without_spaces(a.text) == without_spaces(b.text) ? Verdict::right : Verdict::undecided;
    AnswerSpelling one = a, other = b;
    one.text = parts_a.parts[0]; // without thousands separators
    other.text = parts_b.parts[0];
    return judge_one(one, other);
}

} // namespace

const char* name_of(AnswerRule rule) {
    switch (rule) {
    case AnswerRule::boxed:
        return "boxed";
    case AnswerRule::hashes:
        return "hashes";
    case AnswerRule::phrase:
        return "phrase";
    case AnswerRule::last_number:
        break;
    }
    return "last number";
}

const char* name_of(Verdict verdict) {
    switch (verdict) {
    case Verdict::right:
        return "right";
    case Verdict::wrong:
        return "wrong";
    case Verdict::undecided:
        break;
    }
    return "undecided";
}

std::optional<ExtractedAnswer> extract_answer(std::string_view text) {
    if (auto answer = last_boxed(text); answer && !answer->empty())
        return ExtractedAnswer{std::move(*answer), AnswerRule::boxed};
    if (const std::size_t at = text.rfind("####"); at != std::string_view::npos) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (std::string answer = trimmed(text.substr(at + 4, end - at - 4)); !answer.empty())
            return ExtractedAnswer{std::move(answer), AnswerRule::hashes};
    }
    if (auto answer = behind_phrase(text))
        return ExtractedAnswer{std::move(*answer), AnswerRule::phrase};
    if (auto answer = last_number(text))
        return ExtractedAnswer{std::move(*answer), AnswerRule::last_number};
    return std::nullopt;
}

Verdict judge_answer(std::string_view found, std::string_view expected) {
    if (trimmed(found) == trimmed(expected) && !trimmed(found).empty())
        return Verdict::right;
    if (found.size() > longest_answer || expected.size() > longest_answer)
        return Verdict::undecided;
    return judge_texts(std::string(found), std::string(expected), 0);
}

} // namespace lab
