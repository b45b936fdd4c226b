#include "core/dataset/data_places.h"

#include "core/base/content_kind.h"
#include "core/base/text.h"
#include "core/dataset/data_memory.h"
#include "core/dataset/names_in.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace lab {
namespace {

namespace fs = std::filesystem;

bool holds(const fs::path& folder, const KnownData& data) {
    std::error_code ignored;
    return std::any_of(data.marks.begin(), data.marks.end(),
                       [&](const std::string& mark) { return fs::exists(folder / mark, ignored); });
}

/// The folder itself (where that may be meant) or one in it, up to two levels down: an archive unpacked into
/// a folder of its own.
fs::path search(const fs::path& folder, const KnownData& data, bool itself) {
    if (itself && holds(folder, data)) {
        return folder;
    }
    for (const std::string& name : data.folder_names) {
        if (holds(folder / name, data)) {
            return folder / name;
        }
        for (const std::string& inner : data.folder_names) {
            if (holds(folder / name / inner, data)) {
                return folder / name / inner;
            }
        }
    }
    return {};
}

fs::path from_environment(const char* name) {
    const char* const value = std::getenv(name);
    return value != nullptr ? fs::path(value) : fs::path();
}

/// The folders that are searched for a set where none is named.
std::vector<fs::path> usual_places(const std::string& id) {
    std::vector<fs::path> places;
    for (const fs::path& place : {from_environment("LAB_DATA_DIR"), remembered_data(id), data_home(),
                                  fs::path("/usr/share/datasets")}) {
        if (!place.empty()) {
            places.push_back(place);
        }
    }
    return places;
}

bool holds_any(const fs::path& folder, std::initializer_list<const char*> names) {
    std::error_code ignored;
    return std::any_of(names.begin(), names.end(),
                       [&](const char* name) { return fs::exists(folder / name, ignored); });
}

/// What lies in a folder that holds no such set, called what it is.
std::string found_instead(const std::string& id, const fs::path& folder) {
    std::error_code ignored;
    if (fs::is_regular_file(folder, ignored)) {
        const std::string kind = content_kind_of(folder);
        return "a file" + (kind.empty() ? "" : ", " + kind);
    }
    const bool pickles = holds_any(folder, {"test_batch", "data_batch_1", "batches.meta",
                                            "cifar-10-batches-py", "cifar-100-python"}) ||
                         fs::is_regular_file(folder / "test", ignored);
    if (id.starts_with("cifar") && pickles)
        return "the set's version for Python (pickles, which are not read); the binary version is needed";
    if (id.starts_with("cifar") && holds_any(folder, {"airplane", "apple", "test/airplane", "test/apple"}))
        return "a folder of pictures for each class, which data=folder reads";
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const std::string name = entry.path().filename().native();
        for (const char* ending : {".tar.gz", ".tgz", ".tar", ".zip"})
            if (name.ends_with(ending))
                return "\"" + shown(name) + "\", an archive that is not unpacked";
    }
    return names_in(folder);
}

} // namespace

fs::path data_home() {
    if (const fs::path chosen = from_environment("XDG_DATA_HOME"); chosen.is_absolute()) {
        return chosen / "collapse-lab";
    }
    const fs::path home = from_environment("HOME");
    return home.empty() ? home : home / ".local" / "share" / "collapse-lab";
}

fs::path find_data(const std::string& id, const std::string& data_dir) {
    const KnownData& data = known_data(id);
    if (data.own) {
        const fs::path named = data_dir.empty() ? remembered_data(id) : fs::path(data_dir);
        std::error_code ignored;
        return fs::is_directory(named, ignored) ? named : fs::path();
    }
    if (!data_dir.empty()) {
        return search(data_dir, data, true);
    }
    const fs::path remembered = remembered_data(id);
    for (const fs::path& place : usual_places(id)) {
        // labels.npy alone does not tell the CIFAR sets apart, so a nameless folder is not taken for one,
        // unless the user said so.
        const bool itself = place == remembered || data.marks != std::vector<std::string>{"labels.npy"};
        if (const fs::path found = search(place, data, itself); !found.empty()) {
            return found;
        }
    }
    return {};
}

fs::path require_data(const std::string& id, const std::string& data_dir) {
    const fs::path found = find_data(id, data_dir);
    if (!found.empty()) {
        return found;
    }
    const KnownData& data = known_data(id);
    if (data.own) {
        const std::string named = data_dir.empty() ? remembered_data(id).native() : data_dir;
        const std::string place =
            named.empty() ? "data_dir: no folder is named" : shown(named) + ": no such folder";
        throw std::runtime_error(place + "; for " + data.title + " " + data.how_to_get);
    }
    std::string places = shown(data_dir);
    for (const fs::path& place : data_dir.empty() ? usual_places(id) : std::vector<fs::path>{}) {
        places += (places.empty() ? "" : " or ") + shown(place.native());
    }
    throw std::runtime_error(data.title + " is not in " + places + ": " + data.how_to_get +
                             (data_dir.empty() ? "" : " Found: " + found_instead(id, data_dir) + "."));
}

} // namespace lab
