#include "core/nn/barriers.h"

#ifdef _OPENMP
#include <condition_variable>
#include <mutex>
#include <omp.h>
#include <thread>
#endif

namespace lab {

#ifdef _OPENMP
namespace {

/// Lasts as long as the process: a condition that is waited for cannot be destroyed.
struct Sleepers {
    std::mutex mutex;
    std::condition_variable changed;
    bool made = false;

    /// The team lives as long as the thread that made it, which is for ever.
    void sleep() {
        const int threads = omp_get_num_procs() + 1;
#pragma omp parallel num_threads(threads)
        {
#pragma omp barrier
        } std::unique_lock lock(mutex);
        made = true;
        changed.notify_all();
        changed.wait(lock, [this] { return !made; });
    }
};

} // namespace
#endif

void sleep_at_barriers() {
#ifdef _OPENMP
    static std::once_flag once;
    std::call_once(once, [] {
        auto& sleepers = *new Sleepers; // NOLINT(cppcoreguidelines-owning-memory): for the whole process
        std::thread([&sleepers] { sleepers.sleep(); }).detach();
        std::unique_lock lock(sleepers.mutex);
        sleepers.changed.wait(lock, [&sleepers] { return sleepers.made; });
    });
#endif
}

} // namespace lab
