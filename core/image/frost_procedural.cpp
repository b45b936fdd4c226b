#include "core/base/random.h"
#include "core/image/frost_textures.h"

#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>

namespace lab::steps {
namespace {

constexpr int height = 576;
constexpr int width = 768;
constexpr std::array<int, 7> cell_sizes = {1, 2, 4, 8, 16, 32, 96}; ///< pixels
constexpr std::size_t levels = 4096;

struct Portrait {
    std::array<double, 3> rgb_mean;
    std::array<double, 3> rgb_std;
    std::array<double, 7> grey_percentiles; ///< at the shares below
    std::array<double, 7> octave_std;       ///< one per cell size
};
constexpr std::array<double, 7> percentile_shares = {0.01, 0.05, 0.25, 0.50, 0.75, 0.95, 0.99};

// Measured on the five published photographs (the second and third are the same picture); the octaves are
// chosen so that the variance of the Laplacian comes out alike, at full and at a fifth of the size.
constexpr std::array<Portrait, 5> portraits = {{
    {{0.305, 0.585, 0.650},
     {0.1055, 0.0646, 0.0601},
     {0.374, 0.402, 0.455, 0.501, 0.554, 0.639, 0.696},
     {0.28, 0.28, 0.14, 0.24, 0.35, 0.49, 0.63}},
    {{0.787, 0.805, 0.841},
     {0.0838, 0.0866, 0.0885},
     {0.548, 0.645, 0.757, 0.816, 0.864, 0.921, 0.957},
     {0.24, 0.32, 0.24, 0.40, 0.45, 0.47, 0.45}},
    {{0.787, 0.805, 0.841},
     {0.0838, 0.0866, 0.0885},
     {0.548, 0.645, 0.757, 0.816, 0.864, 0.921, 0.957},
     {0.24, 0.32, 0.24, 0.40, 0.45, 0.47, 0.45}},
    {{0.540, 0.599, 0.648},
     {0.1117, 0.1117, 0.1171},
     {0.316, 0.401, 0.518, 0.588, 0.654, 0.768, 0.905},
     {0.33, 0.35, 0.28, 0.47, 0.45, 0.41, 0.32}},
    {{0.441, 0.484, 0.528},
     {0.1742, 0.1697, 0.1634},
     {0.169, 0.227, 0.349, 0.458, 0.583, 0.792, 0.929},
     {0.31, 0.32, 0.20, 0.39, 0.45, 0.45, 0.46}},
}};

/// Noise with features of one size, mean 0 and standard deviation 1.
cv::Mat octave(int cell, Random& random) {
    cv::Mat coarse(height / cell + 3, width / cell + 3, CV_32F);
    std::generate(coarse.begin<float>(), coarse.end<float>(),
                  [&] { return static_cast<float>(random.normal()); });
    cv::Mat fine;
    cv::resize(coarse, fine, cv::Size(), cell, cell, cv::INTER_CUBIC);
    fine = fine(cv::Rect(cell, cell, width, height)).clone();
    // Folding the middle octaves at zero turns their zero lines into sharp bright needles.
    if (cell >= 8 && cell <= 32) {
        fine = -cv::abs(fine);
    }
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(fine, mean, deviation);
    return (fine - mean[0]) / deviation[0];
}

/// The grey value below which a share of the texture lies, interpolated between the known percentiles.
double grey_at(double share, const Portrait& portrait) {
    const auto& greys = portrait.grey_percentiles;
    std::size_t i = 0;
    while (i + 2 < greys.size() && share > percentile_shares[i + 1]) {
        ++i;
    }
    const double slope = (greys[i + 1] - greys[i]) / (percentile_shares[i + 1] - percentile_shares[i]);
    return greys[i] + (share - percentile_shares[i]) * slope;
}

/// For each of the field's levels, the grey value that gives the whole texture the portrait's percentiles.
std::vector<double> grey_curve(const cv::Mat& field, double low, double step, const Portrait& portrait) {
    std::vector<double> counts(levels, 0.0);
    std::for_each(field.begin<float>(), field.end<float>(),
                  [&](float value) { counts[static_cast<std::size_t>((value - low) / step)] += 1.0; });
    double below = 0.0;
    for (double& count : counts) {
        const double here = count / static_cast<double>(field.total());
        count = grey_at(below + 0.5 * here, portrait);
        below += here;
    }
    return counts;
}

cv::Mat texture(const Portrait& portrait, std::uint64_t number) {
    Random random{0xF2057, number};
    cv::Mat field = cv::Mat::zeros(height, width, CV_32F);
    for (std::size_t i = 0; i < cell_sizes.size(); ++i) {
        cv::scaleAdd(octave(cell_sizes[i], random), portrait.octave_std[i], field, field);
    }
    double low = 0.0;
    double high = 0.0;
    cv::minMaxLoc(field, &low, &high);
    const double step = (high - low) * 1.000001 / static_cast<double>(levels);
    const std::vector<double> curve = grey_curve(field, low, step, portrait);

    cv::Mat grey(field.size(), CV_64F);
    std::transform(field.begin<float>(), field.end<float>(), grey.begin<double>(),
                   [&](float value) { return curve[static_cast<std::size_t>((value - low) / step)]; });
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(grey, mean, deviation);
    std::array<cv::Mat, 3> channels;
    for (std::size_t channel = 0; channel < channels.size(); ++channel) {
        const double scale = portrait.rgb_std[channel] / deviation[0];
        grey.convertTo(channels[channel], CV_8U, 255.0 * scale,
                       255.0 * (portrait.rgb_mean[channel] - mean[0] * scale));
    }
    cv::Mat rgb;
    cv::merge(channels.data(), channels.size(), rgb);
    return rgb;
}

} // namespace

FrostTextures procedural_frost() {
    FrostTextures textures;
    for (std::size_t i = 0; i < portraits.size(); ++i) {
        textures.push_back(texture(portraits[i], i));
    }
    return textures;
}

} // namespace lab::steps
