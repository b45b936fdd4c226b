#pragma once

#include <filesystem>
#include <string>

namespace lab {

/// Folders of data sets that the user has pointed at once: lines of "id<TAB>folder" in folders.txt of
/// data_home(). find_data() looks there.

/// Empty where none is remembered.
std::filesystem::path remembered_data(const std::string& id);

/// @param folder as an absolute path; empty: forgets the set's folder
/// Throws std::runtime_error naming the file where it cannot be written, and std::invalid_argument for a path
/// with a line break.
void remember_data(const std::string& id, const std::filesystem::path& folder);

} // namespace lab
