#pragma once

#include "core/dataset/image_set.h"
#include "core/stream/plan.h"

#include <condition_variable>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace lab {

/// One batch of a stream, ready for the model.
struct Batch {
    int step = 0; ///< 1 for the first
    std::vector<Image> images;
    std::vector<int> labels;           ///< −1 for pure noise
    std::vector<std::int64_t> samples; ///< indices into the image set
    int segment = 0;                   ///< of the first picture
    bool frozen = false;               ///< to be scored, not adapted on
    std::string corruption;            ///< machine name, "mixed" for several, "noise" for pure noise
    int severity = 0;                  ///< of that corruption; 0 for clean pictures and pure noise

    /// A picture that could not be read and was left out.
    struct Dropped {
        int position = 0; ///< in the batch as planned, 0 for the first
        std::string why;  ///< a sentence that names the file
    };
    int planned = 0; ///< pictures that the plan has for this batch
    std::vector<Dropped> dropped;
};

/// Reads and corrupts pictures ahead of the model, on threads of its own, through a bounded queue.
///
///   worker 1 ─┐  claims the next step, makes its batch, puts it into the ring when its turn is near
///   worker 2 ─┴─▶ [ ready batches by step, at most `depth` ahead ] ─▶ next(), in order, on the runner's
///   thread
///
/// What a batch holds depends on the plan alone: neither the number of workers nor their order changes a
/// pixel. Frozen batches hold at least 64 pictures: they are only scored. A batch never crosses a segment's
/// border, so that each has one corruption unless the plan itself mixes them.
/// A picture that cannot be read is left out of its batch, which reports it. A batch that loses all of its
/// pictures holds the next readable picture of the plan instead (behind the last comes the first), so that
/// there is one batch for each step.
class Prefetcher {
  public:
    struct Options {
        int batch_size = 64;
        std::uint64_t seed = 0; ///< of the corruptions
        int threads = 1;
        int depth = 4; ///< batches made ahead at most
        std::string frost_folder;
        int first_step = 0; ///< steps of the plan that are passed over; batches keep their numbers
    };

    Prefetcher(std::shared_ptr<const ImageSet> images, std::vector<StreamItem> plan, const Options& options);
    ~Prefetcher();
    Prefetcher(const Prefetcher&) = delete;
    Prefetcher& operator=(const Prefetcher&) = delete;

    int steps() const { return static_cast<int>(begins_.size()); }
    const std::vector<StreamItem>& plan() const { return plan_; }
    /// The next batch in order, or nothing after the last. Waits for it if need be. Throws what the worker
    /// threw on reading or corrupting.
    std::optional<Batch> next();

  private:
    void work();
    Batch make(int step) const;
    void add(Batch& batch, const StreamItem& item) const;
    void add_substitute(Batch& batch, std::size_t begin, std::size_t end) const;
    void measure_noise();
    Image picture(const StreamItem& item) const;
    Image stored(const StreamItem& item) const;

    std::shared_ptr<const ImageSet> images_;
    std::vector<StreamItem> plan_;
    std::vector<std::size_t> begins_; ///< first item of each step
    Options options_;
    Image noise_shape_; ///< size and channels of pure noise; without pixels

    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<int, Batch> ready_;
    std::exception_ptr fault_;
    int claimed_ = 0; ///< steps that a worker has taken
    int taken_ = 0;   ///< steps that next() has returned
    bool closing_ = false;
    std::vector<std::thread> workers_;
};

} // namespace lab
