#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace lab {

/// Which label and which name belongs to the folder of a class.
struct ClassTable {
    std::vector<std::string> names;   ///< in label order
    std::map<std::string, int> label; ///< by folder name
};

/// The classes of these folders, which are sorted. Beside the folders, one level above, or in `elsewhere` may
/// lie
/// - labels.csv with the columns index, wnid, name: it fixes labels and names, and may list more classes than
///   there are folders;
/// - classes.txt with one name per line, as many as folders, in their order.
/// Without either, the label is the place in the order and the name that of the folder.
/// Throws std::runtime_error naming the file and the line where a table does not fit.
ClassTable class_table(const std::filesystem::path& folder, const std::vector<std::string>& class_folders,
                       const std::filesystem::path& elsewhere = {});

} // namespace lab
