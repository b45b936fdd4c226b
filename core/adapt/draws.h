#pragma once

#include "core/nn/named_tensors.h"

#include <functional>
#include <utility>

namespace lab {

/// What a memory draws: whether a newcomer may enter, a class among the largest, a place in a class.
enum class MemoryDraw { entrance, largest_class, place };
/// Answers in place of chance; of largest_class with the class.
using MemoryDraws = std::function<double(MemoryDraw)>;

/// What a step would draw at random, given by those who replay one. Undefined or empty: drawn.
struct Draws {
    /// @param order as patch_order
    Draws(at::Tensor order = {}) : patch_order(std::move(order)) {}

    at::Tensor patch_order; ///< DeYO: [N,16]
    at::Tensor views;       ///< [n,N,C,H,W]: n views of each picture
    /// A view of each of some remembered pictures, by their numbers in the stream [m], to [m,C,H,W].
    std::function<at::Tensor(const at::Tensor&)> memory_views;
    MemoryDraws memory;
    NamedTensors restored; ///< stochastic restoration: by trained tensor, bool: which values go back
};

} // namespace lab
