#pragma once

#include <ATen/core/Tensor.h>

#include <utility>

namespace lab {

/// What a step would draw at random, given by those who replay one. Undefined: drawn.
struct Draws {
    /// @param order as patch_order
    Draws(at::Tensor order = {}) : patch_order(std::move(order)) {}

    at::Tensor patch_order; ///< DeYO: [N,16]
    at::Tensor views;       ///< [n,N,C,H,W]: n views of each picture
};

} // namespace lab
