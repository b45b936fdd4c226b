#pragma once

#include "ui/session/scene.h"
#include "ui/view/class_groups.h"

#include <cstdint>
#include <vector>

namespace lab {

/// How often each true class was called what, by one lane. Follows a recording step by step, so that the next
/// step costs no more than one batch; counts from the first step on are kept now and then, so that a jump
/// costs no more than `stride` steps.
class ConfusionCounts {
  public:
    /// Counts the lane's records of the steps first … last. Images without a label are left out.
    void count(const Scene& scene, int lane, int first, int last);

    int classes() const { return classes_; }
    /// Images of a true class that got this answer.
    std::int64_t at(int label, int prediction) const {
        return counts_[static_cast<std::size_t>(label) * static_cast<std::size_t>(classes_) +
                       static_cast<std::size_t>(prediction)];
    }
    /// Labels and answers by class: what the groups are chosen by.
    std::vector<std::int64_t> totals() const;
    /// [group × group], true class by row.
    std::vector<std::int64_t> grouped(const ClassGroups& groups) const;
    /// Share of the right answers; NaN where nothing is counted.
    double accuracy() const;

  private:
    void add(const StepRecord& record, int sign);

    int classes_ = 0;
    int first_ = 1;
    int last_ = 0; ///< first_ … last_ are counted
    int lane_ = -1;
    int run_ = 0;
    static constexpr int stride = 1024;
    static constexpr int most_kept_classes = 100; ///< with more, jumps are counted through
    std::vector<std::vector<std::int64_t>> kept_; ///< [i] of the steps 1 … (i + 1) · stride
    std::size_t known_ = 0;                       ///< records that were there at the last count
    std::vector<std::int64_t> counts_;            ///< [label × prediction]
};

} // namespace lab
