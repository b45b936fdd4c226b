#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

/// Path of a file or folder of the reference data, or an empty string where it is absent:
/// the caller then skips its test, visibly. The environment variable LAB_REFERENCE_DATA wins.
inline std::string reference_data(const std::string& relative) {
    const char* chosen = std::getenv("LAB_REFERENCE_DATA");
    const std::filesystem::path path =
        std::filesystem::path(chosen != nullptr ? chosen : LAB_REFERENCE_DATA) / relative;
    return std::filesystem::exists(path) ? path.string() : std::string();
}
