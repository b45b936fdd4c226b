#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

namespace lab {

/// Unpacks an archive (tar, plain or compressed, or whatever else libarchive knows) into a folder that
/// exists. Only folders and plain files are made. Absolute paths, "..", links and special files are refused
/// before anything of theirs is written: a data set has no use for them.
/// @param progress called with the bytes of the archive that are done; false ends the work
/// Throws std::runtime_error naming the archive and the entry; FetchCancelled where progress said false. What
/// was unpacked by then stays.
void unpack(const std::filesystem::path& archive, const std::filesystem::path& folder,
            const std::function<bool(std::int64_t)>& progress = {});

} // namespace lab
