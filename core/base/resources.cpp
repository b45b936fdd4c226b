#include "core/base/resources.h"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <vector>

namespace lab {

std::string resource_path(const std::string& relative) {
    namespace fs = std::filesystem;
    std::vector<fs::path> folders;
    if (const char* chosen = std::getenv("LAB_RESOURCES"))
        folders.emplace_back(chosen);
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    if (!ignored)
        folders.push_back(program.parent_path().parent_path() / "share" / "collapse-lab");
    folders.emplace_back(LAB_SOURCE_RESOURCES);
    std::string places;
    for (const fs::path& folder : folders) {
        if (fs::exists(folder / relative, ignored))
            return (folder / relative).string();
        places += (places.empty() ? "" : ", ") + folder.string();
    }
    throw std::runtime_error(relative + ": not found in " + places);
}

} // namespace lab
