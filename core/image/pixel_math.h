#pragma once

#include "core/base/image.h"

#include <algorithm>
#include <array>
#include <opencv2/core.hpp>

/// The way from bytes to 0 … 1 and back that all corruptions share.
namespace lab::steps {

/// byte / 255, by division: a multiplication by 1/255 gives other last digits.
inline const std::array<double, 256>& unit_values() {
    static const std::array<double, 256> values = [] {
        std::array<double, 256> table{};
        for (std::size_t i = 0; i < table.size(); ++i) {
            table[i] = static_cast<double>(i) / 255.0;
        }
        return table;
    }();
    return values;
}

/// 0 … 1 to a byte: clipped, then truncated.
inline std::uint8_t to_byte(double value) {
    return static_cast<std::uint8_t>(std::clamp(value, 0.0, 1.0) * 255.0);
}

inline double luma(double red, double green, double blue) {
    return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/// The picture's own memory as a matrix, height × width with its channels; only to be read.
cv::Mat view(const Image& image);
/// A matrix of 0 … 1, double, height × width with the picture's channels.
cv::Mat to_unit(const Image& image);
/// The same in single precision.
cv::Mat to_unit_float(const Image& image);
/// From a double or float matrix of 0 … 1: clipped and truncated.
Image to_image(const cv::Mat& unit);

/// Separable sampled Gaussian with int(truncate · sigma + 0.5) taps each side, sum 1.
/// @param border one of OpenCV's border types
cv::Mat gaussian_smoothed(const cv::Mat& source, double sigma, double truncate, int border);

/// One-sided blur along a line, of an 8-bit matrix: 2·ceil(radius) + 1 taps with a half Gaussian's weights,
/// tap k displaced by k pixels towards the angle (radians); borders replicated.
cv::Mat motion_blurred(const cv::Mat& bytes, double radius, double sigma, double angle);

/// Where zooming into the middle of a line of pixels reads: index[i] and index[i] + 1, with the weight of
/// the second.
struct ZoomLine {
    ZoomLine(int length, double factor);

    int crop;   ///< pixels of the middle part: ceil(length / factor)
    int zoomed; ///< pixels it is enlarged to, corner on corner: round(crop · factor)
    std::vector<int> index;
    std::vector<float> weight;
};

/// A float matrix zoomed about its middle along both lines, bilinear; the size stays.
cv::Mat zoomed(const cv::Mat& source, const ZoomLine& rows, const ZoomLine& columns);

} // namespace lab::steps
