#pragma once

#include <ATen/core/Tensor.h>

namespace lab {

/// What Swin's attention needs to know of places in windows (Liu et al., ICCV 2021, section 3.2).

/// [N,H,W,C] to windows [N·H/w·W/w, w·w, C], row by row; H and W are multiples of the side w.
at::Tensor windows_of(const at::Tensor& x, std::int64_t side);
/// The way back to [N,height,width,C].
at::Tensor joined_windows(const at::Tensor& windows, std::int64_t side, std::int64_t height,
                          std::int64_t width);

/// [w²·w²] row of the table of biases for each pair of a window's tokens: by their distance in rows and
/// columns, (2w − 1)² distances in all.
at::Tensor relative_positions(std::int64_t side);

/// [windows, w², w²]: 0 where two tokens of a map that was shifted up and to the left lie together in the
/// picture too, −100 where the shift brought them together. Height and width are multiples of the side.
at::Tensor shift_mask(std::int64_t height, std::int64_t width, std::int64_t side, std::int64_t shift_rows,
                      std::int64_t shift_columns, const at::TensorOptions& options);

} // namespace lab
