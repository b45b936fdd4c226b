#include "core/image/corruption_steps.h"
#include "core/image/pixel_math.h"

#include <cmath>
#include <numbers>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <stdexcept>

namespace lab::steps {
namespace {

/// The affine map that carries three points around the middle to themselves plus a jitter (pixels).
cv::Mat jittered(const cv::Mat& source, double jitter, Random& random) {
    const auto x = static_cast<float>(source.cols / 2);
    const auto y = static_cast<float>(source.rows / 2);
    const auto q = static_cast<float>(std::min(source.rows, source.cols) / 3);
    const std::array<cv::Point2f, 3> from = {cv::Point2f(x + q, y + q), cv::Point2f(x + q, y - q),
                                             cv::Point2f(x - q, y - q)};
    std::array<cv::Point2f, 3> to = from;
    for (cv::Point2f& point : to) {
        point.x += static_cast<float>(random.uniform(-jitter, jitter));
        point.y += static_cast<float>(random.uniform(-jitter, jitter));
    }
    cv::Mat warped;
    cv::warpAffine(source, warped, cv::getAffineTransform(from.data(), to.data()), source.size(),
                   cv::INTER_LINEAR, cv::BORDER_REFLECT_101);
    return warped;
}

/// The slowest waves on a line whose borders mirror, as rows of a waves × length matrix of unit vectors, each
/// times the square root of what a Gaussian (cut at 3 sigma) leaves of it: transposed(m) · m then is that
/// Gaussian. For Gaussians wider than a third of the line, which leave nothing of faster waves.
cv::Mat surviving_waves(int length, double sigma) {
    constexpr int most_waves = 16;
    std::vector<double> weights(1 + static_cast<std::size_t>(3.0 * sigma + 0.5));
    double sum = 0.0;
    for (std::size_t k = 0; k < weights.size(); ++k) {
        const double distance = static_cast<double>(k) / sigma;
        weights[k] = (k == 0 ? 1.0 : 2.0) * std::exp(-0.5 * distance * distance);
        sum += weights[k];
    }
    cv::Mat waves(std::min(most_waves, length), length, CV_32F);
    for (int wave = 0; wave < waves.rows; ++wave) {
        const double frequency = std::numbers::pi * wave / length;
        double kept = 0.0;
        for (std::size_t k = 0; k < weights.size(); ++k) {
            kept += weights[k] * std::cos(frequency * static_cast<double>(k));
        }
        const double scale = std::sqrt((wave == 0 ? 1.0 : 2.0) / length * std::max(kept / sum, 0.0));
        for (int i = 0; i < length; ++i) {
            waves.at<float>(wave, i) = static_cast<float>(scale * std::cos(frequency * (i + 0.5)));
        }
    }
    return waves;
}

/// How far each pixel moves along x and along y: smoothed uniform noise times alpha, float.
std::array<cv::Mat, 2> displacements(cv::Size size, double alpha, double sigma, Random& random) {
    std::array<cv::Mat, 2> fields;
    for (cv::Mat& field : fields) {
        field.create(size, CV_32F);
        std::generate(field.begin<float>(), field.end<float>(),
                      [&] { return static_cast<float>(random.uniform(-1.0, 1.0)); });
    }
    if (3.0 * sigma <= std::max(size.width, size.height)) {
        for (cv::Mat& field : fields) {
            field = gaussian_smoothed(field, sigma, 3.0, cv::BORDER_REFLECT) * alpha;
        }
        return fields;
    }
    const cv::Mat rows = surviving_waves(size.height, sigma);
    const cv::Mat columns = surviving_waves(size.width, sigma);
    for (cv::Mat& field : fields) {
        const cv::Mat amplitudes = rows * field * columns.t();
        // In this order: OpenCV takes twenty times longer for a product of two long thin matrices on the
        // right.
        const cv::Mat along_rows = amplitudes * columns;
        cv::gemm(rows, along_rows, alpha, cv::noArray(), 0.0, field, cv::GEMM_1_T);
    }
    return fields;
}

/// Bilinear sampling at (x + dx, y + dy) with mirrored borders; float matrices.
cv::Mat displaced(const cv::Mat& source, const cv::Mat& dx, const cv::Mat& dy) {
    const int channels = source.channels();
    cv::Mat result(source.size(), source.type());
    for (int row = 0; row < source.rows; ++row) {
        float* to = result.ptr<float>(row);
        for (int column = 0; column < source.cols; ++column) {
            const float x = static_cast<float>(column) + dx.at<float>(row, column);
            const float y = static_cast<float>(row) + dy.at<float>(row, column);
            const float left = std::floor(x);
            const float top = std::floor(y);
            const float right_share = x - left;
            const float lower_share = y - top;
            const auto mirrored_column = [&](int step) {
                const int at = static_cast<int>(left) + step;
                return channels * (static_cast<unsigned>(at) < static_cast<unsigned>(source.cols)
                                       ? at
                                       : cv::borderInterpolate(at, source.cols, cv::BORDER_REFLECT));
            };
            const auto mirrored_row = [&](int step) {
                const int at = static_cast<int>(top) + step;
                return source.ptr<float>(static_cast<unsigned>(at) < static_cast<unsigned>(source.rows)
                                             ? at
                                             : cv::borderInterpolate(at, source.rows, cv::BORDER_REFLECT));
            };
            const int near_column = mirrored_column(0);
            const int far_column = mirrored_column(1);
            const float* upper = mirrored_row(0);
            const float* lower = mirrored_row(1);
            for (int channel = 0; channel < channels; ++channel) {
                const float above = upper[near_column + channel] * (1.0F - right_share) +
                                    upper[far_column + channel] * right_share;
                const float below = lower[near_column + channel] * (1.0F - right_share) +
                                    lower[far_column + channel] * right_share;
                *to++ = above * (1.0F - lower_share) + below * lower_share;
            }
        }
    }
    return result;
}

/// The pixels [first[i], first[i + 1]) that a box filter averages into pixel i of a shorter line: whole
/// pixels, chosen by their middles, as Pillow's box filter does.
struct BoxLine {
    std::vector<int> first;
    std::vector<int> last;
};
BoxLine box_line(int length, int shorter) {
    BoxLine line;
    const double scale = static_cast<double>(length) / shorter;
    for (int i = 0; i < shorter; ++i) {
        const double middle = (i + 0.5) * scale;
        line.first.push_back(std::max(static_cast<int>(middle - 0.5 * scale + 0.5), 0));
        line.last.push_back(std::min(static_cast<int>(middle + 0.5 * scale + 0.5), length));
    }
    return line;
}

/// Averages along the columns (8-bit result, rounded) and turns the picture on its side.
cv::Mat box_shrunk_and_turned(const cv::Mat& bytes, int shorter) {
    const BoxLine line = box_line(bytes.cols, shorter);
    const int channels = bytes.channels();
    cv::Mat result(shorter, bytes.rows, bytes.type());
    for (int row = 0; row < bytes.rows; ++row) {
        const std::uint8_t* from = bytes.ptr(row);
        for (int i = 0; i < shorter; ++i) {
            const int first = line.first[static_cast<std::size_t>(i)];
            const int last = line.last[static_cast<std::size_t>(i)];
            for (int channel = 0; channel < channels; ++channel) {
                int sum = 0;
                for (int column = first; column < last; ++column) {
                    sum += from[column * channels + channel];
                }
                const int count = last - first;
                result.ptr(i)[row * channels + channel] =
                    static_cast<std::uint8_t>((2 * sum + count) / (2 * count));
            }
        }
    }
    return result;
}

} // namespace

Image elastic_transform(const Image& clean, const Setting& setting, Random& random) {
    const tables::Elastic& p = setting.of(tables::elastic_transform);
    const double scale = std::min(clean.height, clean.width) / (setting.small ? 32.0 : 224.0);
    const cv::Mat warped = jittered(to_unit_float(clean), p.affine_jitter * scale, random);
    if (p.displacement_alpha == 0.0) {
        return to_image(warped);
    }
    const double alpha = p.displacement_alpha * scale;
    const double sigma = p.displacement_sigma * scale;
    const auto [dx, dy] = displacements(warped.size(), alpha, sigma, random);
    return to_image(displaced(warped, dx, dy));
}

Image pixelate(const Image& clean, const Setting& setting, Random&) {
    const double scale = setting.of(tables::pixelate);
    const int small_width = std::max(static_cast<int>(clean.width * scale), 1);
    const int small_height = std::max(static_cast<int>(clean.height * scale), 1);
    const cv::Mat small =
        box_shrunk_and_turned(box_shrunk_and_turned(view(clean), small_width), small_height);
    Image result = clean;
    auto to = result.pixels.begin();
    for (int row = 0; row < clean.height; ++row) {
        const int from_row = static_cast<int>((row + 0.5) * small_height / clean.height);
        for (int column = 0; column < clean.width; ++column) {
            const int from_column = static_cast<int>((column + 0.5) * small_width / clean.width);
            to = std::copy_n(small.ptr(from_row) + static_cast<std::ptrdiff_t>(from_column) * clean.channels,
                             clean.channels, to);
        }
    }
    return result;
}

Image jpeg_compression(const Image& clean, const Setting& setting, Random&) {
    cv::Mat ordered = view(clean);
    if (clean.channels == 3) {
        cv::Mat swapped;
        cv::cvtColor(ordered, swapped, cv::COLOR_RGB2BGR);
        ordered = swapped;
    }
    std::vector<std::uint8_t> file;
    cv::imencode(".jpg", ordered, file, {cv::IMWRITE_JPEG_QUALITY, setting.of(tables::jpeg_compression)});
    cv::Mat decoded = cv::imdecode(file, clean.channels == 3 ? cv::IMREAD_COLOR : cv::IMREAD_GRAYSCALE);
    if (decoded.size() != ordered.size() || decoded.channels() != clean.channels) {
        throw std::runtime_error("This OpenCV cannot write and read JPEG pictures.");
    }
    if (clean.channels == 3) {
        cv::cvtColor(decoded, decoded, cv::COLOR_BGR2RGB);
    }
    Image result{clean.height, clean.width, clean.channels, {}};
    result.pixels.assign(decoded.datastart, decoded.dataend);
    return result;
}

} // namespace lab::steps
