#pragma once

#include "core/base/notice.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace lab {

/// Which label and which name belongs to the folder of a class.
struct ClassTable {
    std::vector<std::string> names;   ///< in label order
    std::vector<std::string> keys;    ///< in label order: the folders' names, WordNet ids; as many as names
    std::map<std::string, int> label; ///< by folder name
    std::vector<Notice> notices;      ///< where the order comes from, if a table lies there
};

/// Folders in the order of their labels without a table: by name, and whole numbers ("0", "1", … "10") as
/// numbers.
void sort_class_folders(std::vector<std::string>& folders);

/// The classes of these folders, which are sorted. Beside the folders, one level above, or in `elsewhere` may
/// lie
/// - labels.csv with the columns index, wnid, name (any order, separated by commas, semicolons or tabs;
/// "label"
///   for index, "folder", "id" or "synset" for wnid, "class" for name): it fixes labels and names, and may
///   list more classes than there are folders;
/// - classes.txt with one class per line. Lines that are the folders' names, or begin with them ("n01440764
///   tench"), give the order of the labels, and may be more than there are folders; lines that are other
///   names, as many as folders, name the sorted folders.
/// Without either, the label is the place in the order and the name that of the folder.
/// Both may be UTF-8, UTF-16 or Latin-1 with any line ends.
/// Throws std::runtime_error naming the file and the line where a table does not fit.
ClassTable class_table(const std::filesystem::path& folder, const std::vector<std::string>& class_folders,
                       const std::filesystem::path& elsewhere = {});

} // namespace lab
