#include "core/measure/meter.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lab {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

double ratio(double part, double whole) {
    return whole > 0 ? part / whole : nothing;
}

/// Share of the most frequent class among the known values.
template <typename Pick>
double dominance(const std::deque<std::pair<int, int>>& images, int classes, Pick pick) {
    std::vector<int> counts(static_cast<std::size_t>(classes), 0);
    int known = 0;
    for (const auto& image : images)
        if (const int c = pick(image); c >= 0) {
            ++counts[static_cast<std::size_t>(c)];
            ++known;
        }
    return ratio(*std::max_element(counts.begin(), counts.end()), known);
}

} // namespace

Meter::Meter(int classes) : classes_(classes) {}

void Meter::add(const std::vector<int>& labels, const std::vector<int>& predictions,
                const std::vector<float>& confidences) {
    Score score;
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        recent_images_.emplace_back(labels[i], predictions[i]);
        if (recent_images_.size() > dominance_window)
            recent_images_.pop_front();
        if (labels[i] < 0)
            continue;
        const bool right = labels[i] == predictions[i];
        ++score.labelled;
        score.right += right;
        const auto bin = static_cast<std::size_t>(
            std::clamp(std::ceil(confidences[i] * calibration_bins) - 1.0, 0.0, calibration_bins - 1.0));
        bins_[bin].count += 1;
        bins_[bin].right += right;
        bins_[bin].confidence += confidences[i];
    }
    total_.right += score.right;
    total_.labelled += score.labelled;
    recent_batches_.push_back(score);
    if (recent_batches_.size() > accuracy_window)
        recent_batches_.pop_front();
    batch_accuracy_ = ratio(static_cast<double>(score.right), static_cast<double>(score.labelled));
}

double Meter::window_accuracy() const {
    Score sum;
    for (const Score& score : recent_batches_) {
        sum.right += score.right;
        sum.labelled += score.labelled;
    }
    return ratio(static_cast<double>(sum.right), static_cast<double>(sum.labelled));
}

double Meter::running_accuracy() const {
    return ratio(static_cast<double>(total_.right), static_cast<double>(total_.labelled));
}

double Meter::class_dominance() const {
    return dominance(recent_images_, classes_, [](const auto& image) { return image.second; });
}

double Meter::label_dominance() const {
    return dominance(recent_images_, classes_, [](const auto& image) { return image.first; });
}

double Meter::calibration_error() const {
    double error = 0;
    for (const Bin& bin : bins_)
        if (bin.count > 0)
            error += std::abs(bin.right - bin.confidence);
    return ratio(error, static_cast<double>(total_.labelled));
}

} // namespace lab
