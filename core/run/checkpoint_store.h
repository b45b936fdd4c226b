#pragma once

#include "core/run/lane_checkpoint.h"

#include <cstddef>
#include <map>
#include <vector>

namespace lab {

/// The lanes' states at every k-th step, within a bound of memory: k doubles when room runs out, and the
/// states in between go.
class CheckpointStore {
  public:
    static constexpr int first_interval = 10;

    /// @param bound bytes; 0 keeps none
    explicit CheckpointStore(std::size_t bound = 0) : bound_(bound) {}

    /// Whether states after this step are to be kept.
    bool wants(int step) const { return bound_ > 0 && step % interval_ == 0; }
    /// @param lanes in the order of the lanes
    void add(int step, std::vector<LaneCheckpoint> lanes);
    /// The newest state of this lane from after a step that is not later; null where there is none.
    /// @param found the step
    const LaneCheckpoint* at_or_before(int step, int lane, int& found) const;

    std::size_t bytes() const { return bytes_; }
    std::size_t bound() const { return bound_; }
    std::size_t size() const { return steps_.size(); } ///< steps that have one
    int interval() const { return interval_; }         ///< k

  private:
    struct Entry {
        std::vector<LaneCheckpoint> lanes;
        std::size_t bytes = 0;
    };
    std::size_t bound_;
    std::size_t bytes_ = 0;
    int interval_ = first_interval;
    std::map<int, Entry> steps_;
};

} // namespace lab
