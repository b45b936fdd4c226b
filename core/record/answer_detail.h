#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace lab {

/// What became of an answer. All but the first count as not right.
enum class AnswerVerdict {
    right,
    wrong,
    undecided, ///< neither shown to be right nor wrong
    no_answer, ///< it ended, but no final answer was found in it
    unended,   ///< cut off after the most tokens that it may have
};
/// "right", "wrong", "undecided", "no_answer", "unended": as in files.
const char* name_of(AnswerVerdict verdict);

/// A question of a step, the same for all lanes.
struct AskedQuestion {
    std::string question; ///< as the model reads it, without template marks
    std::string expected; ///< the final answer
    std::string solution; ///< worked steps and answer, where they are known
    bool operator==(const AskedQuestion&) const = default;
};

/// The bytes that a token stands for; half characters among them.
struct TokenText {
    int id = 0;
    std::string bytes;
    bool operator==(const TokenText&) const = default;
};

/// What a lane said to one question, from before the step's update. A tokens, the end token among them.
struct AnswerDetail {
    static constexpr int top = 5; ///< candidates that are kept per token

    std::string text;  ///< without the end token; bytes that are no UTF-8 as U+FFFD
    std::string found; ///< the final answer in it; empty where there is none
    AnswerVerdict verdict = AnswerVerdict::no_answer;
    int steps = -1;       ///< worked steps in the text; −1: they are not judged
    int first_wrong = -1; ///< of the steps, from 0; −1: none is wrong, or they are not judged

    std::vector<int> tokens;            ///< [A]
    std::vector<float> entropy;         ///< [A] nats, of the distribution that the token was chosen from
    std::vector<float> log_probability; ///< [A] of the token
    std::string counted;                ///< [A] '1' where the loss looked at the token, else '0'

    // The likeliest tokens of the target branch, which speaks, and of the online branch, which has the
    // predictor: [A × top], the likeliest first, id −1 where the vocabulary is smaller. Empty where nobody
    // asked for them, and for the online branch of a lane without a pair.
    std::vector<int> top_tokens, online_top_tokens;
    std::vector<float> top_log_probabilities, online_top_log_probabilities;

    bool operator==(const AnswerDetail&) const = default;
    /// Memory that it holds, bytes.
    std::size_t bytes() const;
};

/// Rounded as files hold it, to four digits behind the point, so that what is read is what was.
float as_kept(double value);

} // namespace lab
