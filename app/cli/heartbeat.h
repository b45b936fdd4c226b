#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace lab::cli {

/// Where standard error is no terminal: a line on it every so many seconds, "[heartbeat 2026-11-27T06:57:46Z
/// node17] 3 of 34 runs, …", so that a log tells whether a task still works.
class Heartbeat {
  public:
    /// @param seconds 0: none
    /// @param text    what comes behind the time and the machine; called from a thread of its own
    Heartbeat(int seconds, std::function<std::string()> text);
    ~Heartbeat();
    Heartbeat(const Heartbeat&) = delete;
    Heartbeat& operator=(const Heartbeat&) = delete;

  private:
    void beat(int seconds);

    std::function<std::string()> text_;
    std::mutex mutex_;
    std::condition_variable ended_;
    bool end_ = false;
    std::thread thread_;
};

} // namespace lab::cli
