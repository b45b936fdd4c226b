#include "core/run/lane_pool.h"

#include <algorithm>
#include <utility>

namespace lab {

LaneShare shared_threads(int threads, int lanes) {
    const int workers = std::clamp(lanes, 1, std::max(1, threads));
    return {workers, std::max(1, threads / workers)};
}

LanePool::LanePool(int workers, const std::function<void()>& begin) : workers_(std::max(1, workers)) {
    if (workers_ == 1)
        return;
    for (int i = 0; i < workers_; ++i) {
        bool ready = false;
        threads_.emplace_back([this, &begin, &ready] {
            if (begin)
                begin();
            {
                const std::lock_guard lock(mutex_);
                ready = true;
            }
            done_.notify_all();
            work();
        });
        std::unique_lock lock(mutex_);
        done_.wait(lock, [&] { return ready; });
    }
}

LanePool::~LanePool() {
    {
        const std::lock_guard lock(mutex_);
        quit_ = true;
    }
    added_.notify_all();
    for (std::thread& thread : threads_)
        thread.join();
}

std::size_t LanePool::add(std::size_t lane, Work work) {
    std::size_t ticket = 0;
    {
        const std::lock_guard lock(mutex_);
        if (lanes_.size() <= lane)
            lanes_.resize(lane + 1);
        Lane& own = lanes_[lane];
        ticket = ++own.added;
        if (!own.fault)
            own.queue.push_back(std::move(work));
    }
    added_.notify_one();
    return ticket;
}

void LanePool::wait(std::size_t lane, std::size_t ticket) {
    std::unique_lock lock(mutex_);
    Lane& own = lanes_.at(lane);
    while (workers_ == 1 && own.done < ticket && !own.queue.empty())
        do_first(own, lock);
    done_.wait(lock, [&] { return own.done >= ticket || own.fault; });
    if (own.done < ticket)
        std::rethrow_exception(own.fault);
}

/// Of the lanes that have something to do, the one that has done least; none: null. With the mutex held.
LanePool::Lane* LanePool::next() {
    Lane* least = nullptr;
    for (Lane& lane : lanes_)
        if (!lane.in_hand && !lane.queue.empty() && (least == nullptr || lane.done < least->done))
            least = &lane;
    return least;
}

/// The mutex is held before and after, and not meanwhile.
void LanePool::do_first(Lane& lane, std::unique_lock<std::mutex>& lock) {
    Work first = std::move(lane.queue.front());
    lane.queue.pop_front();
    lane.in_hand = true;
    lock.unlock();
    std::exception_ptr fault;
    try {
        first();
    } catch (...) {
        fault = std::current_exception();
    }
    first = nullptr; // what it holds goes before anyone hears that it is done
    lock.lock();
    lane.in_hand = false;
    if (fault) {
        lane.fault = std::exchange(fault, nullptr);
        lane.queue.clear();
    } else {
        ++lane.done;
    }
}

void LanePool::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        Lane* lane = nullptr;
        added_.wait(lock, [&] { return quit_ || (lane = next()) != nullptr; });
        if (quit_)
            return;
        do_first(*lane, lock);
        added_.notify_one(); // the lane has perhaps more to do, and this worker may take another
        done_.notify_all();
    }
}

} // namespace lab
