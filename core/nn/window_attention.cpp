#include "core/nn/window_attention.h"

#include <ATen/ATen.h>

namespace lab {

at::Tensor windows_of(const at::Tensor& x, std::int64_t side) {
    const auto n = x.size(0), rows = x.size(1) / side, columns = x.size(2) / side, c = x.size(3);
    return x.reshape({n, rows, side, columns, side, c})
        .permute({0, 1, 3, 2, 4, 5})
        .reshape({n * rows * columns, side * side, c});
}

at::Tensor joined_windows(const at::Tensor& windows, std::int64_t side, std::int64_t height,
                          std::int64_t width) {
    const auto rows = height / side, columns = width / side, c = windows.size(2);
    const auto n = windows.size(0) / (rows * columns);
    return windows.reshape({n, rows, columns, side, side, c})
        .permute({0, 1, 3, 2, 4, 5})
        .reshape({n, height, width, c});
}

at::Tensor relative_positions(std::int64_t side) {
    const at::Tensor place = at::arange(side * side, at::kLong);
    const at::Tensor row = place.div(side, "floor"), column = place.remainder(side);
    const at::Tensor down = row.unsqueeze(1) - row.unsqueeze(0) + side - 1; // [w²,w²], 0 … 2w − 2
    const at::Tensor across = column.unsqueeze(1) - column.unsqueeze(0) + side - 1;
    return (down * (2 * side - 1) + across).flatten();
}

at::Tensor shift_mask(std::int64_t height, std::int64_t width, std::int64_t side, std::int64_t shift_rows,
                      std::int64_t shift_columns, const at::TensorOptions& options) {
    // Along each axis: what stays in whole windows, the old part of the last window, the part moved there.
    const auto parts = [&](std::int64_t length, std::int64_t shift) {
        const at::Tensor place = at::arange(length, at::kLong);
        if (shift == 0)
            return at::zeros_like(place);
        return (place >= length - side).to(at::kLong) + (place >= length - shift).to(at::kLong);
    };
    const at::Tensor region =
        parts(height, shift_rows).unsqueeze(1) * 3 + parts(width, shift_columns).unsqueeze(0); // [H,W]
    const at::Tensor of_token =
        windows_of(region.view({1, height, width, 1}), side).squeeze(2); // [windows, w²]
    const at::Tensor apart = of_token.unsqueeze(1) != of_token.unsqueeze(2);
    return apart.to(options) * -100.0;
}

} // namespace lab
