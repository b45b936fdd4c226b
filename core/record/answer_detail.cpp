#include "core/record/answer_detail.h"

#include <array>
#include <cmath>

namespace lab {

const char* name_of(AnswerVerdict verdict) {
    constexpr std::array names = {"right", "wrong", "undecided", "no_answer", "unended"};
    return names.at(static_cast<std::size_t>(verdict));
}

std::size_t AnswerDetail::bytes() const {
    return sizeof(AnswerDetail) + text.size() + found.size() + counted.size() +
           sizeof(int) * (tokens.size() + top_tokens.size() + online_top_tokens.size()) +
           sizeof(float) * (entropy.size() + log_probability.size() + top_log_probabilities.size() +
                            online_top_log_probabilities.size());
}

float as_kept(double value) {
    return static_cast<float>(std::round(value * 1e4) / 1e4);
}

} // namespace lab
