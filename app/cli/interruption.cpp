#include "app/cli/interruption.h"

#include <csignal>

namespace lab::cli {

namespace {

volatile std::sig_atomic_t came = 0;

void note(int number) {
    came = number;
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGHUP, SIG_DFL);
}

} // namespace

void watch_for_signals() {
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
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
    return came == 0 ? nullptr : came == SIGINT ? "SIGINT" : came == SIGHUP ? "SIGHUP" : "SIGTERM";
}

void stop_if_interrupted(const std::string& so_far) {
    if (const char* const name = interrupted_by(); name != nullptr)
        throw CutShort(std::string("interrupted by ") + name + "; " + so_far);
}

} // namespace lab::cli
