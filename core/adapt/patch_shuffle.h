#pragma once

#include <ATen/core/Tensor.h>

namespace lab {

/// DeYO's test for shape: cuts pictures [N,C,H,W] into a 4×4 grid and reads the patches out in another order,
/// row b of `order` [N,16] for picture b. Sides that are no multiple of 4 are resized down to one and back.
at::Tensor shuffle_patches(const at::Tensor& images, const at::Tensor& order);

} // namespace lab
