#include "core/image/corruption_steps.h"
#include "core/image/pixel_math.h"

#include <map>
#include <numbers>
#include <opencv2/imgproc.hpp>
#include <utility>

namespace lab::steps {
namespace {

/// A disc with a softened rim, float, without the empty rows and columns around it.
cv::Mat disc_kernel(double radius, double antialias_sigma) {
    const int reach = radius <= 8.0 ? 8 : static_cast<int>(radius);
    cv::Mat disc(2 * reach + 1, 2 * reach + 1, CV_32F);
    for (int y = -reach; y <= reach; ++y) {
        for (int x = -reach; x <= reach; ++x) {
            disc.at<float>(y + reach, x + reach) = x * x + y * y <= radius * radius ? 1.0F : 0.0F;
        }
    }
    disc /= cv::sum(disc)[0];
    const int side = radius <= 8.0 ? 3 : 5;
    cv::GaussianBlur(disc, disc, cv::Size(side, side), antialias_sigma);

    int used = reach;
    while (used > 0 && cv::countNonZero(disc.row(reach - used)) == 0) {
        --used;
    }
    return disc(cv::Rect(reach - used, reach - used, 2 * used + 1, 2 * used + 1)).clone();
}

cv::Mat gaussian_blurred(const Image& image, double sigma) {
    return gaussian_smoothed(to_unit(image), sigma, 4.0, cv::BORDER_REPLICATE);
}

/// Every pixel takes over a random neighbour, in place: a neighbour may have moved before.
void scatter(Image& image, int max_delta, Random& random) {
    const auto draws = static_cast<std::uint32_t>(2 * max_delta);
    const auto channels = static_cast<std::ptrdiff_t>(image.channels);
    const auto at = [&](int row, int column) {
        return image.pixels.begin() + (static_cast<std::ptrdiff_t>(row) * image.width + column) * channels;
    };
    for (int row = image.height - max_delta; row > max_delta; --row) {
        for (int column = image.width - max_delta; column > max_delta; --column) {
            const int dx = static_cast<int>(random.integer(draws)) - max_delta;
            const int dy = static_cast<int>(random.integer(draws)) - max_delta;
            std::copy_n(at(row + dy, column + dx), channels, at(row, column));
        }
    }
}

} // namespace

Image defocus_blur(const Image& clean, const Setting& setting, Random&) {
    const tables::Defocus& p = setting.of(tables::defocus_blur);
    cv::Mat blurred;
    cv::filter2D(to_unit(clean), blurred, -1, disc_kernel(p.disc_radius, p.antialias_sigma),
                 cv::Point(-1, -1), 0.0, cv::BORDER_REFLECT_101);
    return to_image(blurred);
}

Image glass_blur(const Image& clean, const Setting& setting, Random& random) {
    const tables::Glass& p = setting.of(tables::glass_blur);
    Image scattered = to_image(gaussian_blurred(clean, p.sigma));
    for (int iteration = 0; iteration < p.iterations; ++iteration) {
        scatter(scattered, p.max_delta, random);
    }
    return to_image(gaussian_blurred(scattered, p.sigma));
}

Image motion_blur(const Image& clean, const Setting& setting, Random& random) {
    const tables::Motion& p = setting.of(tables::motion_blur);
    const double angle = random.uniform(-45.0, 45.0) * std::numbers::pi / 180.0;
    const cv::Mat blurred = motion_blurred(view(clean), p.radius, p.sigma, angle);
    Image result{clean.height, clean.width, clean.channels, {}};
    result.pixels.assign(blurred.datastart, blurred.dataend);
    return result;
}

Image zoom_blur(const Image& clean, const Setting& setting, Random&) {
    const tables::Zoom& p = setting.of(tables::zoom_blur);
    // The published factors are running sums in floating point; their last digits decide the rounding of
    // sizes.
    const double step = (1.0 + p.step) - 1.0;
    struct Copy {
        ZoomLine rows;
        ZoomLine columns;
        int count;
    };
    // Neighbouring factors often lead to the same sizes, above all in small pictures: one copy serves them
    // all.
    std::map<std::array<int, 4>, Copy> copies;
    for (int i = 0; i < p.count; ++i) {
        const double factor = 1.0 + i * step;
        ZoomLine rows(clean.height, factor);
        ZoomLine columns(clean.width, factor);
        const std::array<int, 4> sizes = {rows.crop, rows.zoomed, columns.crop, columns.zoomed};
        copies.try_emplace(sizes, Copy{std::move(rows), std::move(columns), 0}).first->second.count += 1;
    }
    const cv::Mat plain = to_unit_float(clean);
    cv::Mat sum = plain.clone();
    for (const auto& [sizes, copy] : copies) {
        cv::scaleAdd(zoomed(plain, copy.rows, copy.columns), copy.count, sum, sum);
    }
    sum /= static_cast<double>(p.count + 1);
    return to_image(sum);
}

Image gaussian_blur(const Image& clean, const Setting& setting, Random&) {
    return to_image(gaussian_blurred(clean, setting.of(tables::gaussian_blur)));
}

} // namespace lab::steps
