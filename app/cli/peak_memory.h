#pragma once

#include <sys/resource.h>

namespace lab::cli {

/// Largest resident memory of the process so far, pages of mapped files included; MiB.
inline double peak_mebibytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0; // Linux counts in KiB
}

} // namespace lab::cli
