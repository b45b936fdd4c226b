#include "core/study/cell_contents.h"

#include "core/fetch/checksum.h"
#include "core/study/study_content.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

namespace lab {

namespace {

namespace fs = std::filesystem;

std::string file_text(const fs::path& file) {
    std::error_code ignored;
    return fs::is_regular_file(file, ignored) ? checksum(file, ChecksumKind::sha256) : "absent";
}

/// Names and contents of a folder's files.
std::string folder_text(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code fault;
    for (fs::directory_iterator entry(folder, fault), end; !fault && entry != end; entry.increment(fault))
        files.push_back(entry->path());
    std::sort(files.begin(), files.end());
    std::string text = fault ? fault.message() : "";
    for (const fs::path& file : files)
        text += file.filename().native() + " " + file_text(file) + "\n";
    return text_checksum(text);
}

} // namespace

template <typename Make>
const std::string& CellContents::known(const std::string& what, Make make) {
    const auto found = known_.find(what);
    return found != known_.end() ? found->second : known_.emplace(what, make()).first->second;
}

std::string CellContents::of(const ExperimentSpec& spec) {
    StudyOptions ground;
    ground.model = spec.model;
    ground.data = spec.data;
    ground.data_dir = spec.data_dir;
    const std::string place = spec.model + "\n" + spec.data + "\n" + spec.data_dir;
    std::string text = known("ground " + place, [&] { return study_content(ground); });
    for (const LaneSpec& lane : spec.lanes)
        if (!lane.start_from.empty())
            text += " " + known("state " + lane.start_from, [&] { return file_text(lane.start_from); });
    if (!spec.frost_dir.empty())
        text += " " + known("frost " + spec.frost_dir, [&] { return folder_text(spec.frost_dir); });
    return text;
}

} // namespace lab
