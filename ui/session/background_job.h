#pragma once

#include <QObject>

#include <atomic>
#include <functional>
#include <thread>

namespace lab {

/// One piece of work at a time on a thread of its own, which can be asked to stop. A member of the object
/// that the work belongs to, declared last: its destructor cancels and waits for the work.
class BackgroundJob : public QObject {
  public:
    ~BackgroundJob() override;

    /// Its end is told by end(), once. Only while nothing runs.
    void start(std::function<void()> work);
    /// Asks the work to stop; it looks at isCancelled().
    void cancel() { cancelled_ = true; }
    bool isCancelled() const { return cancelled_; }
    bool isRunning() const { return running_; }
    /// From the work: nothing runs any more, and `tell` is called, in the window's thread.
    void end(std::function<void()> tell);

  private:
    void join();

    std::thread thread_;
    std::atomic<bool> cancelled_ = false;
    bool running_ = false; ///< as the window's thread sees it
};

} // namespace lab
