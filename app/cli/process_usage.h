#pragma once

#include <fstream>
#include <sys/resource.h>
#include <unistd.h>

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

/// Resident memory of the process now, pages of mapped files included; MiB, 0 where the system does not tell.
inline double resident_mebibytes() {
    long long all = 0, resident = 0;
    std::ifstream("/proc/self/statm") >> all >> resident;
    return static_cast<double>(resident * sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
}

/// Processor time of the process so far, of all threads together: what a busy machine leaves comparable.
inline double cpu_seconds() {
    const rusage usage = process_usage();
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           1e-6 * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

} // namespace lab::cli
