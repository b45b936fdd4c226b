#pragma once

#include "core/base/file_stamp.h"
#include "core/base/notice.h"
#include "core/dataset/picture_counts.h"

#include <filesystem>
#include <string>
#include <vector>

namespace lab {

/// The pictures of a data set in folders, in a fixed order.
struct PictureListing {
    std::filesystem::path folder;
    std::vector<std::filesystem::path> files; ///< relative to the folder
    std::vector<FileStamp> stamps;            ///< of each file, as it was found
    std::vector<int> labels;                  ///< of each file; −1 without labels
    std::vector<std::string> class_names;     ///< empty without labels
    std::vector<std::string> class_keys;      ///< folder names or WordNet ids, as many as class_names
    std::vector<std::string> skipped; ///< a sentence for each file that is called a picture and is not usable
    PictureCounts left_out;
    std::vector<Notice> notices; ///< what is left out, and where the order of the classes comes from
};

/// The pictures in a folder of class folders (ImageNet's layout), by class folder and then by name; for names
/// and labels see class_table(). Of each file only the beginning and the end are looked at, or all of it
/// where these do not tell that it is whole (state_of_file()); what is no picture, is cut short or cannot be
/// opened is left out, and everything that is left out is counted. Folders are not gone into any further.
/// Throws std::runtime_error with a sentence where the folder or its class folders are missing, or where no
/// picture is left.
/// @param table_folder where else a table of classes may lie
PictureListing list_class_folders(const std::filesystem::path& folder,
                                  const std::filesystem::path& table_folder = {});

/// The pictures that lie in a folder itself, by name, without labels. Leaves out and throws likewise.
PictureListing list_plain_folder(const std::filesystem::path& folder);

/// Whether a folder is one of class folders: more pictures lie in its folders than beside them.
bool has_class_folders(const std::filesystem::path& folder);

/// Throws std::runtime_error with list_plain_folder()'s sentences where the folder itself holds no picture.
/// Stops at the first one.
void expect_pictures(const std::filesystem::path& folder);
/// The same of the folders in a folder: one of them has to hold a picture.
void expect_class_folders(const std::filesystem::path& folder);

} // namespace lab
