#include "app/cli/heartbeat.h"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace lab::cli {

namespace {

/// In UTC, so that the logs of many machines can be compared.
std::string present_time() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

std::string machine_name() {
    char name[256] = "";
    gethostname(name, sizeof name - 1);
    return name;
}

} // namespace

Heartbeat::Heartbeat(int seconds, std::function<std::string()> text) : text_(std::move(text)) {
    if (seconds > 0 && isatty(STDERR_FILENO) == 0)
        thread_ = std::thread([this, seconds] { beat(seconds); });
}

Heartbeat::~Heartbeat() {
    {
        const std::lock_guard lock(mutex_);
        end_ = true;
    }
    ended_.notify_all();
    if (thread_.joinable())
        thread_.join();
}

void Heartbeat::beat(int seconds) {
    const std::string machine = machine_name();
    std::unique_lock lock(mutex_);
    while (!ended_.wait_for(lock, std::chrono::seconds(seconds), [this] { return end_; })) {
        std::fprintf(stderr, "[heartbeat %s %s] %s\n", present_time().c_str(), machine.c_str(),
                     text_().c_str());
        std::fflush(stderr);
    }
}

} // namespace lab::cli
