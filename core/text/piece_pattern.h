#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lab {

/// The regular expressions by which byte-level tokenisers cut a text into pieces, each by a scanner of ours.
/// Every character of a text belongs to exactly one piece.
enum class PiecePattern {
    gpt2,   ///< GPT-2, SmolLM2: contractions in lower case, runs of numbers, one optional space in front
    llama3, ///< Llama 3: contractions in any case, up to three numbers, a sign in front of letters
    qwen2,  ///< Qwen 2, 2.5 and 3: as llama3, with numbers one at a time
};

/// The pattern that a regular expression in a tokenizer.json is, letter by letter. Throws
/// std::invalid_argument with the expression where it is none of them.
PiecePattern piece_pattern_of(const std::string& expression);
/// The expression of a pattern, as files have it.
const char* expression_of(PiecePattern pattern);

/// Where the pieces of a text in UTF-8 end; the last is text.size(). In time that grows with the length.
std::vector<std::size_t> piece_ends(std::string_view text, PiecePattern pattern);

/// Likewise for the step "Digits": numbers apart from all else, one at a time or in runs.
std::vector<std::size_t> digit_ends(std::string_view text, bool one_at_a_time);

} // namespace lab
