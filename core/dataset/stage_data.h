#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace lab {

/// A data set's copy on a disk that is nearer.
struct StagedData {
    std::filesystem::path folder; ///< holds the set, for ExperimentSpec::data_dir
    std::int64_t files = 0, bytes = 0;
    bool copied = false; ///< by this call; false: it was there
};

/// Copies the files of a data set into a folder of its own below `stage`, once: whoever comes second waits
/// for the first, and uses its copy. Every file is read back and compared by a checksum; a copy that was cut
/// short is made anew. What the copy is of is known by names, sizes and times: another content has another
/// folder. Of ImageNet the validation pictures alone. Throws as require_data(); std::runtime_error naming the
/// file or folder, where the disk is too small too; FetchCancelled where `tell` says false.
/// @param tell called now and then with what is being done: "copying: 12 of 30 MB"; false ends the work
StagedData stage_data(const std::string& id, const std::string& data_dir, const std::filesystem::path& stage,
                      const std::function<bool(const std::string&)>& tell);

} // namespace lab
