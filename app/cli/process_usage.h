#pragma once

#include <sys/resource.h>

namespace lab::cli {

inline rusage process_usage() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage;
}

/// Largest resident memory of the process so far, pages of mapped files included; MiB.
inline double peak_mebibytes() {
    return static_cast<double>(process_usage().ru_maxrss) / 1024.0; // Linux counts in KiB
}

/// Processor time of the process so far, of all threads together: what a busy machine leaves comparable.
inline double cpu_seconds() {
    const rusage usage = process_usage();
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           1e-6 * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

} // namespace lab::cli
