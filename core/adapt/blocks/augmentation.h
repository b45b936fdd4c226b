#pragma once

#include "core/adapt/blocks/chance.h"

#include <ATen/core/Tensor.h>

namespace lab {

// All of these take and give pictures [N,C,H,W] with values from 0 to 1.

/// Brightness 0.6–1.4, contrast 0.7–1.3, saturation 0.5–1.5, hue ±0.06 and gamma 0.7–1.3 in an order by
/// chance, the same for the whole batch; grey pictures have no saturation and no hue.
at::Tensor jittered(const at::Tensor& pictures, Chance& chance);

/// What lies beyond a picture's edge.
enum class BeyondEdge { edge, mirror, black };

/// How a view is turned, moved and scaled about the middle.
struct Turn {
    double degrees = 0;
    double right = 0, down = 0; ///< pixels
    double scale = 1;
    double shear_x = 0, shear_y = 0; ///< of a row per row, of a column per column
};
/// @param margin pixels more on every side of the result
at::Tensor turned(const at::Tensor& pictures, const Turn& turn, BeyondEdge beyond, std::int64_t margin = 0);

/// The augmentation of CoTTA (CVPR 2022), with which RoTTA and PeTTA look at their memories: jitter, ±15°,
/// shift by an eighth, scale 0.9–1.1 with the edge drawn out, blur 5×5 with σ up to 0.5, flip, noise 0.005.
/// One draw for the whole batch, but for the noise.
at::Tensor strong_view(const at::Tensor& pictures, Chance& chance);
/// ROID's (WACV 2024): the same with mirrored edges, without blur and noise.
at::Tensor mild_view(const at::Tensor& pictures, Chance& chance);
/// MEMO's (NeurIPS 2022), AugMix: cropped and flipped by chance, then mixed with up to three chains of one to
/// three simple changes. Every picture has draws of its own.
at::Tensor mixed_view(const at::Tensor& pictures, Chance& chance);

} // namespace lab
