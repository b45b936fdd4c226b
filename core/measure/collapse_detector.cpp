#include "core/measure/collapse_detector.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lab {

namespace {

constexpr std::size_t labelled_window = 640;
constexpr std::size_t unlabelled_window = 1000;
constexpr std::size_t norm_batches = 5;

double effective_classes(const std::vector<int>& counts) {
    const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
    double entropy = 0;
    for (const int count : counts)
        if (count > 0)
            entropy -= count / total * std::log(count / total);
    return std::exp(entropy);
}

double mean(const auto& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

} // namespace

bool CollapseDetector::add(const std::vector<int>& labels, const std::vector<int>& predictions,
                           double logit_norm) {
    for (std::size_t i = 0; i < predictions.size(); ++i)
        recent_.emplace_back(labels[i], predictions[i]);
    while (recent_.size() > unlabelled_window)
        recent_.pop_front();
    if (first_norms_.size() < norm_batches)
        first_norms_.push_back(logit_norm);
    last_norms_.push_back(logit_norm);
    if (last_norms_.size() > norm_batches)
        last_norms_.pop_front();
    collapsed_ = collapsed_ || labelled_rule() || unlabelled_rule();
    return collapsed_;
}

void CollapseDetector::reset() {
    collapsed_ = false;
    recent_.clear();
    first_norms_.clear();
    last_norms_.clear();
}

bool CollapseDetector::labelled_rule() const {
    if (recent_.size() < labelled_window)
        return false;
    std::vector<int> predicted(static_cast<std::size_t>(classes_), 0), truth = predicted;
    const auto window = recent_.end() - static_cast<std::ptrdiff_t>(labelled_window);
    for (auto image = window; image != recent_.end(); ++image) {
        if (image->first < 0)
            return false;
        ++truth[static_cast<std::size_t>(image->first)];
        ++predicted[static_cast<std::size_t>(image->second)];
    }
    const auto top =
        static_cast<int>(std::max_element(predicted.begin(), predicted.end()) - predicted.begin());
    int others = 0, taken = 0;
    for (auto image = window; image != recent_.end(); ++image)
        if (image->first != top) {
            ++others;
            taken += image->second == top;
        }
    const double effective = effective_classes(predicted);
    return others >= 64 && taken >= 0.8 * others &&
           (effective <= 1.5 || effective <= 0.5 * effective_classes(truth));
}

bool CollapseDetector::unlabelled_rule() const {
    if (recent_.size() < unlabelled_window || first_norms_.size() < norm_batches)
        return false;
    std::vector<int> predicted(static_cast<std::size_t>(classes_), 0);
    for (const auto& [label, prediction] : recent_) {
        if (label >= 0)
            return false;
        ++predicted[static_cast<std::size_t>(prediction)];
    }
    const int top = *std::max_element(predicted.begin(), predicted.end());
    return top >= 0.95 * static_cast<double>(unlabelled_window) &&
           mean(last_norms_) >= 1.1 * mean(first_norms_);
}

} // namespace lab
