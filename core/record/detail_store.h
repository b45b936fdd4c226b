#pragma once

#include "core/record/step_detail.h"

#include <cstddef>
#include <map>
#include <vector>

namespace lab {

/// The details of a run's steps within a bound of memory. The newest quarter of what it holds stays whole; of
/// the older steps it keeps every second, every fourth, … as room runs out: those whose number is a multiple
/// of thinning(). What it keeps depends on the order and sizes of what came alone.
class DetailStore {
  public:
    static constexpr std::size_t default_bound = std::size_t{256} << 20;

    /// @param bound bytes; a single step that is larger is not kept
    explicit DetailStore(std::size_t bound = default_bound) : bound_(bound) {}

    /// A step that is there already gains the lanes that it lacked; lanes that come again replace the old.
    void add(const BatchDetailPtr& detail);
    void clear();

    /// Null where the step is not kept.
    BatchDetailPtr at(int step) const;
    /// The newest kept step that is not after this one; null where there is none.
    BatchDetailPtr at_or_before(int step) const;
    /// At most `count` kept steps up to this one, the newest last.
    std::vector<BatchDetailPtr> window(int step, int count) const;
    /// Kept steps that hold this sample, rising.
    std::vector<int> steps_with(std::int64_t sample) const;
    /// Kept steps, rising.
    std::vector<int> steps() const;

    bool empty() const { return details_.empty(); }
    std::size_t size() const { return details_.size(); }
    std::size_t bytes() const { return bytes_; } ///< in use
    std::size_t bound() const { return bound_; }
    /// 1: nothing was left out so far.
    int thinning() const { return thinning_; }

  private:
    void thin();

    std::size_t bound_;
    std::size_t bytes_ = 0;
    int thinning_ = 1;
    std::map<int, BatchDetailPtr> details_;
};

} // namespace lab
