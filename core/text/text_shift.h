#pragma once

#include "core/text/text_task.h"

#include <cstdint>
#include <string>
#include <string_view>

/// Shifts of questions as texts. Severities are those of corrupted pictures: 1 to 5, 0 is none.
namespace lab {

/// All characters that the tasks' models know: what questions and solutions consist of, fillers, and letters
/// that stand in no question.
std::string_view task_characters();
/// Characters that mean nothing.
std::string_view filler_characters();

/// The share of a question's characters that a filler stands in front of: 5, 10, 20, 30, 40 %.
/// Throws std::invalid_argument for a severity that is none.
double filler_share(int severity);

/// Fillers in front of characters, each with the chance `share`; depends on the arguments alone.
std::string with_fillers(std::string_view question, double share, std::uint64_t seed, std::uint64_t number);

/// Longer questions than any in training: the longest and 1 to 5 operations (digits) more.
QuestionLength longer_by(TextTask task, int severity);

/// Characters at random, as many as a question of training may have: no question at all.
std::string random_characters(TextTask task, std::uint64_t seed, std::uint64_t number);

} // namespace lab
