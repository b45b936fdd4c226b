#include "core/stream/prefetcher.h"

#include "core/image/random.h"

#include <algorithm>
#include <cmath>

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
    for (std::size_t i = begin; i < end; ++i) {
        const StreamItem& item = plan_[i];
        batch.images.push_back(picture(item));
        batch.labels.push_back(item.pure_noise ? -1 : images_->label(item.sample));
        batch.samples.push_back(item.sample);
        if (item.corruption != plan_[begin].corruption)
            batch.corruption = "mixed";
    }
    return batch;
}

Image Prefetcher::picture(const StreamItem& item) const {
    const auto number = static_cast<std::uint64_t>(item.sample);
    if (item.pure_noise) {
        const Image shape = images_->image(0);
        return noise_picture(shape.height, shape.width, shape.channels, options_.seed, number);
    }
    const Image clean = images_->image(item.sample);
    if (item.corruption.kind == CorruptionKind::none)
        return clean;
    return corrupt(clean, item.corruption, options_.seed, number, options_.frost_folder);
}

} // namespace lab
