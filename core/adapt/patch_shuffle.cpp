#include "core/adapt/patch_shuffle.h"

#include <ATen/ATen.h>

namespace lab {

namespace {

constexpr std::int64_t grid = 4;

at::Tensor resized(const at::Tensor& images, std::int64_t height, std::int64_t width) {
    if (images.size(2) == height && images.size(3) == width)
        return images;
    return at::upsample_bilinear2d(images, {height, width}, false);
}

} // namespace

at::Tensor shuffle_patches(const at::Tensor& images, const at::Tensor& order) {
    const auto n = images.size(0), c = images.size(1), height = images.size(2), width = images.size(3);
    const auto h = height / grid, w = width / grid;
    const at::Tensor patches = resized(images, h * grid, w * grid)
                                   .reshape({n, c, grid, h, grid, w})
                                   .permute({0, 2, 4, 1, 3, 5})
                                   .reshape({n, grid * grid, c, h, w});
    const at::Tensor rows = at::arange(n, order.options()).unsqueeze(1);
    const at::Tensor shuffled = patches.index({rows, order})
                                    .reshape({n, grid, grid, c, h, w})
                                    .permute({0, 3, 1, 4, 2, 5})
                                    .reshape({n, c, h * grid, w * grid});
    return resized(shuffled, height, width);
}

} // namespace lab
