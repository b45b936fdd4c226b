#include "app/cli/interruption.h"

#include <atomic>
#include <csignal>
#include <ctime>

namespace lab::cli {

namespace {

volatile std::sig_atomic_t came = 0;
std::atomic<std::time_t> when = 0; // of the first, by a clock that does not jump
static_assert(std::atomic<std::time_t>::is_always_lock_free);

std::time_t seconds_now() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec;
}

/// A scheduler may tell a script and its children, and the script its children once more.
bool says_the_same(int number) {
    return number == SIGUSR1 || (number == SIGTERM && came == SIGTERM && seconds_now() - when <= 1);
}

void note(int number) {
    if (came == 0) {
        when = seconds_now();
        came = number;
    } else if (!says_the_same(number)) {
        std::signal(number, SIG_DFL);
        raise(number); // takes effect when this function has returned
    }
}

} // namespace

void watch_for_signals() {
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGUSR1}) {
        struct sigaction present = {};
        sigaction(number, nullptr, &present);
        if (present.sa_handler == SIG_IGN)
            continue;
        struct sigaction noting = {};
        noting.sa_handler = note;
        noting.sa_flags = SA_RESTART;
        sigaction(number, &noting, nullptr);
    }
}

const char* interrupted_by() {
    switch (came) {
    case 0:
        return nullptr;
    case SIGINT:
        return "SIGINT";
    case SIGHUP:
        return "SIGHUP";
    case SIGUSR1:
        return "SIGUSR1";
    default:
        return "SIGTERM";
    }
}

void stop_if_interrupted(const std::string& so_far) {
    if (const char* const name = interrupted_by(); name != nullptr)
        throw CutShort(std::string("interrupted by ") + name + "; " + so_far);
}

} // namespace lab::cli
