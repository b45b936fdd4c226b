#pragma once

#include "core/record/record.h"
#include "ui/view/class_groups.h"

#include <cstdint>
#include <vector>

namespace lab {

/// How often each class was predicted, by lane and stretch of steps, and how often it was true. Stretches
/// grow so that a run of any length needs a bounded number of them.
class RiverData {
  public:
    static constexpr int labels = -1; ///< the row of the true labels
    static constexpr int most_buckets = 512;

    void reset(int lanes, int classes);
    /// A row for one more lane.
    void addLane();
    void add(const StepRecord& record);

    /// Whether any image so far had a label.
    bool labelled() const { return has_labels_; }
    int classes() const { return classes_; }
    int lanes() const { return lanes_; }
    int buckets() const { return buckets_; }
    /// Steps of one bucket.
    int stride() const { return stride_; }
    int bucketOf(int step) const { return (step - 1) / stride_; }
    /// Share of each group among the predictions of a lane (or the labels) in a bucket; they sum to 1, or are
    /// all 0 where nothing is known.
    std::vector<double> shares(int lane, int bucket, const ClassGroups& groups) const;
    /// Labels and predictions of all lanes, by class: what the groups are chosen by.
    std::vector<std::int64_t> totals() const;

  private:
    std::vector<std::int32_t>& row(int lane) { return rows_[static_cast<std::size_t>(lane + 1)]; }
    void widen();

    int lanes_ = 0;
    int classes_ = 0;
    int buckets_ = 0;
    int stride_ = 1;
    bool has_labels_ = false;
    int labelled_ = 0;                            ///< latest step whose labels are counted
    std::vector<std::vector<std::int32_t>> rows_; ///< [1 + lane][bucket × classes]
};

} // namespace lab
