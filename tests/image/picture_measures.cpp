#include "tests/image/picture_measures.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

namespace {

/// Double, 0 … 255, three channels.
cv::Mat matrix_of(const lab::Image& image) {
    cv::Mat matrix;
    cv::Mat(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.pixels.data()))
        .convertTo(matrix, CV_64F);
    return matrix;
}

double channel_mean(const cv::Mat& matrix) {
    const cv::Scalar means = cv::mean(matrix);
    return (means[0] + means[1] + means[2]) / 3.0;
}

double variance(const cv::Mat& matrix) {
    const double mean = channel_mean(matrix);
    return channel_mean(matrix.mul(matrix)) - mean * mean;
}

double laplacian_variance(const cv::Mat& rgb) {
    cv::Mat grey;
    cv::transform(rgb / 255.0, grey, cv::Matx13d(0.299, 0.587, 0.114));
    cv::Mat laplacian;
    const cv::Mat kernel = (cv::Mat_<double>(3, 3) << 0, 1, 0, 1, -4, 1, 0, 1, 0);
    cv::filter2D(grey, laplacian, -1, kernel);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(laplacian(cv::Rect(1, 1, grey.cols - 2, grey.rows - 2)), mean, deviation);
    return deviation[0] * deviation[0];
}

double structural_similarity(const cv::Mat& x, const cv::Mat& y) {
    constexpr int window = 7;
    constexpr double c1 = (0.01 * 255.0) * (0.01 * 255.0);
    constexpr double c2 = (0.03 * 255.0) * (0.03 * 255.0);
    constexpr double sample = window * window / (window * window - 1.0);
    const auto averaged = [](const cv::Mat& matrix) {
        cv::Mat result;
        cv::blur(matrix, result, cv::Size(window, window));
        return result;
    };
    const cv::Mat ux = averaged(x);
    const cv::Mat uy = averaged(y);
    const cv::Mat vx = (averaged(x.mul(x)) - ux.mul(ux)) * sample;
    const cv::Mat vy = (averaged(y.mul(y)) - uy.mul(uy)) * sample;
    const cv::Mat vxy = (averaged(x.mul(y)) - ux.mul(uy)) * sample;
    const cv::Scalar first = cv::Scalar::all(c1);
    const cv::Scalar second = cv::Scalar::all(c2);
    const cv::Mat above = cv::Mat(2.0 * ux.mul(uy) + first).mul(2.0 * vxy + second);
    const cv::Mat below = cv::Mat(ux.mul(ux) + uy.mul(uy) + first).mul(vx + vy + second);
    const cv::Mat map = above / below;
    constexpr int rim = window / 2;
    return channel_mean(map(cv::Rect(rim, rim, x.cols - 2 * rim, x.rows - 2 * rim)));
}

} // namespace

PictureMeasures measure(const lab::Image& clean, const lab::Image& corrupted) {
    const cv::Mat x = matrix_of(clean);
    const cv::Mat y = matrix_of(corrupted);
    const cv::Mat difference = (y - x) / 255.0;
    return {channel_mean(difference.mul(difference)),
            channel_mean(difference),
            std::sqrt(variance(y) / variance(x)),
            laplacian_variance(x),
            laplacian_variance(y),
            structural_similarity(x, y)};
}
