#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace lab {

/// An answer as measures see it. Plain values.
struct SaidAnswer {
    std::vector<std::int64_t> tokens;      ///< without the end token
    std::vector<double> entropies;         ///< of all its tokens, the end token too; nats
    std::string found;                     ///< the final answer; empty where none was found
    std::string expected;                  ///< the true one
    std::vector<std::int64_t> true_tokens; ///< of the true solution, as the model would say it; may be empty
    bool right = false;
    bool undecided = false; ///< can neither be shown right nor wrong
    bool ended = true;      ///< by itself; else cut off
    int steps_asked = -1;   ///< worked steps of the true solution; −1: none are known
    int steps_right = 0;    ///< those in front of the first wrong one

    bool failed() const { return found.empty() || !ended; } ///< no final answer, or cut off
    /// Mean over its tokens; 0 where there are none.
    double entropy() const;
};

/// Tokens of the longest tail that is one sequence of 1 to 4 tokens three times or more, a beginning of the
/// sequence in front counted: 5 of "a b c b c b c". 0 where there is none.
std::int64_t periodic_tail(const std::vector<std::int64_t>& tokens);
/// Different tokens / tokens; NaN for none.
double distinct_share(const std::vector<std::int64_t>& tokens);
/// Share of the sum that the largest fifth of the values has, at least one of them; NaN where the sum is 0.
double share_of_top_fifth(std::vector<double> values);
/// Chance that a value of the first list is larger than one of the second, ties half; NaN where one is empty.
double chance_of_larger(const std::vector<double>& first, const std::vector<double>& second);

} // namespace lab
