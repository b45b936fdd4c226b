#include "core/image/corruption_steps.h"
#include "core/image/pixel_math.h"

#include <cmath>

namespace lab::steps {
namespace {

struct Rgb {
    double red;
    double green;
    double blue;
};
/// Hue in [0, 1), saturation (0 for black) and value in 0 … 1.
struct Hsv {
    double hue;
    double saturation;
    double value;
};

Hsv to_hsv(const Rgb& c) {
    const double value = std::max({c.red, c.green, c.blue});
    const double range = value - std::min({c.red, c.green, c.blue});
    if (range == 0.0) {
        return {0.0, 0.0, value};
    }
    double sixths = 0.0;
    if (c.blue == value) {
        sixths = 4.0 + (c.red - c.green) / range;
    } else if (c.green == value) {
        sixths = 2.0 + (c.blue - c.red) / range;
    } else {
        sixths = (c.green - c.blue) / range;
    }
    const double hue = sixths / 6.0;
    return {hue - std::floor(hue), range / value, value};
}

Rgb to_rgb(const Hsv& c) {
    const double sector = std::floor(c.hue * 6.0);
    const double f = c.hue * 6.0 - sector;
    const double p = c.value * (1.0 - c.saturation);
    const double q = c.value * (1.0 - f * c.saturation);
    const double t = c.value * (1.0 - (1.0 - f) * c.saturation);
    switch (static_cast<int>(sector) % 6) {
    case 0:
        return {c.value, t, p};
    case 1:
        return {q, c.value, p};
    case 2:
        return {p, c.value, t};
    case 3:
        return {p, q, c.value};
    case 4:
        return {t, p, c.value};
    default:
        return {c.value, p, q};
    }
}

/// Applies a change of hue, saturation and value to every pixel. Grey pixels go the same way as coloured ones
/// and come back as their grey value.
template <class Change>
Image with_hsv(const Image& clean, Change change) {
    Image result = clean;
    const auto& unit = unit_values();
    if (clean.channels == 1) {
        for (std::uint8_t& byte : result.pixels) {
            const double value = unit[byte];
            const Rgb rgb = to_rgb(change(to_hsv({value, value, value})));
            const bool grey = rgb.red == rgb.green && rgb.green == rgb.blue;
            byte = to_byte(grey ? rgb.red : luma(rgb.red, rgb.green, rgb.blue));
        }
        return result;
    }
    for (std::size_t i = 0; i + 2 < result.pixels.size(); i += 3) {
        std::uint8_t* pixel = result.pixels.data() + i;
        const Rgb rgb = to_rgb(change(to_hsv({unit[pixel[0]], unit[pixel[1]], unit[pixel[2]]})));
        pixel[0] = to_byte(rgb.red);
        pixel[1] = to_byte(rgb.green);
        pixel[2] = to_byte(rgb.blue);
    }
    return result;
}

} // namespace

Image brightness(const Image& clean, const Setting& setting, Random&) {
    const double shift = setting.of(tables::brightness);
    return with_hsv(clean, [shift](Hsv hsv) {
        hsv.value = std::clamp(hsv.value + shift, 0.0, 1.0);
        return hsv;
    });
}

Image saturate(const Image& clean, const Setting& setting, Random&) {
    const tables::Saturate& p = setting.of(tables::saturate);
    return with_hsv(clean, [&p](Hsv hsv) {
        hsv.saturation = std::clamp(hsv.saturation * p.factor + p.offset, 0.0, 1.0);
        return hsv;
    });
}

Image contrast(const Image& clean, const Setting& setting, Random&) {
    const double factor = setting.of(tables::contrast);
    const auto channels = static_cast<std::size_t>(clean.channels);
    const auto& unit = unit_values();
    Image result = clean;
    for (std::size_t channel = 0; channel < channels; ++channel) {
        double sum = 0.0;
        for (std::size_t i = channel; i < clean.pixels.size(); i += channels) {
            sum += unit[clean.pixels[i]];
        }
        const double mean = sum / (static_cast<double>(clean.height) * clean.width);
        for (std::size_t i = channel; i < clean.pixels.size(); i += channels) {
            result.pixels[i] = to_byte((unit[clean.pixels[i]] - mean) * factor + mean);
        }
    }
    return result;
}

} // namespace lab::steps
