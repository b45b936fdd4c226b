#include "core/fetch/bytes_text.h"

#include <cstdio>

namespace lab {

std::string bytes_text(std::int64_t bytes) {
    constexpr double kibi = 1024.0, mebi = 1024.0 * kibi, gibi = 1024.0 * mebi;
    const auto size = static_cast<double>(bytes);
    char text[32];
    if (size >= gibi)
        std::snprintf(text, sizeof text, "%.1f GiB", size / gibi);
    else if (size >= mebi)
        std::snprintf(text, sizeof text, "%.0f MiB", size / mebi);
    else
        std::snprintf(text, sizeof text, "%.0f KiB", size / kibi);
    return text;
}

} // namespace lab
