#include "core/image/corruption_steps.h"
#include "core/image/pixel_math.h"

namespace lab::steps {

Image gaussian_noise(const Image& clean, const Setting& setting, Random& random) {
    const double sigma = setting.of(tables::gaussian_noise);
    Image result = clean;
    for (std::uint8_t& byte : result.pixels) {
        byte = to_byte(unit_values()[byte] + sigma * random.normal());
    }
    return result;
}

Image shot_noise(const Image& clean, const Setting& setting, Random& random) {
    const double photons = setting.of(tables::shot_noise);
    Image result = clean;
    for (std::uint8_t& byte : result.pixels) {
        byte = to_byte(random.poisson(unit_values()[byte] * photons) / photons);
    }
    return result;
}

Image impulse_noise(const Image& clean, const Setting& setting, Random& random) {
    const double fraction = setting.of(tables::impulse_noise);
    Image result = clean;
    for (std::uint8_t& byte : result.pixels) {
        const double draw = random.uniform();
        if (draw < fraction) {
            byte = draw < 0.5 * fraction ? 255 : 0;
        }
    }
    return result;
}

Image speckle_noise(const Image& clean, const Setting& setting, Random& random) {
    const double sigma = setting.of(tables::speckle_noise);
    Image result = clean;
    for (std::uint8_t& byte : result.pixels) {
        const double value = unit_values()[byte];
        byte = to_byte(value + value * sigma * random.normal());
    }
    return result;
}

} // namespace lab::steps
