#pragma once

#include "core/base/image.h"

#include <string>

namespace lab {

/// How a model wants its pictures: the evaluation transform that belongs to its weights.
struct InputGeometry {
    int size = 0;                          ///< side of the square in pixels; 0: pictures stay as they are
    double crop = 0.875;                   ///< 0.1 to 1: share of the resized short side that is kept
    std::string interpolation = "bicubic"; ///< bicubic or bilinear
    int channels = 3;                      ///< 1: grey, 3: RGB
    bool operator==(const InputGeometry&) const = default;
};

/// Brings a picture to a model's input size: short side to ⌊size / crop⌋ and long side in proportion (rounded
/// down), then the square in the middle (offsets rounded half to even), then grey or RGB.
/// Resizing is antialiased: on the way down the filter grows with the scale. The arithmetic is that of the
/// Python Imaging Library, to the last bit: weights with 22 binary digits, rows first, 8 bits in between.
/// Throws std::invalid_argument for an empty picture or a geometry that cannot be.
Image fit(const Image& picture, const InputGeometry& geometry);

/// The whole picture at another size, by the same arithmetic. @param interpolation bicubic or bilinear
Image resized(const Image& picture, int height, int width, const std::string& interpolation);

/// Grey to RGB by repetition, RGB to grey by ITU-R 601 luma in fixed point. Throws std::invalid_argument for
/// anything but 1 or 3 channels.
Image with_channels(const Image& picture, int channels);

} // namespace lab
