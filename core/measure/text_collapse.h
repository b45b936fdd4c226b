#pragma once

#include "core/measure/said_answer.h"

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

namespace lab {

/// Says when a lane's answers have collapsed. Over the last 64 answers their mean token entropy is below a
/// third of that of the lane's first 16, and one of these holds:
///
/// 1. One answer: the share of the most frequent final answer is at least 0.4 above the share that the most
///    frequent true answer has among the same questions. A stream of one answer does not count.
/// 2. Repetition: at least 60 % of all tokens stand in periodic tails (said_answer.h), which is how one token
///    said for ever looks.
/// 3. Silence: at least 80 % of the answers are cut off or hold no final answer.
///
/// Each may be true of a model that is merely bad; the fallen entropy says that adaptation made it so. A
/// healthy lane's entropy falls as far, or further. The thresholds are this program's own.
///
/// The detector is a measure: it reads true answers, the methods never do.
class TextCollapseDetector {
  public:
    static constexpr std::size_t window = 64, first = 16; ///< answers

    /// Returns true from the batch on at which the rule first holds, until reset.
    bool add(const std::vector<SaidAnswer>& answers);
    /// Forgets all: after the lane went back to its beginning.
    void reset();

  private:
    struct Entry {
        std::string found, expected;
        std::size_t tokens = 0, tail = 0;
        bool failed = false;
        double entropy = 0;
    };
    bool holds() const;
    bool one_answer() const;

    bool collapsed_ = false;
    double first_entropy_ = 0; ///< sum over the first answers
    std::size_t first_count_ = 0;
    std::deque<Entry> recent_;
};

} // namespace lab
