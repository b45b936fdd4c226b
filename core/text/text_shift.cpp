#include "core/text/text_shift.h"

#include "core/base/random.h"

#include <array>
#include <stdexcept>

namespace lab {

namespace {

constexpr std::uint64_t filler_stream = 0x61, character_stream = 0x62;

/// Digits, what joins them, what ends a step and marks an answer; fillers; letters. With two marks 48 tokens.
constexpr std::string_view characters = "0123456789+-*=?;# .,_~abcdefghijklmnopqrstuvwx";
static_assert(characters.size() == 46);

void expect_severity(int severity) {
    if (severity < 0 || severity > 5)
        throw std::invalid_argument("severity: expected 0 to 5, found " + std::to_string(severity));
}

} // namespace

std::string_view task_characters() {
    return characters;
}

std::string_view filler_characters() {
    return characters.substr(characters.find(' '), 5);
}

double filler_share(int severity) {
    expect_severity(severity);
    return std::array{0.0, 0.05, 0.1, 0.2, 0.3, 0.4}[static_cast<std::size_t>(severity)];
}

std::string with_fillers(std::string_view question, double share, std::uint64_t seed, std::uint64_t number) {
    Random random({filler_stream, seed, number});
    const std::string_view fillers = filler_characters();
    std::string text;
    for (const char c : question) {
        if (random.uniform() < share)
            text += fillers[random.integer(static_cast<std::uint32_t>(fillers.size()))];
        text += c;
    }
    return text;
}

QuestionLength longer_by(TextTask task, int severity) {
    expect_severity(severity);
    if (severity == 0)
        return {};
    const int length = row_of(task).most_length + severity;
    return {length, length};
}

std::string random_characters(TextTask task, std::uint64_t seed, std::uint64_t number) {
    const WorkedQuestion like = worked_question(task, TaskSplit::test, seed, number);
    Random random({character_stream, seed, number});
    std::string text(like.question.size(), '\0');
    for (char& c : text)
        c = characters[random.integer(static_cast<std::uint32_t>(characters.size()))];
    return text;
}

} // namespace lab
