#pragma once

#include <cstdint>
#include <filesystem>

namespace lab {

/// What tells that a file is still the one that was looked at.
struct FileStamp {
    std::uint64_t size = 0;     ///< in bytes
    std::int64_t changed_s = 0; ///< time of the last change of its content
    std::int64_t changed_ns = 0;
    std::uint64_t inode = 0;
    bool operator==(const FileStamp&) const = default;
};

/// Follows links. All 0 where there is no file. An open file is asked by its descriptor.
FileStamp stamp_of(const std::filesystem::path& file);
FileStamp stamp_of(int descriptor);

} // namespace lab
