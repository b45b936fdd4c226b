#include "core/stream/prefetcher.h"

#include "core/base/random.h"
#include "core/image/corruption.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace lab {

namespace {

constexpr std::uint64_t noise_key = 0x6e6f697365; // "noise"

/// Gaussian noise around middle grey, one standard deviation a quarter of the range.
Image noise_picture(int height, int width, int channels, std::uint64_t seed, std::uint64_t number) {
    Image image{height, width, channels, {}};
    image.pixels.resize(image.byte_count());
    Random random({noise_key, seed, number});
    for (std::uint8_t& pixel : image.pixels)
        pixel = static_cast<std::uint8_t>(std::clamp(255.0 * (0.5 + 0.25 * random.normal()), 0.0, 255.0));
    return image;
}

} // namespace

Prefetcher::Prefetcher(std::shared_ptr<const ImageSet> images, std::vector<StreamItem> plan,
                       const Options& options)
    : images_(std::move(images)), plan_(std::move(plan)), options_(options) {
    const auto size = static_cast<std::size_t>(std::max(1, options_.batch_size));
    for (std::size_t i = 0; i < plan_.size(); ++i)
        if (begins_.empty() || plan_[i].segment != plan_[i - 1].segment ||
            i - begins_.back() >= (plan_[i].frozen ? std::max<std::size_t>(64, size) : size))
            begins_.push_back(i);
    measure_noise();
    claimed_ = taken_ = std::clamp(options_.first_step, 0, steps());
    for (int i = 0; i < std::max(1, options_.threads); ++i)
        workers_.emplace_back([this] { work(); });
}

Prefetcher::~Prefetcher() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    changed_.notify_all();
    for (std::thread& worker : workers_)
        worker.join();
}

std::optional<Batch> Prefetcher::next() {
    std::unique_lock lock(mutex_);
    if (taken_ >= steps())
        return std::nullopt;
    changed_.wait(lock, [this] { return fault_ || ready_.contains(taken_); });
    if (!ready_.contains(taken_))
        std::rethrow_exception(fault_);
    Batch batch = std::move(ready_.extract(taken_).mapped());
    ++taken_;
    lock.unlock();
    changed_.notify_all();
    return batch;
}

void Prefetcher::work() {
    while (true) {
        int step = 0;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] {
                return closing_ || fault_ || claimed_ >= steps() ||
                       claimed_ < taken_ + std::max(1, options_.depth);
            });
            if (closing_ || fault_ || claimed_ >= steps())
                return;
            step = claimed_++;
        }
        try {
            Batch batch = make(step);
            const std::lock_guard lock(mutex_);
            ready_.emplace(step, std::move(batch));
        } catch (...) {
            const std::lock_guard lock(mutex_);
            fault_ = std::current_exception();
        }
        changed_.notify_all();
    }
}

Batch Prefetcher::make(int step) const {
    const auto index = static_cast<std::size_t>(step);
    const std::size_t begin = begins_[index];
    const std::size_t end = index + 1 < begins_.size() ? begins_[index + 1] : plan_.size();
    Batch batch;
    batch.step = step + 1;
    batch.segment = plan_[begin].segment;
    batch.frozen = plan_[begin].frozen;
    batch.corruption = plan_[begin].pure_noise ? "noise" : to_string(plan_[begin].corruption.kind);
    const auto severity_of = [](const StreamItem& item) {
        return item.pure_noise || item.corruption.kind == CorruptionKind::none ? 0 : item.corruption.severity;
    };
    batch.severity = severity_of(plan_[begin]); // of all: a batch never crosses a segment's border
    batch.planned = static_cast<int>(end - begin);
    for (std::size_t i = begin; i < end; ++i) {
        try {
            add(batch, plan_[i]);
        } catch (const UnreadablePicture& fault) {
            batch.dropped.push_back({static_cast<int>(i - begin), fault.what()});
        }
        if (plan_[i].corruption != plan_[begin].corruption)
            batch.corruption = "mixed";
    }
    if (batch.images.empty())
        add_substitute(batch, begin, end);
    return batch;
}

void Prefetcher::add(Batch& batch, const StreamItem& item) const {
    batch.images.push_back(picture(item));
    batch.labels.push_back(item.pure_noise ? -1 : images_->label(item.sample));
    batch.samples.push_back(item.sample);
}

void Prefetcher::add_substitute(Batch& batch, std::size_t begin, std::size_t end) const {
    for (std::size_t i = end; i < plan_.size() + begin; ++i)
        try {
            return add(batch, plan_[i % plan_.size()]);
        } catch (const UnreadablePicture&) {
            continue; // it is reported by its own batch
        }
    throw std::runtime_error(images_->name() + ": none of the pictures can be read. " +
                             batch.dropped.front().why);
}

/// Pure noise has the size of the stream's pictures, or of the set's where the stream is noise alone: of the
/// first that can be read.
void Prefetcher::measure_noise() {
    const auto noise = [](const StreamItem& item) { return item.pure_noise; };
    if (std::none_of(plan_.begin(), plan_.end(), noise))
        return;
    std::vector<StreamItem> candidates;
    std::remove_copy_if(plan_.begin(), plan_.end(), std::back_inserter(candidates), noise);
    const bool only_noise = candidates.empty();
    for (std::int64_t i = 0; only_noise && i < images_->size(); ++i)
        candidates.push_back({i, {CorruptionKind::none, 5, CorruptionTable::automatic}, 0, false, false});
    for (const StreamItem& item : candidates)
        try {
            noise_shape_ = stored(item);
            noise_shape_.pixels.clear();
            return;
        } catch (const UnreadablePicture&) {
            continue;
        }
    throw std::runtime_error(images_->name() + ": none of the pictures can be read.");
}

/// As the set has it: with a corruption where it was published with one.
Image Prefetcher::stored(const StreamItem& item) const {
    if (std::optional<Image> published = images_->published(item.sample, item.corruption))
        return std::move(*published);
    return images_->image(item.sample);
}

Image Prefetcher::picture(const StreamItem& item) const {
    const auto number = static_cast<std::uint64_t>(item.sample);
    if (item.pure_noise)
        return noise_picture(noise_shape_.height, noise_shape_.width, noise_shape_.channels, options_.seed,
                             number);
    if (std::optional<Image> published = images_->published(item.sample, item.corruption))
        return std::move(*published);
    const Image clean = images_->image(item.sample);
    if (item.corruption.kind == CorruptionKind::none)
        return clean;
    return corrupt(clean, item.corruption, options_.seed, number, options_.frost_folder);
}

} // namespace lab
