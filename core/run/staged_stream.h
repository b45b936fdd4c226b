#pragma once

#include "core/model/input.h"
#include "core/stream/prefetcher.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

namespace lab {

/// A batch as it was read, and as the model eats it.
struct StagedBatch {
    Batch batch;
    at::Tensor input; ///< [N,C,H,W], on the model's device
};

/// Hands a stream's batches to the model, one ahead: while the model works on a batch, a thread takes the
/// next one and packs its pictures into one block of bytes. For CUDA the block is page-locked, and its copy
/// to the device is asynchronous: nobody waits for it but the device.
///
///   prefetch threads ──▶ [ queue ] ──▶ packing thread ──▶ next() ──▶ copy, normalise (queued on the device)
///
/// No std::future here: its inline functions are in LibTorch 2.x's library as well, with thread-local state
/// of their own, and a program that brings them too crashes in oneDNN.
class StagedStream {
  public:
    /// @param prefetcher must outlive this
    StagedStream(Prefetcher& prefetcher, const ModelCard& card, const at::TensorOptions& options);
    ~StagedStream();
    StagedStream(const StagedStream&) = delete;
    StagedStream& operator=(const StagedStream&) = delete;

    /// The next batch in order, or nothing after the last. Throws as Prefetcher::next() and pack() do.
    std::optional<StagedBatch> next();

  private:
    struct Packed {
        Batch batch;
        at::Tensor bytes;
    };
    void work();
    std::optional<Packed> take();

    Prefetcher& prefetcher_;
    ModelShape shape_;
    Normaliser normalise_;
    bool pinned_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<Packed> ready_;
    std::exception_ptr fault_;
    bool ended_ = false, quit_ = false;
    std::thread thread_; ///< last: it uses all of the above
};

} // namespace lab
