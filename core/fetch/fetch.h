#pragma once

#include "core/fetch/fetch_cancelled.h"
#include "core/fetch/manifest.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace lab {

enum class FetchPhase { download, verify, unpack };

/// How far a fetch has got.
struct FetchProgress {
    FetchPhase phase = FetchPhase::download;
    std::string file;       ///< that is being worked on
    int number = 0;         ///< of the file, 1 for the first
    int count = 0;          ///< of files
    std::int64_t bytes = 0; ///< of this file and phase
    std::int64_t total = 0; ///< likewise; 0: unknown
};

struct FetchResult {
    std::filesystem::path folder;
    std::vector<std::string> unverified; ///< files for which no checksum is published
};

/// Brings a data set into a folder that does not exist yet, or is empty.
/// Everything happens in "<target>.part" beside it: files are downloaded (and go on where an earlier call
/// stopped), verified, unpacked; the finished folder takes its place with one renaming, so that a half data
/// set never stands there. Where the only archive holds a single folder, that folder's content becomes the
/// data set.
/// @param progress called often; false ends the fetch with FetchCancelled
/// Throws std::runtime_error with a sentence: what download() and unpack() say, a checksum that differs (with
/// both values; the file is removed, so that the next call begins anew), too little room on the disk, a
/// target that holds something else, a data set that cannot be downloaded freely. The progress function must
/// not throw.
FetchResult fetch(const Manifest& manifest, const std::filesystem::path& target,
                  const std::function<bool(const FetchProgress&)>& progress = {});

/// Bytes that an interrupted fetch() into this folder has left behind, whole files among them counted as
/// published; 0 without one. The next call goes on from there.
std::int64_t partly_fetched(const Manifest& manifest, const std::filesystem::path& target);

} // namespace lab
