#include "core/image/corruption_steps.h"
#include "core/image/frost_textures.h"
#include "core/image/pixel_math.h"

#include <bit>
#include <numbers>

namespace lab::steps {
namespace {

/// Fallen flakes, 0 … 1, float, one channel: bright specks of noise, enlarged and smeared along their fall.
cv::Mat snow_layer(cv::Size size, const tables::Snow& p, Random& random) {
    cv::Mat layer(size, CV_32F);
    std::generate(layer.begin<float>(), layer.end<float>(),
                  [&] { return static_cast<float>(p.layer_mean + p.layer_std * random.normal()); });
    const ZoomLine rows(size.height, p.layer_zoom);
    const ZoomLine columns(size.width, p.layer_zoom);
    layer = zoomed(layer, rows, columns);

    cv::Mat bytes(size, CV_8U);
    std::transform(layer.begin<float>(), layer.end<float>(), bytes.begin<std::uint8_t>(), [&](float value) {
        return value < static_cast<float>(p.layer_threshold) ? std::uint8_t{0} : to_byte(value);
    });
    const double angle = random.uniform(-135.0, -45.0) * std::numbers::pi / 180.0;
    return motion_blurred(bytes, p.motion_radius, p.motion_sigma, angle);
}

/// A wrapping square of mountains by the diamond-square method, scaled to 0 … 1.
/// @param side a power of two
std::vector<float> diamond_square(std::size_t side, double wibble_decay, Random& random) {
    std::vector<float> map(side * side, 0.0F);
    const std::size_t mask = side - 1;
    const auto at = [&](std::size_t row, std::size_t column) -> float& {
        return map[(row & mask) * side + (column & mask)];
    };
    double wibble = 100.0;
    for (std::size_t step = side; step >= 2; step /= 2) {
        const std::size_t half = step / 2;
        const auto wobble = [&] { return static_cast<float>(wibble * random.uniform(-wibble, wibble)); };
        for (std::size_t row = 0; row < side; row += step) {
            for (std::size_t column = 0; column < side; column += step) {
                const float sum = at(row, column) + at(row + step, column) + at(row, column + step) +
                                  at(row + step, column + step);
                at(row + half, column + half) = sum / 4.0F + wobble();
            }
        }
        const auto diamond = [&](std::size_t row, std::size_t column) {
            const float sum = at(row - half, column) + at(row + half, column) + at(row, column - half) +
                              at(row, column + half);
            at(row, column) = sum / 4.0F + wobble();
        };
        for (std::size_t row = 0; row < side; row += step) {
            for (std::size_t column = 0; column < side; column += step) {
                diamond(row, column + half);
                diamond(row + half, column);
            }
        }
        wibble /= wibble_decay;
    }
    const auto [lowest, highest] = std::minmax_element(map.begin(), map.end());
    const float low = *lowest;
    const float range = *highest - low;
    for (float& height : map) {
        height = (height - low) / range;
    }
    return map;
}

} // namespace

Image snow(const Image& clean, const Setting& setting, Random& random) {
    const tables::Snow& p = setting.of(tables::snow);
    const cv::Mat layer = snow_layer(cv::Size(clean.width, clean.height), p, random);
    const auto& unit = unit_values();
    const double w = p.image_weight;
    const auto channels = static_cast<std::size_t>(clean.channels);
    Image result = clean;
    const std::uint8_t* flakes = layer.ptr();
    const std::size_t count = layer.total();
    for (std::size_t i = 0; i < count; ++i) {
        std::uint8_t* pixel = result.pixels.data() + i * channels;
        const double grey =
            channels == 1 ? unit[pixel[0]] : luma(unit[pixel[0]], unit[pixel[1]], unit[pixel[2]]);
        const double fallen = unit[flakes[i]] + unit[flakes[count - 1 - i]];
        for (std::size_t channel = 0; channel < channels; ++channel) {
            const double value = unit[pixel[channel]];
            pixel[channel] = to_byte(w * value + (1.0 - w) * std::max(value, 1.5 * grey + 0.5) + fallen);
        }
    }
    return result;
}

Image frost(const Image& clean, const Setting& setting, Random& random) {
    const tables::Frost& p = setting.of(tables::frost);
    const auto textures = frost_textures(setting.frost_folder, setting.small, clean.channels);
    const cv::Mat texture = covering(
        (*textures)[random.integer(static_cast<std::uint32_t>(textures->size()))], clean.width, clean.height);
    const auto placed = [&](int room) {
        return static_cast<int>(random.integer(static_cast<std::uint32_t>(std::max(room, 1))));
    };
    const int top = placed(texture.rows - clean.height);
    const int left = placed(texture.cols - clean.width);
    Image result = clean;
    const int row_values = clean.width * clean.channels;
    for (int row = 0; row < clean.height; ++row) {
        std::uint8_t* to = result.pixels.data() + static_cast<std::ptrdiff_t>(row) * row_values;
        const std::uint8_t* ice = texture.ptr(top + row) + static_cast<std::ptrdiff_t>(left) * clean.channels;
        for (int i = 0; i < row_values; ++i) {
            to[i] = static_cast<std::uint8_t>(
                std::clamp(p.image_weight * to[i] + p.frost_weight * ice[i], 0.0, 255.0));
        }
    }
    return result;
}

Image fog(const Image& clean, const Setting& setting, Random& random) {
    const tables::Fog& p = setting.of(tables::fog);
    const auto longer = static_cast<std::size_t>(std::max(clean.height, clean.width));
    const std::size_t side = std::bit_ceil(std::max<std::size_t>(longer, setting.small ? 32 : 256));
    const std::vector<float> map = diamond_square(side, p.wibble_decay, random);
    const double brightest = unit_values()[*std::max_element(clean.pixels.begin(), clean.pixels.end())];
    const double dimmed = brightest / (brightest + p.strength);
    const auto channels = static_cast<std::size_t>(clean.channels);
    const auto width = static_cast<std::size_t>(clean.width);
    Image result = clean;
    for (std::size_t i = 0; i < result.pixels.size(); ++i) {
        const std::size_t pixel = i / channels;
        const double haze = p.strength * map[pixel / width * side + pixel % width];
        result.pixels[i] = to_byte((unit_values()[result.pixels[i]] + haze) * dimmed);
    }
    return result;
}

} // namespace lab::steps
