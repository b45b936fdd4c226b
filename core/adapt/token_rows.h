#pragma once

#include "core/model/language/decoding.h"
#include "core/model/language/sequences.h"
#include "core/nn/model_input.h"
#include "core/recipe/recipe.h"

namespace lab {

/// Where an answer's last part begins: what follows the last of these tokens ("#").
struct AnswerMarks {
    TokenIds tokens;
};

/// The rows of a step: of questions and their answers the positions that predict the answers' tokens, end
/// tokens included, all of them reported; the rule says which of these count for the loss. With
/// TokenChoice::prompt the positions that predict the questions' tokens, from the second on.
/// @param questions padded on the left; answers to them, not looked at for TokenChoice::prompt
/// Throws std::invalid_argument where the rule asks for marks and there are none, or for a count below 1.
ModelInput token_input(const Sequences& questions, const Answers& answers, const Tokens& rule,
                       const AnswerMarks& marks = {});

} // namespace lab
