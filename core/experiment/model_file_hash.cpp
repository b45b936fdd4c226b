#include "core/experiment/model_file_hash.h"

#include "core/experiment/model_source.h"
#include "core/fetch/checksum.h"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <vector>

namespace lab {

namespace {

namespace fs = std::filesystem;

std::string hash_of(const fs::path& path) {
    if (!fs::is_directory(path))
        return fs::is_regular_file(path) ? checksum(path, ChecksumKind::sha256) : "absent";
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(path))
        if (entry.is_regular_file())
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::string all;
    for (const fs::path& file : files)
        all += file.filename().native() + " " + checksum(file, ChecksumKind::sha256) + "\n";
    return text_checksum(all);
}

} // namespace

std::string model_file_hash(const std::string& id_or_path) {
    try {
        return hash_of(model_path(id_or_path));
    } catch (const std::exception&) {
        return "absent";
    }
}

} // namespace lab
