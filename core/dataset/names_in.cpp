#include "core/dataset/names_in.h"

#include "core/base/text.h"

#include <algorithm>
#include <vector>

namespace lab {

std::string names_in(const std::filesystem::path& folder) {
    namespace fs = std::filesystem;
    std::error_code fault;
    if (!fs::is_directory(folder, fault))
        return "no such folder";
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder, fault))
        names.push_back(entry.path().filename().native());
    std::sort(names.begin(), names.end());
    return names.empty() ? "nothing" : first_few(names);
}

} // namespace lab
