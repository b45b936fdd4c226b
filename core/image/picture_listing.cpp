#include "core/image/picture_listing.h"

#include "core/image/class_table.h"
#include "core/image/image_file.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>
#include <string_view>

namespace lab {
namespace {

using namespace std::string_view_literals;
namespace fs = std::filesystem;

/// Whether a file begins as a JPEG, PNG, BMP or WebP file does, whatever its ending: ImageNet has a PNG that
/// is called JPEG.
bool begins_as_picture(const fs::path& file) {
    std::array<char, 12> bytes{};
    std::ifstream stream(file, std::ios::binary);
    stream.read(bytes.data(), bytes.size());
    const std::string_view start(bytes.data(), static_cast<std::size_t>(stream.gcount()));
    return start.starts_with("\xff\xd8\xff"sv) || start.starts_with("\x89PNG\r\n\x1a\n"sv) ||
           start.starts_with("BM"sv) || (start.starts_with("RIFF"sv) && start.substr(8) == "WEBP"sv);
}

std::vector<std::string> subfolders(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        std::string name = entry.path().filename().string();
        if (entry.is_directory() && !name.starts_with('.')) {
            names.push_back(std::move(name));
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

void expect_folder(const fs::path& folder) {
    if (!fs::is_directory(folder)) {
        throw std::runtime_error(folder.string() + ": expected a folder with pictures, found " +
                                 (fs::exists(folder) ? "a file" : "nothing") + ".");
    }
}

[[noreturn]] void refuse_without_pictures(const fs::path& folder, bool skipped) {
    throw std::runtime_error(folder.string() + ": expected pictures (JPEG, PNG, WebP, BMP), found none" +
                             (skipped ? " that can be read" : "") + ".");
}

[[noreturn]] void refuse_without_classes(const fs::path& folder) {
    throw std::runtime_error(folder.string() + ": expected a folder for each class, found none. For "
                                               "pictures without labels choose the data set pictures.");
}

[[noreturn]] void refuse_listing(const fs::filesystem_error& fault) {
    throw std::runtime_error(fault.path1().string() + ": cannot be listed: " + fault.code().message() + ".");
}

bool holds_picture(const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (is_picture_name(entry.path()) && entry.is_regular_file() && begins_as_picture(entry.path())) {
            return true;
        }
    }
    return false;
}

void add(PictureListing& listing, const fs::path& root, const fs::path& subfolder, int label) {
    for (const fs::path& file : list_pictures(root / subfolder)) {
        if (begins_as_picture(file)) {
            listing.files.push_back(subfolder / file.filename());
            listing.labels.push_back(label);
        } else {
            listing.skipped.push_back(file.string() +
                                      ": expected a JPEG, PNG, WebP or BMP picture, found another file");
        }
    }
}

PictureListing listed(const fs::path& folder, const auto& fill) {
    expect_folder(folder);
    PictureListing listing;
    try {
        fill(listing);
    } catch (const fs::filesystem_error& fault) {
        refuse_listing(fault);
    }
    if (listing.files.empty()) {
        refuse_without_pictures(folder, !listing.skipped.empty());
    }
    return listing;
}

} // namespace

PictureListing list_class_folders(const fs::path& folder, const fs::path& table_folder) {
    return listed(folder, [&](PictureListing& listing) {
        const std::vector<std::string> folders = subfolders(folder);
        if (folders.empty()) {
            refuse_without_classes(folder);
        }
        ClassTable table = class_table(folder, folders, table_folder);
        for (const std::string& name : folders) {
            add(listing, folder, name, table.label.at(name));
        }
        listing.class_names = std::move(table.names);
    });
}

PictureListing list_plain_folder(const fs::path& folder) {
    return listed(folder, [&](PictureListing& listing) { add(listing, folder, {}, -1); });
}

void expect_pictures(const fs::path& folder) {
    expect_folder(folder);
    try {
        if (!holds_picture(folder)) {
            refuse_without_pictures(folder, false);
        }
    } catch (const fs::filesystem_error& fault) {
        refuse_listing(fault);
    }
}

void expect_class_folders(const fs::path& folder) {
    expect_folder(folder);
    try {
        bool classes = false;
        for (const auto& entry : fs::directory_iterator(folder)) {
            if (!entry.is_directory() || entry.path().filename().string().starts_with('.')) {
                continue;
            }
            classes = true;
            if (holds_picture(entry.path())) {
                return;
            }
        }
        if (!classes) {
            refuse_without_classes(folder);
        }
        refuse_without_pictures(folder, false);
    } catch (const fs::filesystem_error& fault) {
        refuse_listing(fault);
    }
}

} // namespace lab
