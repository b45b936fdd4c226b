#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lab {

/// The class names of a text file, one a line: classes.txt beside class folders, FILE.classes.txt beside
/// weights, --labels. UTF-8, UTF-16 or Latin-1, with or without a byte-order mark, lines that end in LF, CR
/// LF or CR. White space around a name and empty lines at the end are left out. Throws std::runtime_error
/// naming the file and the line: no ordinary file, no names, an empty line between names.
std::vector<std::string> read_class_list(const std::filesystem::path& file);

} // namespace lab
