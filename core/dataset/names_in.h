#pragma once

#include <filesystem>
#include <string>

namespace lab {

/// What lies in a folder, for a sentence that says that something else was expected: the first names and how
/// many more; "nothing" for an empty folder, "no such folder" where there is none.
std::string names_in(const std::filesystem::path& folder);

} // namespace lab
