#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What the reading of texts asks of Unicode: categories and the composed form, as the reference engine knows
/// them. The reference's parts know different versions of Unicode (its regular expressions 16, its composed
/// form about 9, its digits 17), utf8proc another: characters that are younger are told apart by tables, so
/// that the ids do not depend on the installed utf8proc.
namespace lab {

/// A character and where it lies.
struct CodePoint {
    char32_t code = 0;
    std::size_t bytes = 0; ///< length in UTF-8
};

/// The character at `begin` of a text that is UTF-8 (is_utf8()); `begin` lies before the end.
CodePoint code_point_at(std::string_view text, std::size_t begin);

/// The character that ends at `end` > 0 of a text that is UTF-8.
CodePoint code_point_before(std::string_view text, std::size_t end);

/// What the patterns of pre-tokenisers tell apart: \p{L}, \p{N}, \s, and all else.
enum class CharacterClass : std::uint8_t { letter, number, space, other };
CharacterClass character_class(char32_t code);

/// Numeric for the step "Digits": Nd, Nl or No of Unicode 17.
bool is_numeric(char32_t code);
/// Part of a word for added tokens that are single words: letters, marks, decimal digits, connectors.
bool is_word_character(char32_t code);

/// A text in composed form (NFC), and where its bytes come from.
struct ComposedText {
    std::string text;
    /// For each byte of `text` and for its end: where in the source it begins. Empty: the source was composed
    /// already and nothing has moved.
    std::vector<std::size_t> sources;
    /// Likewise where in the source it ends, for each byte.
    std::vector<std::size_t> source_ends;
};

/// In time that grows with the length. What is recomposed maps to all characters that it was made of together
/// with those that they were sorted with.
ComposedText composed(std::string_view text);

} // namespace lab
