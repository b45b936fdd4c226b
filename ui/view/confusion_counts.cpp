#include "ui/view/confusion_counts.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace lab {

void ConfusionCounts::add(const StepRecord& record, int sign) {
    for (std::size_t i = 0; i < record.predictions.size() && i < record.labels.size(); ++i) {
        const int label = record.labels[i], prediction = record.predictions[i];
        if (label >= 0 && label < classes_ && prediction >= 0 && prediction < classes_)
            counts_[static_cast<std::size_t>(label) * static_cast<std::size_t>(classes_) +
                    static_cast<std::size_t>(prediction)] += sign;
    }
}

void ConfusionCounts::count(const Scene& scene, int lane, int first, int last) {
    const auto classes = static_cast<int>(scene.class_names.size());
    const bool far = std::abs(first - first_) + std::abs(last - last_) > last - first + 1;
    // A forked lane catches up on steps that were already passed over.
    bool late = false;
    const std::size_t records = scene.records ? scene.records->size() : 0;
    for (; known_ < records; ++known_) {
        const StepRecord& record = (*scene.records)[known_];
        late = late || (record.lane == lane && record.step >= first_ && record.step <= last_);
    }
    known_ = records;
    const bool other = late || classes != classes_ || lane != lane_ || run_ != scene.run;
    if (other)
        kept_.clear();
    if (other || far) {
        classes_ = classes;
        lane_ = lane;
        run_ = scene.run;
        counts_.assign(static_cast<std::size_t>(classes) * static_cast<std::size_t>(classes), 0);
        first_ = first;
        last_ = first - 1;
    }
    // The nearest count that was kept, where it is nearer than where we are.
    const int wanted = std::min((last + stride / 2) / stride, static_cast<int>(kept_.size()));
    if (first == 1 && wanted > 0 &&
        (first_ != 1 || std::abs(wanted * stride - last) < std::abs(last_ - last))) {
        counts_ = kept_[static_cast<std::size_t>(wanted - 1)];
        first_ = 1;
        last_ = wanted * stride;
    }
    const auto change = [&](int step, int sign) {
        if (const StepRecord* record = scene.record(lane, step))
            add(*record, sign);
    };
    while (last_ < last) {
        change(++last_, 1);
        if (first_ == 1 && last_ == (std::ssize(kept_) + 1) * stride && classes_ <= most_kept_classes)
            kept_.push_back(counts_);
    }
    while (first_ > first)
        change(--first_, 1);
    while (last_ > last)
        change(last_--, -1);
    while (first_ < first)
        change(first_++, -1);
}

std::vector<std::int64_t> ConfusionCounts::totals() const {
    std::vector<std::int64_t> sums(static_cast<std::size_t>(classes_), 0);
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        sums[i / sums.size()] += counts_[i];
        sums[i % sums.size()] += counts_[i];
    }
    return sums;
}

std::vector<std::int64_t> ConfusionCounts::grouped(const ClassGroups& groups) const {
    const auto size = static_cast<std::size_t>(groups.size());
    std::vector<std::int64_t> sums(size * size, 0);
    for (int label = 0; label < classes_; ++label)
        for (int prediction = 0; prediction < classes_; ++prediction)
            sums[static_cast<std::size_t>(groups.of(label)) * size +
                 static_cast<std::size_t>(groups.of(prediction))] += at(label, prediction);
    return sums;
}

double ConfusionCounts::accuracy() const {
    std::int64_t right = 0, all = 0;
    for (int label = 0; label < classes_; ++label)
        for (int prediction = 0; prediction < classes_; ++prediction) {
            all += at(label, prediction);
            right += label == prediction ? at(label, prediction) : 0;
        }
    return all > 0 ? static_cast<double>(right) / static_cast<double>(all)
                   : std::numeric_limits<double>::quiet_NaN();
}

} // namespace lab
