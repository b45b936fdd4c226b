#include "core/text/piece_pattern.h"

#include "core/base/text.h"
#include "core/text/unicode.h"

#include <array>
#include <stdexcept>

namespace lab {

namespace {

using enum CharacterClass;

/// One alternative after the other, as the expression lists them; each returns where its match ends, or where
/// it began for none.
class Scanner {
  public:
    Scanner(std::string_view text, PiecePattern pattern) : text_(text), pattern_(pattern) {}

    std::size_t end_of_piece(std::size_t begin) const {
        const bool gpt2 = pattern_ == PiecePattern::gpt2;
        if (const std::size_t end = contraction(begin); end > begin)
            return end;
        if (const std::size_t end = gpt2 ? run_after_space(begin, letter) : letters_after_sign(begin);
            end > begin)
            return end;
        if (const std::size_t end = gpt2 ? run_after_space(begin, number) : numbers(begin); end > begin)
            return end;
        if (const std::size_t end = run_after_space(begin, other); end > begin)
            return gpt2 ? end : run_of_line_ends(end);
        return white_space(begin);
    }

  private:
    CodePoint at(std::size_t i) const {
        const auto byte = static_cast<unsigned char>(text_[i]);
        return byte < 0x80 ? CodePoint{byte, 1} : code_point_at(text_, i);
    }
    bool is(std::size_t i, CharacterClass kind) const {
        return i < text_.size() && character_class(at(i).code) == kind;
    }
    bool is_line_end(std::size_t i) const {
        return i < text_.size() && (text_[i] == '\r' || text_[i] == '\n');
    }
    std::size_t run(std::size_t i, CharacterClass kind) const {
        while (is(i, kind))
            i += at(i).bytes;
        return i;
    }
    std::size_t run_of_line_ends(std::size_t i) const {
        while (is_line_end(i))
            ++i;
        return i;
    }

    /// 's 't 're 've 'm 'll 'd
    std::size_t contraction(std::size_t begin) const {
        if (text_[begin] != '\'')
            return begin;
        const bool any_case = pattern_ != PiecePattern::gpt2;
        const std::string_view rest = text_.substr(begin + 1);
        const auto letter_of = [&](std::size_t i) {
            const char c = i < rest.size() ? rest[i] : '\0';
            return any_case && c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        };
        const char first = letter_of(0);
        if (first == 's' || first == 't' || first == 'm' || first == 'd')
            return begin + 2;
        const char second = letter_of(1);
        if ((first == 'r' && second == 'e') || (first == 'v' && second == 'e') ||
            (first == 'l' && second == 'l'))
            return begin + 3;
        // The long s is an s in another case.
        constexpr std::string_view long_s = "\xc5\xbf";
        return any_case && rest.starts_with(long_s) ? begin + 1 + long_s.size() : begin;
    }

    /// [^\r\n\p{L}\p{N}]?\p{L}+
    std::size_t letters_after_sign(std::size_t begin) const {
        std::size_t i = begin;
        if (!is(i, letter) && !is(i, number) && !is_line_end(i))
            i += at(i).bytes;
        const std::size_t end = run(i, letter);
        return end > i ? end : begin;
    }

    /// \p{N}{1,3} or \p{N}
    std::size_t numbers(std::size_t begin) const {
        std::size_t end = begin;
        const int most = pattern_ == PiecePattern::llama3 ? 3 : 1;
        for (int count = 0; count < most && is(end, number); ++count)
            end += at(end).bytes;
        return end;
    }

    /// A space, if there is one, and what follows of one kind.
    std::size_t run_after_space(std::size_t begin, CharacterClass kind) const {
        const std::size_t i = begin + (text_[begin] == ' ' ? 1 : 0);
        const std::size_t end = run(i, kind);
        return end > i ? end : begin;
    }

    /// \s*[\r\n]+|\s+(?!\S)|\s+ of Llama and Qwen, and the last two of GPT-2.
    std::size_t white_space(std::size_t begin) const {
        std::size_t end = begin, after_line_end = begin, last = begin;
        while (is(end, space)) {
            last = end;
            end += at(end).bytes;
            if (is_line_end(last))
                after_line_end = end;
        }
        if (pattern_ != PiecePattern::gpt2 && after_line_end > begin)
            return after_line_end;
        // The last one goes with what follows, unless it is alone.
        return end == text_.size() || last == begin ? end : last;
    }

    std::string_view text_;
    PiecePattern pattern_;
};

struct KnownExpression {
    PiecePattern pattern;
    const char* expression;
};
constexpr std::array<KnownExpression, 3> known_expressions = {{
    {PiecePattern::gpt2, R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)"},
    {PiecePattern::llama3,
     R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)"},
    {PiecePattern::qwen2,
     R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)"},
}};

} // namespace

PiecePattern piece_pattern_of(const std::string& expression) {
    for (const KnownExpression& known : known_expressions)
        if (expression == known.expression)
            return known.pattern;
    throw std::invalid_argument(
        "expected the pattern of Llama 3, of Qwen 2 to 3 or of GPT-2, found another one: " +
        shown(expression.substr(0, 300)));
}

const char* expression_of(PiecePattern pattern) {
    for (const KnownExpression& known : known_expressions)
        if (known.pattern == pattern)
            return known.expression;
    throw std::invalid_argument("a pattern without an expression");
}

std::vector<std::size_t> piece_ends(std::string_view text, PiecePattern pattern) {
    const Scanner scanner(text, pattern);
    std::vector<std::size_t> ends;
    for (std::size_t begin = 0; begin < text.size(); begin = ends.back())
        ends.push_back(scanner.end_of_piece(begin));
    return ends;
}

std::vector<std::size_t> digit_ends(std::string_view text, bool one_at_a_time) {
    std::vector<std::size_t> ends;
    bool before = false;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = code_point_at(text, i);
        const bool now = is_numeric(point.code);
        i += point.bytes;
        if (!ends.empty() && now == before && !(now && one_at_a_time))
            ends.back() = i;
        else
            ends.push_back(i);
        before = now;
    }
    return ends;
}

} // namespace lab
