#pragma once

#include "core/base/image.h"
#include "core/base/random.h"
#include "core/image/corruption_tables.h"

#include <string>

/// The corruptions themselves, one function each: what corrupt() chooses from. All of them take 8-bit grey or
/// RGB pictures and return one of the same size. They work on 0 … 1, and clip and truncate (not round) at the
/// end, as the published generators do. A grey picture stands for one with three equal channels; where colour
/// would appear, the result is its grey value.
namespace lab::steps {

struct Setting {
    bool small;   ///< the table for 32-pixel pictures in place of the one for 224
    int severity; ///< 1 … 5
    const std::string& frost_folder;

    template <class T>
    const T& of(const tables::Table<T>& table) const {
        return table[small ? 0 : 1][static_cast<std::size_t>(severity - 1)];
    }
};

Image gaussian_noise(const Image& clean, const Setting& setting, Random& random);
Image shot_noise(const Image& clean, const Setting& setting, Random& random);
Image impulse_noise(const Image& clean, const Setting& setting, Random& random);
Image speckle_noise(const Image& clean, const Setting& setting, Random& random);

Image defocus_blur(const Image& clean, const Setting& setting, Random& random);
Image glass_blur(const Image& clean, const Setting& setting, Random& random);
Image motion_blur(const Image& clean, const Setting& setting, Random& random);
Image zoom_blur(const Image& clean, const Setting& setting, Random& random);
Image gaussian_blur(const Image& clean, const Setting& setting, Random& random);

Image snow(const Image& clean, const Setting& setting, Random& random);
Image frost(const Image& clean, const Setting& setting, Random& random);
Image fog(const Image& clean, const Setting& setting, Random& random);
Image spatter(const Image& clean, const Setting& setting, Random& random);

Image brightness(const Image& clean, const Setting& setting, Random& random);
Image contrast(const Image& clean, const Setting& setting, Random& random);
Image saturate(const Image& clean, const Setting& setting, Random& random);

Image elastic_transform(const Image& clean, const Setting& setting, Random& random);
Image pixelate(const Image& clean, const Setting& setting, Random& random);
Image jpeg_compression(const Image& clean, const Setting& setting, Random& random);

} // namespace lab::steps
