#include "core/run/checkpoint_store.h"

namespace lab {

std::size_t bytes_of(const AdapterState& state) {
    std::size_t sum = 0;
    for (const auto& [name, tensor] : state)
        sum += static_cast<std::size_t>(tensor.numel()) * tensor.element_size();
    return sum;
}

std::size_t LaneCheckpoint::bytes() const {
    constexpr std::size_t windows = 16 << 10;
    return windows + bytes_of(adapter);
}

} // namespace lab
