#include "core/image/pixel_math.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

namespace lab::steps {
namespace {

template <class T>
cv::Mat unit_matrix(const Image& image, int type) {
    cv::Mat unit(image.height, image.width, CV_MAKETYPE(type, image.channels));
    const auto& values = unit_values();
    std::transform(image.pixels.begin(), image.pixels.end(), unit.ptr<T>(),
                   [&](std::uint8_t byte) { return static_cast<T>(values[byte]); });
    return unit;
}

template <class T>
void write_bytes(const cv::Mat& unit, Image& image) {
    const std::size_t row_values =
        static_cast<std::size_t>(unit.cols) * static_cast<std::size_t>(unit.channels());
    auto target = image.pixels.begin();
    for (int row = 0; row < unit.rows; ++row) {
        const T* source = unit.ptr<T>(row);
        target = std::transform(source, source + row_values, target, [](T value) {
            return static_cast<std::uint8_t>(std::clamp(value, T(0), T(1)) * T(255));
        });
    }
}

} // namespace

cv::Mat view(const Image& image) {
    return cv::Mat(image.height, image.width, CV_8UC(image.channels),
                   const_cast<std::uint8_t*>(image.pixels.data()));
}

cv::Mat to_unit(const Image& image) {
    return unit_matrix<double>(image, CV_64F);
}

cv::Mat to_unit_float(const Image& image) {
    return unit_matrix<float>(image, CV_32F);
}

Image to_image(const cv::Mat& unit) {
    Image image{unit.rows, unit.cols, unit.channels(), {}};
    image.pixels.resize(image.byte_count());
    if (unit.depth() == CV_64F) {
        write_bytes<double>(unit, image);
    } else {
        write_bytes<float>(unit, image);
    }
    return image;
}

cv::Mat gaussian_smoothed(const cv::Mat& source, double sigma, double truncate, int border) {
    const int radius = static_cast<int>(truncate * sigma + 0.5);
    if (radius == 0) {
        return source;
    }
    cv::Mat kernel(2 * radius + 1, 1, CV_64F);
    for (int k = -radius; k <= radius; ++k) {
        kernel.at<double>(k + radius) = std::exp(-0.5 * k * k / (sigma * sigma));
    }
    kernel /= cv::sum(kernel)[0];
    cv::Mat smoothed;
    cv::sepFilter2D(source, smoothed, -1, kernel, kernel, cv::Point(-1, -1), 0.0, border);
    return smoothed;
}

cv::Mat motion_blurred(const cv::Mat& bytes, double radius, double sigma, double angle) {
    const int taps = 2 * static_cast<int>(std::ceil(radius)) + 1;
    std::vector<float> weights;
    double sum = 0.0;
    for (int k = 0; k < taps; ++k) {
        weights.push_back(static_cast<float>(std::exp(-0.5 * k * k / (sigma * sigma))));
        sum += weights.back();
    }
    cv::Mat padded;
    cv::copyMakeBorder(bytes, padded, taps, taps, taps, taps, cv::BORDER_REPLICATE);
    padded.convertTo(padded, CV_32F);

    const int channels = bytes.channels();
    const std::size_t row_values = static_cast<std::size_t>(bytes.cols * channels);
    cv::Mat blurred(bytes.size(), bytes.type());
    std::vector<float> line(row_values);
    for (int row = 0; row < bytes.rows; ++row) {
        std::fill(line.begin(), line.end(), 0.0F);
        for (int k = 0; k < taps; ++k) {
            const int dx = static_cast<int>(std::ceil(k * std::cos(angle) - 0.5));
            const int dy = static_cast<int>(std::ceil(k * std::sin(angle) - 0.5));
            const float* source = padded.ptr<float>(row + taps + dy) + (taps + dx) * channels;
            // The reference library keeps 16 bits per value: 255 there is 65535 here.
            const float weight = static_cast<float>(257.0 * weights[static_cast<std::size_t>(k)] / sum);
            for (std::size_t i = 0; i < row_values; ++i) {
                line[i] += weight * source[i];
            }
        }
        std::transform(line.begin(), line.end(), blurred.ptr(row), [](float value) {
            return static_cast<std::uint8_t>(static_cast<unsigned>(value + 0.5F) / 257);
        });
    }
    return blurred;
}

ZoomLine::ZoomLine(int length, double factor)
    : crop(static_cast<int>(std::ceil(length / factor))),
      zoomed(static_cast<int>(std::nearbyint(crop * factor))) {
    const int first = (length - crop) / 2;
    const int skipped = (zoomed - length) / 2;
    const double step = zoomed > 1 ? static_cast<double>(crop - 1) / (zoomed - 1) : 0.0;
    for (int i = 0; i < length; ++i) {
        const double position = std::clamp((i + skipped) * step, 0.0, crop - 1.0);
        const int left = std::min(static_cast<int>(position), std::max(crop - 2, 0));
        index.push_back(first + left);
        weight.push_back(static_cast<float>(position - left));
    }
}

cv::Mat zoomed(const cv::Mat& source, const ZoomLine& rows, const ZoomLine& columns) {
    const int channels = source.channels();
    const std::size_t width = columns.index.size();
    const std::size_t row_values = width * static_cast<std::size_t>(channels);
    // Along the columns first, and only for the rows that are read afterwards.
    const int top = rows.index.front();
    const int bottom = std::min(rows.index.back() + 1, source.rows - 1);
    cv::Mat wide(bottom - top + 1, source.cols, source.type());
    for (int row = top; row <= bottom; ++row) {
        const float* from = source.ptr<float>(row);
        float* to = wide.ptr<float>(row - top);
        for (std::size_t x = 0; x < width; ++x) {
            const float* left = from + columns.index[x] * channels;
            const float share = columns.weight[x];
            const int next = share > 0.0F ? channels : 0;
            for (int channel = 0; channel < channels; ++channel) {
                *to++ = left[channel] + share * (left[channel + next] - left[channel]);
            }
        }
    }
    cv::Mat result(source.size(), source.type());
    for (int row = 0; row < source.rows; ++row) {
        const int upper_row = rows.index[static_cast<std::size_t>(row)] - top;
        const float share = rows.weight[static_cast<std::size_t>(row)];
        const float* upper = wide.ptr<float>(upper_row);
        const float* lower = wide.ptr<float>(std::min(upper_row + 1, wide.rows - 1));
        float* to = result.ptr<float>(row);
        for (std::size_t i = 0; i < row_values; ++i) {
            to[i] = upper[i] + share * (lower[i] - upper[i]);
        }
    }
    return result;
}

} // namespace lab::steps
