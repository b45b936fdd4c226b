#include "core/dataset/data_fetch.h"

#include "core/base/resources.h"
#include "core/dataset/data.h"
#include "core/dataset/data_memory.h"
#include "core/dataset/data_places.h"

#include <filesystem>
#include <stdexcept>

namespace lab {

namespace {

namespace fs = std::filesystem;

/// Beside the installed resources, or in the source tree; empty without one.
std::string manifest_file(const std::string& id) {
    const std::string relative = "datasets/" + id + ".json";
    try {
        return resource_path(relative);
    } catch (const std::runtime_error&) {
        const fs::path source = fs::path(LAB_SOURCE_DATASETS) / (id + ".json");
        std::error_code ignored;
        return fs::exists(source, ignored) ? source.string() : std::string();
    }
}

} // namespace

Manifest data_manifest(const std::string& id) {
    const KnownData& data = known_data(id);
    const std::string file = manifest_file(id);
    if (file.empty())
        throw std::runtime_error(data.title + ": there is nothing to fetch, " + data.how_to_get);
    return read_manifest(file);
}

std::string fetched_data_folder(const std::string& id) {
    const fs::path home = data_home();
    if (home.empty())
        throw std::runtime_error(
            "The platform's data folder is not known: neither XDG_DATA_HOME nor HOME is set");
    return (home / id).string();
}

FetchResult fetch_data(const std::string& id, const std::string& folder,
                       const std::function<bool(const FetchProgress&)>& progress) {
    return fetch(data_manifest(id), folder.empty() ? fetched_data_folder(id) : folder, progress);
}

std::vector<DataPresence> data_presence() {
    std::vector<DataPresence> all;
    for (const KnownData& data : known_data()) {
        DataPresence presence{
            data.id,  data.title, data.tip, find_data(data.id).string(), remembered_data(data.id).string(),
            data.own, false};
        if (!data.own && !manifest_file(data.id).empty())
            presence.fetchable = !data_manifest(data.id).files.empty();
        all.push_back(presence);
    }
    return all;
}

} // namespace lab
