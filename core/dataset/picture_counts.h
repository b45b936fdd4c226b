#pragma once

#include "core/base/notice.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace lab {

/// Why a file or folder among the pictures of a set is not used; in the order in which it is told.
enum class LeftOut {
    no_picture, ///< despite its ending
    cut_short,
    damaged,
    unreadable,    ///< it cannot be opened
    other_picture, ///< its ending or its kind is none that is read
    deeper,        ///< pictures in folders further down
    beside,        ///< pictures beside the class folders
    broken_link,
    special,     ///< a pipe, a socket or a device
    other_file,  ///< no picture, and not called one
    loop,        ///< a link that leads back to a folder in which it lies
    hidden,      ///< and what file managers and systems leave behind
    empty_class, ///< a folder of a class, not counted as a file
};

/// What was found in a folder of pictures, and why it is not used.
class PictureCounts {
  public:
    /// @param file relative to the set's folder
    void add(LeftOut reason, const std::filesystem::path& file, std::int64_t count = 1);

    std::int64_t of(LeftOut reason) const;
    /// Files that are left out, for whatever reason.
    std::int64_t files() const;
    /// Whether a picture is lost that a person may count on.
    bool lost() const;
    /// "4 cut short ("a/x.jpg" and 3 more), 2 other files (.txt)": empty where nothing is left out.
    std::string text() const;
    /// "data: 240 of 250 files are used; left out: …", a warning where a picture is lost.
    Notice notice(std::int64_t used) const;

  private:
    struct Row {
        std::int64_t count = 0;
        std::vector<std::string> examples;
    };
    std::map<LeftOut, Row> rows_;
    std::map<LeftOut, std::map<std::string, std::int64_t>> endings_;
};

/// Names that begin with a dot, and what systems put beside pictures: "@eaDir", "__MACOSX", "Thumbs.db" …
bool is_hidden_name(const std::filesystem::path& name);

} // namespace lab
