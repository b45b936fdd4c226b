#pragma once

#include "core/run/language_model.h"
#include "core/stream/question_stream.h"

#include <cstdint>

namespace lab {

/// What can be known before a language run begins. All throw std::invalid_argument naming the field, or the
/// question.

/// Frozen layers, maps with pairs and marks that the model does not have.
void check_language_recipe(const Recipe& recipe, int lane, const LanguageModel& model);
/// Low-rank pairs that are there keep their shape.
void expect_same_pairs(const Recipe& present, const Recipe& next, int lane);
/// Tokens of the longest question of a stream. Throws for the first question that the model has no tokens
/// for, or that does not fit its context with an answer of most_tokens. Of very long streams the first
/// 100,000 questions are looked at.
std::int64_t longest_question(const QuestionStream& stream, const LanguageModel& model,
                              std::int64_t most_tokens);

} // namespace lab
