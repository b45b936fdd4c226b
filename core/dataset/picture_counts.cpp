#include "core/dataset/picture_counts.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace lab {

namespace {

constexpr std::size_t most_examples = 3;

const char* words_for(LeftOut reason, bool one) {
    switch (reason) {
    case LeftOut::no_picture:
        return one ? "no picture despite its ending" : "no pictures despite their endings";
    case LeftOut::cut_short:
        return "cut short";
    case LeftOut::damaged:
        return "damaged";
    case LeftOut::unreadable:
        return "not to be opened";
    case LeftOut::other_picture:
        return one ? "picture of a kind or with an ending that is not read"
                   : "pictures of kinds or with endings that are not read";
    case LeftOut::deeper:
        return one ? "picture in a folder further down" : "pictures in folders further down";
    case LeftOut::beside:
        return one ? "picture beside the class folders" : "pictures beside the class folders";
    case LeftOut::broken_link:
        return one ? "broken link" : "broken links";
    case LeftOut::special:
        return one ? "pipe, socket or device" : "pipes, sockets or devices";
    case LeftOut::other_file:
        return one ? "other file" : "other files";
    case LeftOut::loop:
        return one ? "link back to its own folder" : "links back to their own folders";
    case LeftOut::hidden:
        return "hidden";
    case LeftOut::empty_class:
        return one ? "class folder without pictures" : "class folders without pictures";
    }
    return "";
}

/// What is told by its endings rather than by its names.
bool by_ending(LeftOut reason) {
    return reason == LeftOut::other_picture || reason == LeftOut::other_file;
}

/// ".tif 3, .heic 1"
std::string endings_text(const std::map<std::string, std::int64_t>& endings) {
    constexpr std::size_t most = 6;
    std::string text;
    std::size_t told = 0;
    for (const auto& [ending, count] : endings) {
        if (told++ == most)
            return text + " …";
        text += (text.empty() ? "" : ", ") + (ending.empty() ? "no ending" : shown(ending)) + " " +
                std::to_string(count);
    }
    return text;
}

std::string examples_text(const std::vector<std::string>& examples, std::int64_t count) {
    std::string text = first_few(examples, most_examples);
    const std::int64_t more = count - std::ssize(examples);
    return more > 0 ? text + " and " + std::to_string(more) + " more" : text;
}

} // namespace

void PictureCounts::add(LeftOut reason, const std::filesystem::path& file, std::int64_t count) {
    Row& row = rows_[reason];
    row.count += count;
    if (row.examples.size() < most_examples)
        row.examples.push_back(file.native());
    if (by_ending(reason))
        endings_[reason][file.extension().native()] += count;
}

std::int64_t PictureCounts::of(LeftOut reason) const {
    const auto row = rows_.find(reason);
    return row == rows_.end() ? 0 : row->second.count;
}

std::int64_t PictureCounts::files() const {
    std::int64_t sum = 0;
    for (const auto& [reason, row] : rows_)
        sum += reason == LeftOut::empty_class ? 0 : row.count;
    return sum;
}

bool PictureCounts::lost() const {
    return std::any_of(rows_.begin(), rows_.end(),
                       [](const auto& row) { return row.first < LeftOut::other_file; });
}

std::string PictureCounts::text() const {
    std::string text;
    for (const auto& [reason, row] : rows_)
        text +=
            (text.empty() ? "" : ", ") + std::to_string(row.count) + " " + words_for(reason, row.count == 1) +
            " (" +
            (by_ending(reason) ? endings_text(endings_.at(reason)) : examples_text(row.examples, row.count)) +
            ")";
    return text;
}

Notice PictureCounts::notice(std::int64_t used) const {
    if (rows_.empty())
        return {NoticeSubject::data, false, std::to_string(used) + " pictures found, all of them used"};
    return {NoticeSubject::data, lost(),
            std::to_string(used) + " of " + std::to_string(used + files()) +
                " files are used as pictures; left out: " + text()};
}

bool is_hidden_name(const std::filesystem::path& name) {
    constexpr auto known = std::to_array<std::string_view>({"@eaDir", "__MACOSX", "#recycle", "$RECYCLE.BIN",
                                                            "lost+found", "System Volume Information",
                                                            "Thumbs.db", "ehthumbs.db", "desktop.ini"});
    return name.native().starts_with('.') ||
           std::find(known.begin(), known.end(), name.native()) != known.end();
}

} // namespace lab
