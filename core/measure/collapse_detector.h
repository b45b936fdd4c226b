#pragma once

#include <cstdint>
#include <deque>
#include <vector>

namespace lab {

/// Says when a lane has collapsed. The rule, over the last 640 images:
///
/// 1. Takeover: the most predicted class c also gets at least 80 % of the images whose true label is another
///    (at least 64 such images). A class that rightly dominates a label-shifted stream does not count.
/// 2. Effective classes: exp(entropy of the predicted histogram) is at most half of the true labels', or
///    at most 1.5.
///
/// Where labels are unknown, the stream's own dominance cannot be told from a collapse, so the rule is wider:
/// over the last 1,000 images at least 95 % fall to one class, and the logit norm of the last 5 batches is at
/// least 1.1 times that of the first 5.
///
/// The detector is a measure: it reads labels, the methods never do.
class CollapseDetector {
  public:
    explicit CollapseDetector(int classes) : classes_(classes) {}

    /// Returns true from the batch on at which the rule first holds, until reset.
    bool add(const std::vector<int>& labels, const std::vector<int>& predictions, double logit_norm);
    /// Forgets the window and the verdict: after the lane went back to its beginning.
    void reset();

  private:
    bool labelled_rule() const;
    bool unlabelled_rule() const;

    int classes_;
    bool collapsed_ = false;
    std::deque<std::pair<int, int>> recent_; ///< label, prediction
    std::vector<double> first_norms_;
    std::deque<double> last_norms_;
};

} // namespace lab
