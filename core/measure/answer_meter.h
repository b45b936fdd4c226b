#pragma once

#include "core/measure/said_answer.h"

#include <cstddef>
#include <deque>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace lab {

/// What measures of answers need of the batches before. Shares 0 … 1; NaN where there is nothing.
class AnswerMeter {
  public:
    static constexpr std::size_t dominance_window = 64; ///< answers
    static constexpr std::size_t certainty_window = 256;

    void add(const std::vector<SaidAnswer>& answers);

    double answer_dominance() const;      ///< most frequent final answer; those without one count as others
    double true_answer_dominance() const; ///< most frequent true answer
    double token_dominance() const;       ///< most frequent token
    double true_token_dominance() const;  ///< likewise of true solutions; NaN where they are not known
    /// Chance that a wrong answer's mean token entropy is above a right one's.
    double entropy_auroc() const;

  private:
    struct Entry {
        std::string found, expected;
        std::vector<std::int64_t> tokens, true_tokens;
    };
    std::deque<Entry> recent_;
    std::deque<std::pair<double, bool>> certain_; ///< entropy, right
};

/// Means of one batch.
struct AnswerMeasures {
    double tokens = 0, answer_length = 0, ended_share = 0, extraction_failures = 0, undecided_share = 0;
    double steps_right = 0, distinct_tokens = 0, periodic_tail = 0, entropy_top_fifth = 0;
};
AnswerMeasures measures_of(const std::vector<SaidAnswer>& answers);

} // namespace lab
