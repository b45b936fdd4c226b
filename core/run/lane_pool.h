#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace lab {

/// How the lanes of a run share the threads of the arithmetic.
struct LaneShare {
    int workers = 1; ///< lanes at work at the same time
    int threads = 1; ///< of each
};
/// A worker for every lane while there are threads for it, and the same number of threads for each: a lane
/// alone gets all of them. What does not divide stays idle, so that every lane computes with the same number.
LaneShare shared_threads(int threads, int lanes);

/// Does the works of several lanes on a few threads: those of one lane one after the other, in the order in
/// which they were added; those of different lanes at the same time. A free worker takes the lane that has
/// done least. What a lane computes may therefore depend on its own works alone, never on when the others
/// do theirs.
///
///   add(lane, work) ──▶ [ queue of each lane ] ──▶ workers ──▶ wait(lane, ticket), on the caller's thread
class LanePool {
  public:
    using Work = std::function<void()>;

    /// @param workers with one there is no thread: wait() does the works, on the thread that calls it
    /// @param begin   done by each worker before its first work, one worker at a time: what a thread has to
    ///                set for itself
    explicit LanePool(int workers, const std::function<void()>& begin = {});
    /// Waits for the works in hand; those that nobody has begun are dropped.
    ~LanePool();
    LanePool(const LanePool&) = delete;
    LanePool& operator=(const LanePool&) = delete;

    int workers() const { return workers_; }
    /// Appends a work of a lane; lanes come into being as they are named. Gives its ticket: 1 for the lane's
    /// first work, and so on.
    std::size_t add(std::size_t lane, Work work);
    /// Returns when the lane has done its works up to this ticket. Throws what one of them threw; the lane's
    /// later works are not done then, and every later ticket throws the same.
    void wait(std::size_t lane, std::size_t ticket);

  private:
    struct Lane {
        std::deque<Work> queue;
        std::size_t added = 0, done = 0;
        bool in_hand = false;
        std::exception_ptr fault;
    };
    void work();
    Lane* next();
    void do_first(Lane& lane, std::unique_lock<std::mutex>& lock);

    const int workers_;
    std::mutex mutex_;
    std::condition_variable added_, done_;
    std::deque<Lane> lanes_; ///< references to its elements stay valid
    bool quit_ = false;
    std::vector<std::thread> threads_; ///< last: they use all of the above
};

} // namespace lab
