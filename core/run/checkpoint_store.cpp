#include "core/run/checkpoint_store.h"

#include <iterator>

namespace lab {

namespace {

std::size_t bytes_of(const NamedTensors& tensors) {
    std::size_t sum = 0;
    for (const auto& [name, tensor] : tensors)
        sum += static_cast<std::size_t>(tensor.numel()) * tensor.element_size();
    return sum;
}

} // namespace

std::size_t LaneCheckpoint::bytes() const {
    constexpr std::size_t windows = 16 << 10;
    return windows + bytes_of(adapter);
}

void CheckpointStore::add(int step, std::vector<LaneCheckpoint> lanes) {
    Entry entry{std::move(lanes), 0};
    for (const LaneCheckpoint& lane : entry.lanes)
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

const LaneCheckpoint* CheckpointStore::at_or_before(int step, int lane, int& found) const {
    for (auto at = steps_.upper_bound(step); at != steps_.begin();) {
        --at;
        if (lane < std::ssize(at->second.lanes)) {
            found = at->first;
            return &at->second.lanes[static_cast<std::size_t>(lane)];
        }
    }
    return nullptr;
}

} // namespace lab
