#pragma once

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

} // namespace lab
