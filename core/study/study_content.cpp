#include "core/study/study_content.h"

#include "core/dataset/data_places.h"
#include "core/fetch/checksum.h"
#include "core/run/model_file_hash.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <system_error>

namespace lab {

namespace {

namespace fs = std::filesystem;

/// "name size time" of every file below a folder, in the order of names.
std::string listing_of(const fs::path& folder) {
    std::vector<std::string> lines;
    std::error_code fault;
    const auto options =
        fs::directory_options::follow_directory_symlink | fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator entry(folder, options, fault), end; !fault && entry != end;
         entry.increment(fault)) {
        std::error_code ignored;
        if (!entry->is_regular_file(ignored))
            continue;
        lines.push_back(entry->path().lexically_relative(folder).native() + " " +
                        std::to_string(entry->file_size(ignored)) + " " +
                        std::to_string(entry->last_write_time(ignored).time_since_epoch().count()));
    }
    std::sort(lines.begin(), lines.end());
    std::string text = fault ? fault.message() + "\n" : "";
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

} // namespace

std::string study_content(const StudyOptions& options) {
    return std::string(LAB_VERSION) + " " + model_file_hash(options.model) + " " +
           text_checksum(listing_of(find_data(options.data, options.data_dir)));
}

} // namespace lab
