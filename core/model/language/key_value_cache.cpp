#include "core/model/language/key_value_cache.h"

#include <ATen/ATen.h>

#include <stdexcept>
#include <string>

namespace lab {

at::Tensor KeyValueCache::extend(const at::Tensor& mask) {
    const std::int64_t more = mask.size(1);
    if (length_ + more > capacity_)
        throw std::invalid_argument("cache: expected at most " + std::to_string(capacity_) +
                                    " tokens, found " + std::to_string(length_ + more));
    if (!mask_.defined())
        mask_ = at::zeros({mask.size(0), capacity_}, mask.options());
    mask_.narrow(1, length_, more).copy_(mask);
    return mask_.narrow(1, 0, length_ + more);
}

KeyValueCache::Pair KeyValueCache::store(std::size_t layer, const at::Tensor& keys,
                                         const at::Tensor& values) {
    if (layer == layers_.size()) {
        const auto shape = {keys.size(0), keys.size(1), capacity_, keys.size(3)};
        layers_.push_back({at::empty(shape, keys.options()), at::empty(shape, keys.options())});
    }
    Pair& own = layers_.at(layer);
    const std::int64_t more = keys.size(2);
    own.keys.narrow(2, length_, more).copy_(keys);
    own.values.narrow(2, length_, more).copy_(values);
    return {own.keys.narrow(2, 0, length_ + more), own.values.narrow(2, 0, length_ + more)};
}

void KeyValueCache::keep(const at::Tensor& index) {
    if (mask_.defined())
        mask_ = mask_.index_select(0, index);
    for (Pair& layer : layers_)
        layer = {layer.keys.index_select(0, index), layer.values.index_select(0, index)};
}

} // namespace lab
