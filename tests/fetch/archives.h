#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace archives {

struct Entry {
    std::string path;
    std::string content = {};
    char kind = 'f';         ///< f: file, d: folder, l: symbolic link, h: hard link, p: pipe
    std::string target = {}; ///< of a link
};

/// Writes a tar file, compressed with gzip where its name ends with ".gz".
void write_tar(const std::filesystem::path& file, const std::vector<Entry>& entries);

} // namespace archives
