#pragma once

#include "core/model/model_file.h"

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace lab {

// What training does to a batch of pictures [N,C,H,W] before the network sees it. Everything random is drawn
// in main memory, so that it does not depend on the device.

/// One value per channel, [1,C,1,1] in float32.
at::Tensor per_channel(const std::vector<double>& values, const c10::Device& device);

/// Mirrors half of the pictures and shifts each by up to `shift` pixels, black coming in.
at::Tensor mirror_and_shift(const at::Tensor& images, int shift, const at::Generator& generator);

/// Adds Gaussian noise to half of the normalised pictures, its standard deviation uniform in [0, largest) of
/// the pixel range.
at::Tensor with_noise(const at::Tensor& images, double largest, const ModelCard& card,
                      const at::Generator& generator);

/// Mixup (Zhang et al., ICLR 2018) with λ uniform in [0, 1]: every picture with one other of its batch.
struct Mixture {
    double share = 1;       ///< λ, of the picture itself
    at::Tensor others = {}; ///< [N] which other, on the pictures' device; undefined: nothing is mixed

    /// λ·values + (1 − λ)·values of the others, [N,…].
    at::Tensor mixed(const at::Tensor& values) const;
};
/// @param probability that a batch is mixed
Mixture draw_mixture(double probability, std::int64_t n, const c10::Device& device,
                     const at::Generator& generator);

} // namespace lab
