#include "core/image/fit.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <vector>

namespace lab {
namespace {

constexpr int weight_bits = 22;

/// A range of output pixels along one side, out of a side of `whole` pixels.
struct Span {
    int whole = 0;
    int begin = 0;
    int length = 0;
};

struct Filter {
    double support; ///< radius at scale 1
    double (*weight)(double);
};

double triangle(double x) {
    return std::max(0.0, 1.0 - std::abs(x));
}

/// Keys' cubic convolution with a = −1/2 (R. Keys, IEEE TASSP 29, 1981).
double cubic(double x) {
    constexpr double a = -0.5;
    x = std::abs(x);
    if (x < 1.0) {
        return ((a + 2.0) * x - (a + 3.0)) * x * x + 1.0;
    }
    return x < 2.0 ? (((x - 5.0) * x + 8.0) * x - 4.0) * a : 0.0;
}

Filter filter_named(const std::string& interpolation) {
    if (interpolation == "bilinear") {
        return {1.0, triangle};
    }
    if (interpolation == "bicubic") {
        return {2.0, cubic};
    }
    throw std::invalid_argument("interpolation: expected bicubic or bilinear, found \"" + interpolation +
                                "\"");
}

/// For each output pixel the first input pixel and the weights of it and its successors.
struct Taps {
    int most = 0; ///< weights per output pixel, unused ones at the end
    std::vector<int> first, count;
    std::vector<std::int32_t> weights;

    Taps(int input, const Span& output, const Filter& filter) {
        const double scale = static_cast<double>(input) / output.whole;
        const double stretch = std::max(1.0, scale);
        const double support = filter.support * stretch;
        most = static_cast<int>(std::ceil(support)) * 2 + 1;
        weights.assign(static_cast<std::size_t>(output.length) * most, 0);
        std::vector<double> exact(static_cast<std::size_t>(most));
        for (int i = 0; i < output.length; ++i) {
            const double centre = (output.begin + i + 0.5) * scale;
            const int from = std::max(0, static_cast<int>(centre - support + 0.5));
            const int to = std::min(input, static_cast<int>(centre + support + 0.5));
            double sum = 0.0;
            for (int k = 0; k < to - from; ++k) {
                exact[k] = filter.weight((k + from - centre + 0.5) / stretch);
                sum += exact[k];
            }
            for (int k = 0; k < to - from; ++k) {
                const double weight = (sum != 0.0 ? exact[k] / sum : exact[k]) * (1 << weight_bits);
                weights[static_cast<std::size_t>(i) * most + k] =
                    static_cast<std::int32_t>(weight + (weight < 0.0 ? -0.5 : 0.5));
            }
            first.push_back(from);
            count.push_back(to - from);
        }
    }
};

std::uint8_t to_byte(std::int32_t sum) {
    return static_cast<std::uint8_t>(std::clamp(sum >> weight_bits, 0, 255));
}

constexpr std::int32_t half = 1 << (weight_bits - 1);

template <int channels>
void filter_row(const std::uint8_t* in, const Taps& taps, std::uint8_t* out) {
    for (std::size_t x = 0; x < taps.first.size(); ++x) {
        const std::int32_t* const weights = taps.weights.data() + x * taps.most;
        const std::uint8_t* pixel = in + static_cast<std::size_t>(taps.first[x]) * channels;
        std::int32_t sums[channels];
        std::fill_n(sums, channels, half);
        for (int k = 0; k < taps.count[x]; ++k, pixel += channels) {
            for (int c = 0; c < channels; ++c) {
                sums[c] += pixel[c] * weights[k];
            }
        }
        for (int c = 0; c < channels; ++c) {
            out[x * channels + c] = to_byte(sums[c]);
        }
    }
}

/// A window of the picture as it is.
Image cut(const Image& picture, const Span& rows, const Span& columns) {
    Image result{rows.length, columns.length, picture.channels, {}};
    result.pixels.reserve(result.byte_count());
    for (int y = 0; y < rows.length; ++y) {
        const auto first =
            picture.pixels.begin() +
            (std::ptrdiff_t{rows.begin + y} * picture.width + columns.begin) * picture.channels;
        result.pixels.insert(result.pixels.end(), first,
                             first + std::ptrdiff_t{columns.length} * picture.channels);
    }
    return result;
}

/// A window of the resized picture: only what the window needs is computed.
Image resampled(const Image& picture, const Span& rows, const Span& columns, const Filter& filter) {
    if (rows.whole == picture.height && columns.whole == picture.width)
        return cut(picture, rows, columns); // every filter leaves each pixel as it is then
    const int channels = picture.channels;
    const Taps across(picture.width, columns, filter), down(picture.height, rows, filter);
    const int top = down.first.front(), bottom = down.first.back() + down.count.back();
    const std::size_t line = static_cast<std::size_t>(columns.length) * channels;
    std::vector<std::uint8_t> narrow(static_cast<std::size_t>(bottom - top) * line);
    for (int y = top; y < bottom; ++y) {
        const std::uint8_t* const in =
            picture.pixels.data() + static_cast<std::size_t>(y) * picture.width * channels;
        std::uint8_t* const out = narrow.data() + static_cast<std::size_t>(y - top) * line;
        channels == 3 ? filter_row<3>(in, across, out) : filter_row<1>(in, across, out);
    }
    Image result{rows.length, columns.length, channels, {}};
    result.pixels.resize(result.byte_count());
    std::vector<std::int32_t> sums(line);
    for (int y = 0; y < rows.length; ++y) {
        std::fill(sums.begin(), sums.end(), half);
        for (int k = 0; k < down.count[y]; ++k) {
            const std::int32_t weight = down.weights[static_cast<std::size_t>(y) * down.most + k];
            const std::uint8_t* const in =
                narrow.data() + static_cast<std::size_t>(down.first[y] + k - top) * line;
            for (std::size_t x = 0; x < line; ++x) {
                sums[x] += in[x] * weight;
            }
        }
        std::transform(sums.begin(), sums.end(),
                       result.pixels.begin() + static_cast<std::ptrdiff_t>(y * line), to_byte);
    }
    return result;
}

void check(const Image& picture) {
    if (picture.byte_count() == 0 || picture.pixels.size() != picture.byte_count() ||
        (picture.channels != 1 && picture.channels != 3)) {
        throw std::invalid_argument("A picture to resize has pixels and 1 or 3 channels.");
    }
}

} // namespace

Image resized(const Image& picture, int height, int width, const std::string& interpolation) {
    check(picture);
    if (height < 1 || width < 1) {
        throw std::invalid_argument("A picture cannot be resized to " + std::to_string(width) + "x" +
                                    std::to_string(height) + ".");
    }
    return resampled(picture, {height, 0, height}, {width, 0, width}, filter_named(interpolation));
}

Image with_channels(const Image& picture, int channels) {
    check(picture);
    if (channels != 1 && channels != 3) {
        throw std::invalid_argument("channels: expected 1 or 3, found " + std::to_string(channels));
    }
    if (picture.channels == channels) {
        return picture;
    }
    Image result{picture.height, picture.width, channels, {}};
    result.pixels.reserve(result.byte_count());
    if (channels == 3) {
        for (const std::uint8_t grey : picture.pixels) {
            result.pixels.insert(result.pixels.end(), 3, grey);
        }
        return result;
    }
    for (std::size_t i = 0; i < picture.pixels.size(); i += 3) {
        // 0.299, 0.587 and 0.114 with 16 binary digits
        const std::uint32_t luma = picture.pixels[i] * 19595u + picture.pixels[i + 1] * 38470u +
                                   picture.pixels[i + 2] * 7471u + 0x8000u;
        result.pixels.push_back(static_cast<std::uint8_t>(luma >> 16));
    }
    return result;
}

Image fit(const Image& picture, const InputGeometry& geometry) {
    check(picture);
    if (geometry.size == 0) {
        return with_channels(picture, geometry.channels);
    }
    if (geometry.size < 1 || !(geometry.crop >= 0.1 && geometry.crop <= 1.0)) {
        throw std::invalid_argument("crop: expected 0.1 to 1, found " + std::to_string(geometry.crop) +
                                    " (input size " + std::to_string(geometry.size) + ")");
    }
    // A crop that was worked out as size / short side must give that short side back: hence the tiny
    // addition.
    const int short_side = static_cast<int>(std::floor(geometry.size / geometry.crop + 1e-6));
    const int smaller = std::min(picture.height, picture.width);
    const auto side = [&](int length) {
        return static_cast<int>(std::int64_t{short_side} * length / smaller);
    };
    const auto middle = [&](int whole) {
        return Span{whole, static_cast<int>(std::nearbyint((whole - geometry.size) / 2.0)), geometry.size};
    };
    return with_channels(resampled(picture, middle(side(picture.height)), middle(side(picture.width)),
                                   filter_named(geometry.interpolation)),
                         geometry.channels);
}

} // namespace lab
