#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lab {

/// The pictures of a data set in folders, in a fixed order.
struct PictureListing {
    std::vector<std::filesystem::path> files; ///< relative to the folder
    std::vector<int> labels;                  ///< of each file; −1 without labels
    std::vector<std::string> class_names;     ///< empty without labels
    std::vector<std::string> skipped; ///< a sentence for each file that is no picture despite its ending
};

/// The pictures in a folder of class folders (ImageNet's layout), by class folder and then by name; for names
/// and labels see class_table(). Only the first bytes of each file are looked at: a file whose ending
/// promises a picture and whose beginning is not that of a JPEG, PNG, WebP or BMP file is skipped and
/// reported. Throws std::runtime_error with a sentence where the folder or its class folders are missing, or
/// where no picture is left.
/// @param table_folder where else a table of classes may lie
PictureListing list_class_folders(const std::filesystem::path& folder,
                                  const std::filesystem::path& table_folder = {});

/// The pictures that lie in a folder itself, by name, without labels. Skips and throws likewise.
PictureListing list_plain_folder(const std::filesystem::path& folder);

/// Throws std::runtime_error with list_plain_folder()'s sentences where the folder itself holds no picture.
/// Stops at the first one.
void expect_pictures(const std::filesystem::path& folder);
/// The same of the folders in a folder: one of them has to hold a picture.
void expect_class_folders(const std::filesystem::path& folder);

} // namespace lab
