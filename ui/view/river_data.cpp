#include "ui/view/river_data.h"

#include <algorithm>

namespace lab {

void RiverData::reset(int lanes, int classes) {
    lanes_ = lanes;
    classes_ = classes;
    buckets_ = 0;
    stride_ = 1;
    labelled_ = 0;
    has_labels_ = false;
    rows_.assign(static_cast<std::size_t>(lanes + 1), {});
}

void RiverData::addLane() {
    ++lanes_;
    rows_.emplace_back(static_cast<std::size_t>(buckets_) * static_cast<std::size_t>(classes_), 0);
}

void RiverData::widen() {
    stride_ *= 2;
    buckets_ = (buckets_ + 1) / 2;
    const auto width = static_cast<std::size_t>(classes_);
    for (std::vector<std::int32_t>& counts : rows_) {
        for (std::size_t i = width; i < counts.size(); ++i) {
            const std::size_t bucket = i / width;
            if (bucket % 2 == 1)
                counts[bucket / 2 * width + i % width] += counts[i];
            else
                counts[bucket / 2 * width + i % width] = counts[i];
        }
        counts.resize(static_cast<std::size_t>(buckets_) * width);
    }
}

void RiverData::add(const StepRecord& record) {
    if (record.lane < 0 || record.lane >= lanes_ || classes_ == 0 || record.step < 1)
        return;
    while (bucketOf(record.step) >= most_buckets)
        widen();
    const int bucket = bucketOf(record.step);
    const auto width = static_cast<std::size_t>(classes_);
    if (bucket >= buckets_) {
        buckets_ = bucket + 1;
        for (std::vector<std::int32_t>& counts : rows_)
            counts.resize(static_cast<std::size_t>(buckets_) * width, 0);
    }
    const auto count = [&](std::vector<std::int32_t>& counts, const std::vector<int>& values) {
        for (const int value : values)
            if (value >= 0 && value < classes_)
                ++counts[static_cast<std::size_t>(bucket) * width + static_cast<std::size_t>(value)];
    };
    count(row(record.lane), record.predictions);
    if (record.step > labelled_) {
        labelled_ = record.step;
        count(row(labels), record.labels);
        for (const int label : record.labels)
            has_labels_ = has_labels_ || label >= 0;
    }
}

std::vector<double> RiverData::shares(int lane, int bucket, const ClassGroups& groups) const {
    std::vector<double> sums(static_cast<std::size_t>(groups.size()), 0);
    const auto at = static_cast<std::size_t>(lane + 1);
    if (lane < labels || at >= rows_.size() || bucket < 0 || bucket >= buckets_)
        return sums;
    double all = 0;
    const auto width = static_cast<std::size_t>(classes_);
    for (int c = 0; c < classes_; ++c) {
        const double count =
            rows_[at][static_cast<std::size_t>(bucket) * width + static_cast<std::size_t>(c)];
        if (count == 0)
            continue;
        sums[static_cast<std::size_t>(groups.of(c))] += count;
        all += count;
    }
    for (double& sum : sums)
        sum = all > 0 ? sum / all : 0;
    return sums;
}

std::vector<std::int64_t> RiverData::totals() const {
    std::vector<std::int64_t> sums(static_cast<std::size_t>(classes_), 0);
    for (const std::vector<std::int32_t>& counts : rows_)
        for (std::size_t i = 0; i < counts.size(); ++i)
            sums[i % static_cast<std::size_t>(classes_)] += counts[i];
    return sums;
}

} // namespace lab
