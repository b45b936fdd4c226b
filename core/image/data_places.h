#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lab {

/// A data set that the lab knows by name.
struct KnownData {
    std::string id;    ///< as specifications name it: "cifar-10-c"
    std::string title; ///< "CIFAR-10-C"
    std::string tip;   ///< one sentence
    std::string group; ///< of a menu
    bool own = false;  ///< the user's own files: the folder has to be named, or remembered
    /// Files or folders one of which must be there, relative to the set's folder.
    std::vector<std::string> marks;
    /// What the set's folder may be called inside another.
    std::vector<std::string> folder_names;
    std::string how_to_get; ///< end of the sentence that says that it is not there
};

const std::vector<KnownData>& known_data();
/// Throws std::invalid_argument "data: expected …, found …".
const KnownData& known_data(const std::string& id);

/// Where fetched data sets are kept: $XDG_DATA_HOME/collapse-lab, or ~/.local/share/collapse-lab.
/// Empty where neither variable is set.
std::filesystem::path data_home();

/// The folder of a data set: `data_dir` or a folder in it where one is given, or else the first of
/// $LAB_DATA_DIR, the remembered folder (data_memory.h), data_home() and what the distribution installed that
/// holds it. Empty where it is not there.
std::filesystem::path find_data(const std::string& id, const std::string& data_dir = {});

/// The same; throws std::runtime_error with a sentence that says where it was looked for and how to get it.
std::filesystem::path require_data(const std::string& id, const std::string& data_dir = {});

} // namespace lab
