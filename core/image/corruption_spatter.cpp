#include "core/image/corruption_steps.h"
#include "core/image/pixel_math.h"

#include <opencv2/imgproc.hpp>

namespace lab::steps {
namespace {

struct Colour {
    double red;
    double green;
    double blue;

    double of(std::size_t channel, std::size_t channels) const {
        if (channels == 1) {
            return luma(red, green, blue);
        }
        return channel == 0 ? red : channel == 1 ? green : blue;
    }
};
constexpr Colour water = {175.0 / 255.0, 238.0 / 255.0, 238.0 / 255.0};
constexpr Colour mud = {63.0 / 255.0, 42.0 / 255.0, 20.0 / 255.0};

/// Float, one channel: splashes where a smoothed noise rises above its threshold.
cv::Mat liquid_layer(cv::Size size, const tables::Spatter& p, Random& random) {
    cv::Mat layer(size, CV_32F);
    std::generate(layer.begin<float>(), layer.end<float>(),
                  [&] { return static_cast<float>(p.layer_mean + p.layer_std * random.normal()); });
    layer = gaussian_smoothed(layer, p.layer_sigma, 4.0, cv::BORDER_REPLICATE);
    cv::threshold(layer, layer, p.layer_threshold, 0.0, cv::THRESH_TOZERO);
    return layer;
}

cv::Mat truncated_to_bytes(const cv::Mat& values) {
    cv::Mat bytes(values.size(), CV_8U);
    std::transform(values.begin<float>(), values.end<float>(), bytes.begin<std::uint8_t>(),
                   [](float value) { return static_cast<std::uint8_t>(std::clamp(value, 0.0F, 255.0F)); });
    return bytes;
}

/// How much water colour to add at every pixel: drops with a bright and a dark rim.
cv::Mat water_amount(const cv::Mat& layer, double intensity) {
    cv::Mat edges;
    cv::Canny(truncated_to_bytes(layer * 255.0), edges, 50.0, 150.0);
    cv::Mat distance;
    cv::distanceTransform(255 - edges, distance, cv::DIST_L2, 5);
    cv::threshold(distance, distance, 20.0, 20.0, cv::THRESH_TRUNC);
    cv::blur(distance, distance, cv::Size(3, 3));
    cv::Mat relief = truncated_to_bytes(distance);
    cv::equalizeHist(relief, relief);
    const cv::Mat emboss = (cv::Mat_<float>(3, 3) << -2, -1, 0, -1, 1, 1, 0, 1, 2);
    cv::filter2D(relief, relief, CV_8U, emboss);
    cv::blur(relief, relief, cv::Size(3, 3));
    relief.convertTo(distance, CV_32F);
    cv::Mat amount = layer.mul(distance);
    double highest = 0.0;
    cv::minMaxLoc(amount, nullptr, &highest);
    if (highest > 0.0) {
        amount *= intensity / highest;
    }
    return amount;
}

/// How much of every pixel mud covers.
cv::Mat mud_cover(const cv::Mat& layer, const tables::Spatter& p) {
    cv::Mat cover;
    cv::threshold(layer, cover, p.layer_threshold, 1.0, cv::THRESH_BINARY);
    cover = gaussian_smoothed(cover, p.intensity_or_mud_sigma, 4.0, cv::BORDER_REPLICATE);
    // Values of exactly 0.8 stay: the comparison is with the next smaller float.
    cv::threshold(cover, cover, std::nextafter(0.8F, 0.0F), 0.0, cv::THRESH_TOZERO);
    return cover;
}

} // namespace

Image spatter(const Image& clean, const Setting& setting, Random& random) {
    const tables::Spatter& p = setting.of(tables::spatter);
    const cv::Mat layer = liquid_layer(cv::Size(clean.width, clean.height), p, random);
    const bool wet = p.mode == tables::SpatterMode::water;
    const cv::Mat amounts = wet ? water_amount(layer, p.intensity_or_mud_sigma) : mud_cover(layer, p);
    const Colour& colour = wet ? water : mud;
    const auto channels = static_cast<std::size_t>(clean.channels);
    const auto& unit = unit_values();
    Image result = clean;
    const float* amount = amounts.ptr<float>();
    for (std::size_t i = 0; i < result.pixels.size(); ++i) {
        const double share = amount[i / channels];
        const double kept = wet ? 1.0 : 1.0 - share;
        result.pixels[i] = to_byte(kept * unit[result.pixels[i]] + share * colour.of(i % channels, channels));
    }
    return result;
}

} // namespace lab::steps
