#include "core/dataset/picture_listing.h"

#include "core/base/content_kind.h"
#include "core/base/text.h"
#include "core/dataset/class_table.h"
#include "core/image/picture_kind.h"
#include "core/image/picture_whole.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace lab {
namespace {

namespace fs = std::filesystem;

/// Whether an entry is a link to the folder that it lies in, or to one further up.
bool leads_back(const fs::directory_entry& entry) {
    std::error_code fault;
    if (!entry.is_symlink(fault))
        return false;
    const fs::path there = fs::canonical(entry.path(), fault);
    const fs::path here = fault ? fs::path() : fs::canonical(entry.path().parent_path(), fault);
    return !fault && std::mismatch(there.begin(), there.end(), here.begin(), here.end()).first == there.end();
}

std::vector<std::string> subfolders(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.is_directory() && !is_hidden_name(entry.path().filename()) && !leads_back(entry))
            names.push_back(entry.path().filename().native());
    sort_class_folders(names);
    return names;
}

void expect_folder(const fs::path& folder) {
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored))
        throw std::runtime_error(shown(folder.native()) + ": expected a folder with pictures, found " +
                                 (fs::exists(folder, ignored) ? "a file" : "nothing") + ".");
}

[[noreturn]] void refuse_without_pictures(const fs::path& folder, const std::string& left_out) {
    throw std::runtime_error(shown(folder.native()) + ": expected pictures (" + picture_kinds() +
                             "), found none" +
                             (left_out.empty() ? "." : " that can be used; left out: " + left_out + "."));
}

[[noreturn]] void refuse_without_classes(const fs::path& folder) {
    throw std::runtime_error(shown(folder.native()) +
                             ": expected a folder for each class, found none. For "
                             "pictures without labels choose the data set pictures.");
}

[[noreturn]] void refuse_listing(const fs::filesystem_error& fault) {
    throw std::runtime_error(shown(fault.path1().native()) + ": cannot be listed: " + fault.code().message() +
                             ".");
}

/// Whether a file begins as a picture does that is read.
bool looks_like_picture(const fs::directory_entry& entry) {
    std::error_code ignored;
    if (!is_picture_name(entry.path()) || is_hidden_name(entry.path().filename()) ||
        !entry.is_regular_file(ignored))
        return false;
    const PictureState state = state_of_file(entry.path());
    return state != PictureState::no_picture && state != PictureState::unreadable;
}

bool holds_picture(const fs::path& folder) {
    const fs::directory_iterator entries(folder);
    return std::any_of(begin(entries), end(entries), looks_like_picture);
}

std::optional<LeftOut> reason_of(PictureState state) {
    switch (state) {
    case PictureState::whole:
        return std::nullopt;
    case PictureState::cut_short:
        return LeftOut::cut_short;
    case PictureState::damaged:
        return LeftOut::damaged;
    case PictureState::unreadable:
        return LeftOut::unreadable;
    case PictureState::no_picture:
        return LeftOut::no_picture;
    }
    return LeftOut::no_picture;
}

/// The sentence for a file that is called a picture and is not usable.
std::string sentence_for(const fs::path& file, LeftOut reason) {
    const std::string name = shown(file.native());
    if (reason == LeftOut::cut_short)
        return name + ": the picture is cut short";
    if (reason == LeftOut::damaged)
        return name + ": the picture is damaged";
    if (reason == LeftOut::unreadable)
        return name + ": cannot be opened";
    const std::string kind = content_kind_of(file);
    return name + ": expected a picture (" + picture_kinds() + "), found " +
           (kind.empty() ? "another file" : kind);
}

/// Why a file whose ending is none of a picture that is read is left out.
LeftOut reason_by_content(const fs::path& file) {
    const bool picture = content_kind_of(file).ends_with(" picture");
    return picture ? LeftOut::other_picture : LeftOut::other_file;
}

/// Counts the pictures in a folder that is not gone into; a few levels do.
void count_deeper(PictureCounts& counts, const fs::path& root, const fs::path& folder, int levels = 4) {
    std::error_code fault;
    for (const auto& entry : fs::directory_iterator(root / folder, fault)) {
        const fs::path name = folder / entry.path().filename();
        std::error_code ignored;
        if (is_hidden_name(entry.path().filename()))
            counts.add(LeftOut::hidden, name);
        else if (leads_back(entry))
            counts.add(LeftOut::loop, name);
        else if (entry.is_directory(ignored) && !entry.is_symlink(ignored) && levels > 0)
            count_deeper(counts, root, name, levels - 1);
        else if (entry.is_regular_file(ignored) && is_picture_name(name))
            counts.add(LeftOut::deeper, name);
    }
}

/// What an entry is that is no picture by name and kind of file; nothing where it may be one.
std::optional<LeftOut> refused_by_name(const fs::directory_entry& entry) {
    std::error_code ignored;
    const fs::path name = entry.path().filename();
    if (is_hidden_name(name))
        return LeftOut::hidden;
    if (leads_back(entry))
        return LeftOut::loop;
    if (!entry.exists(ignored))
        return LeftOut::broken_link;
    if (!entry.is_regular_file(ignored))
        return LeftOut::special;
    if (!is_picture_name(name))
        return reason_by_content(entry.path());
    return std::nullopt;
}

bool is_table(const fs::path& name) {
    return name == "classes.txt" || name == "labels.csv";
}

/// The files of a class folder, or of the folder itself.
void add(PictureListing& listing, const fs::path& subfolder, int label) {
    const std::size_t before = listing.files.size();
    std::vector<fs::directory_entry> entries;
    for (const auto& entry : fs::directory_iterator(listing.folder / subfolder))
        entries.push_back(entry);
    std::sort(entries.begin(), entries.end());
    for (const fs::directory_entry& entry : entries) {
        const fs::path name = subfolder / entry.path().filename();
        std::error_code ignored;
        if (entry.is_directory(ignored) && !is_hidden_name(name.filename()) && !leads_back(entry)) {
            count_deeper(listing.left_out, listing.folder, name);
            continue;
        }
        if (is_table(name.filename()))
            continue;
        std::optional<LeftOut> reason = refused_by_name(entry);
        if (!reason && (reason = reason_of(state_of_file(entry.path()))))
            listing.skipped.push_back(sentence_for(entry.path(), *reason));
        if (reason) {
            listing.left_out.add(*reason, name);
        } else {
            listing.files.push_back(name);
            listing.labels.push_back(label);
            listing.stamps.push_back(stamp_of(entry.path()));
        }
    }
    if (label >= 0 && listing.files.size() == before)
        listing.left_out.add(LeftOut::empty_class, subfolder);
}

/// What lies beside the class folders.
void count_beside(PictureListing& listing) {
    for (const auto& entry : fs::directory_iterator(listing.folder)) {
        const fs::path name = entry.path().filename();
        std::error_code ignored;
        if (is_table(name) || (entry.is_directory(ignored) && !is_hidden_name(name) && !leads_back(entry)))
            continue;
        listing.left_out.add(refused_by_name(entry).value_or(LeftOut::beside), name);
    }
}

PictureListing listed(const fs::path& folder, const auto& fill) {
    expect_folder(folder);
    PictureListing listing;
    listing.folder = folder;
    try {
        fill(listing);
    } catch (const fs::filesystem_error& fault) {
        refuse_listing(fault);
    }
    if (listing.files.empty())
        refuse_without_pictures(folder, listing.left_out.files() > 0 ? listing.left_out.text() : "");
    listing.notices.insert(listing.notices.begin(), listing.left_out.notice(std::ssize(listing.files)));
    return listing;
}

std::int64_t pictures_in(const fs::path& folder) {
    std::error_code fault;
    const fs::directory_iterator entries(folder, fault);
    return std::count_if(begin(entries), end(entries), [](const fs::directory_entry& entry) {
        std::error_code ignored;
        return is_picture_name(entry.path()) && !is_hidden_name(entry.path().filename()) &&
               entry.is_regular_file(ignored);
    });
}

} // namespace

PictureListing list_class_folders(const fs::path& folder, const fs::path& table_folder) {
    return listed(folder, [&](PictureListing& listing) {
        const std::vector<std::string> folders = subfolders(folder);
        if (folders.empty())
            refuse_without_classes(folder);
        ClassTable table = class_table(folder, folders, table_folder);
        for (const std::string& name : folders)
            add(listing, name, table.label.at(name));
        count_beside(listing);
        listing.class_names = std::move(table.names);
        listing.class_keys = std::move(table.keys);
        listing.notices = std::move(table.notices);
    });
}

PictureListing list_plain_folder(const fs::path& folder) {
    return listed(folder, [&](PictureListing& listing) { add(listing, {}, -1); });
}

bool has_class_folders(const fs::path& folder) {
    expect_folder(folder);
    try {
        std::int64_t inside = 0;
        for (const std::string& name : subfolders(folder))
            inside += pictures_in(folder / name);
        return inside > pictures_in(folder);
    } catch (const fs::filesystem_error& fault) {
        refuse_listing(fault);
    }
}

void expect_pictures(const fs::path& folder) {
    expect_folder(folder);
    try {
        if (!holds_picture(folder))
            refuse_without_pictures(folder, {});
    } catch (const fs::filesystem_error& fault) {
        refuse_listing(fault);
    }
}

void expect_class_folders(const fs::path& folder) {
    expect_folder(folder);
    try {
        const std::vector<std::string> folders = subfolders(folder);
        if (folders.empty())
            refuse_without_classes(folder);
        if (std::none_of(folders.begin(), folders.end(),
                         [&](const std::string& name) { return holds_picture(folder / name); }))
            refuse_without_pictures(folder, {});
    } catch (const fs::filesystem_error& fault) {
        refuse_listing(fault);
    }
}

} // namespace lab
