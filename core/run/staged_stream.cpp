#include "core/run/staged_stream.h"

#include <ATen/ATen.h>

#include <utility>

namespace lab {

StagedStream::StagedStream(Prefetcher& prefetcher, const ModelCard& card, const at::TensorOptions& options)
    : prefetcher_(prefetcher), shape_(card.shape), normalise_(card, options),
      pinned_(options.device().is_cuda()), thread_([this] { work(); }) {}

StagedStream::~StagedStream() {
    {
        const std::lock_guard lock(mutex_);
        quit_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void StagedStream::work() {
    try {
        while (std::optional<Packed> packed = take()) {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return quit_ || !ready_; });
            if (quit_)
                return;
            ready_ = std::move(packed);
            changed_.notify_all();
        }
    } catch (...) {
        const std::lock_guard lock(mutex_);
        fault_ = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_all();
}

std::optional<StagedStream::Packed> StagedStream::take() {
    std::optional<Batch> batch = prefetcher_.next();
    if (!batch)
        return {};
    at::Tensor bytes = pack(batch->images, shape_, pinned_);
    return Packed{std::move(*batch), std::move(bytes)};
}

std::optional<StagedBatch> StagedStream::next() {
    std::optional<Packed> packed;
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return ready_ || ended_; });
        packed.swap(ready_);
        if (!packed && fault_)
            std::rethrow_exception(std::exchange(fault_, nullptr));
    }
    changed_.notify_all();
    if (!packed)
        return {};
    return StagedBatch{std::move(packed->batch), normalise_(packed->bytes)};
}

} // namespace lab
