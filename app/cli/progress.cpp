#include "app/cli/progress.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <unistd.h>

namespace lab::cli {

void ProgressLine::show(double share, const std::string& text) {
    constexpr int width = 24;
    const double clamped = std::clamp(share, 0.0, 1.0);
    const int filled = static_cast<int>(clamped * width);
    const std::string bar = std::string(filled, '#') + std::string(width - filled, '.');
    if (isatty(STDERR_FILENO)) {
        std::fprintf(stderr, "\r[%s] %3.0f %% %s\033[K", bar.c_str(), 100 * clamped, text.c_str());
        open_ = true;
    } else if (const int tenth = static_cast<int>(clamped * 10); tenth != last_tenth_) {
        std::fprintf(stderr, "[%s] %3.0f %% %s\n", bar.c_str(), 100 * clamped, text.c_str());
        last_tenth_ = tenth;
    }
    std::fflush(stderr);
}

void ProgressLine::finish() {
    if (open_)
        std::fputc('\n', stderr);
    open_ = false;
}

std::string duration_text(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0)
        return "unknown";
    const auto whole = static_cast<long long>(std::llround(seconds));
    if (whole < 60)
        return std::to_string(whole) + " s";
    if (whole < 3600)
        return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
    return std::to_string(whole / 3600) + " h " + std::to_string(whole % 3600 / 60) + " min";
}

} // namespace lab::cli
