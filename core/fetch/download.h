#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace lab {

struct DownloadOptions {
    std::int64_t expected_bytes = 0; ///< 0: unknown
    int attempts = 5;                ///< of connections that were cut without bringing anything new
    int connect_seconds = 30;
    int silence_seconds = 60; ///< without a single byte, after which the connection is given up
    /// Bytes on disk so far and in all (0: unknown); false ends the download.
    std::function<bool(std::int64_t, std::int64_t)> progress;
};

/// Brings what an address holds into a file. A file that is there already is taken for the beginning of it:
/// only the rest is asked for (HTTP range), and where the server cannot do that the file begins anew. A
/// connection that is cut is taken up again. What has arrived stays on the disk when an exception leaves this
/// function, except where the file has grown beyond its expected size. Throws std::runtime_error with a
/// sentence: host not found, no connection, HTTP status, disk full, connection cut too often, size other than
/// expected; FetchCancelled where progress said false.
void download(const std::string& address, const std::filesystem::path& file, const DownloadOptions& options);

} // namespace lab
