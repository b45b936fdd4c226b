#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lab {

/// By what an answer was found in a text.
enum class AnswerRule {
    boxed,       ///< the last \boxed{…} that is closed
    hashes,      ///< behind the last ####, as GSM8K writes solutions
    phrase,      ///< behind the last "answer is"
    last_number, ///< the last number
};
/// "boxed", "hashes", "phrase", "last number": as in files.
const char* name_of(AnswerRule rule);

struct ExtractedAnswer {
    std::string text;
    AnswerRule rule = AnswerRule::boxed;
};

/// The final answer of worked steps, by the first rule that finds one, in the order above (as Qwen2.5-Math's
/// harness does; a box that is cut off does not count). Nothing: an extraction failure.
std::optional<ExtractedAnswer> extract_answer(std::string_view text);

/// What a judge can say of an answer.
enum class Verdict {
    right,
    wrong,
    undecided, ///< neither shown to be equal nor to differ; counted apart
};
/// "right", "wrong", "undecided": as in files.
const char* name_of(Verdict verdict);

/// Compares a final answer with the expected one: as texts after their spelling has been levelled (\dfrac,
/// \left, dollars, degrees, spaces), as numbers (fractions, roots, percent, thousands separators, units), as
/// functions of their variables, and lists, tuples, intervals and sets part by part. No symbolic algebra:
/// what none of these decides is undecided.
Verdict judge_answer(std::string_view found, std::string_view expected);

} // namespace lab
