#pragma once

#include <cstddef>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

namespace lab {

/// The lanes' states at every k-th step, within a bound of memory: k doubles when room runs out, and the
/// states in between go. A state tells its bytes().
template <typename State>
class StateStore {
  public:
    static constexpr int first_interval = 10;

    /// @param bound bytes; 0 keeps none
    explicit StateStore(std::size_t bound = 0) : bound_(bound) {}

    /// Whether states after this step are to be kept.
    bool wants(int step) const { return bound_ > 0 && step % interval_ == 0; }
    /// @param lanes in the order of the lanes
    void add(int step, std::vector<State> lanes) {
        Entry entry{std::move(lanes), 0};
        for (const State& lane : entry.lanes)
            entry.bytes += lane.bytes();
        if (entry.bytes > bound_)
            return;
        bytes_ += entry.bytes;
        steps_[step] = std::move(entry);
        while (bytes_ > bound_) {
            interval_ *= 2;
            for (auto at = steps_.begin(); at != steps_.end();) {
                const bool goes = at->first % interval_ != 0;
                bytes_ -= goes ? at->second.bytes : 0;
                at = goes ? steps_.erase(at) : std::next(at);
            }
        }
    }
    /// The newest state of this lane from after a step that is not later; null where there is none.
    /// @param found the step
    const State* at_or_before(int step, int lane, int& found) const {
        for (auto at = steps_.upper_bound(step); at != steps_.begin();) {
            --at;
            if (lane < std::ssize(at->second.lanes)) {
                found = at->first;
                return &at->second.lanes[static_cast<std::size_t>(lane)];
            }
        }
        return nullptr;
    }

    std::size_t bytes() const { return bytes_; }
    std::size_t bound() const { return bound_; }
    std::size_t size() const { return steps_.size(); } ///< steps that have one
    int interval() const { return interval_; }         ///< k

  private:
    struct Entry {
        std::vector<State> lanes;
        std::size_t bytes = 0;
    };
    std::size_t bound_;
    std::size_t bytes_ = 0;
    int interval_ = first_interval;
    std::map<int, Entry> steps_;
};

} // namespace lab
