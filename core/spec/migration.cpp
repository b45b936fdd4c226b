#include "core/spec/migration.h"

#include "core/base/json_values.h"
#include "core/spec/spec_values.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;
using Keys = std::vector<std::string>;

/// Where a field of version 1's root stands since version 2.
struct Moved {
    const char* before;
    const char* part;
    const char* field;
};

constexpr std::array<Moved, 10> moved = {{{"data", "data", "id"},
                                          {"data_dir", "data", "folder"},
                                          {"cache_mib", "data", "cache_mib"},
                                          {"frost_dir", "data", "frost_folder"},
                                          {"model", "model", "id"},
                                          {"model_options", "model", "options"},
                                          {"device", "machine", "device"},
                                          {"threads", "machine", "threads"},
                                          {"prefetch_threads", "machine", "prefetch_threads"},
                                          {"precision", "machine", "precision"}}};

bool is_part(const std::string& name) {
    return std::any_of(moved.begin(), moved.end(), [&](const Moved& row) { return name == row.part; });
}

/// Of a root that names no version: what only version 1 has there.
bool looks_like_version_1(const Json& json) {
    return std::any_of(moved.begin(), moved.end(), [&](const Moved& row) {
        if (!json.contains(row.before))
            return false;
        return !is_part(row.before) || !json[row.before].is_object() || is_text(json[row.before]);
    });
}

int version_of(const Json& json) {
    if (!json.contains("version"))
        return looks_like_version_1(json) ? 1 : experiment_version;
    const Json& found = json["version"];
    const std::string known = std::to_string(experiment_version);
    if (fits<int>(found) && found.get<int>() > experiment_version)
        throw std::invalid_argument("version: a newer Collapse Lab wrote this: expected 1 to " + known +
                                    ", found " + dumped(found));
    if (!fits<int>(found) || found.get<int>() < 1)
        throw std::invalid_argument("version: expected 1 to " + known + ", found " +
                                    dumped(found).substr(0, 80));
    return found.get<int>();
}

} // namespace

void experiment_from_1_to_2(Json& json) {
    if (json.contains("machine"))
        throw std::invalid_argument("machine: unknown key: version 1 has its fields at the root");
    Json after = Json::object();
    for (const auto& [key, value] : json.items()) {
        const auto row = std::find_if(moved.begin(), moved.end(),
                                      [&, name = key](const Moved& r) { return name == r.before; });
        if (row == moved.end())
            after[key] = value;
        else
            after[row->part][row->field] = value;
    }
    json = std::move(after);
}

int migrate_experiment(Json& json) {
    const int version = version_of(json);
    json.erase("version");
    if (version == 1)
        experiment_from_1_to_2(json);
    return version;
}

Keys present_keys(Keys keys) {
    for (const Moved& row : moved)
        if (keys.front() == row.before && (!is_part(row.before) || keys.size() == 1)) {
            keys.front() = row.field;
            keys.insert(keys.begin(), row.part);
            break;
        }
    return keys;
}

std::string present_path(const std::string& path) {
    const auto end = path.find_first_of(".[");
    const std::string root = path.substr(0, end);
    const Keys keys = present_keys(end == std::string::npos ? Keys{root} : Keys{root, ""});
    const bool was_moved = keys.size() > (end == std::string::npos ? 1U : 2U);
    return was_moved ? keys[0] + "." + keys[1] + (end == std::string::npos ? "" : path.substr(end)) : path;
}

std::string in_words_of_version_1(const std::string& sentence) {
    for (const Moved& row : moved) {
        const std::string path = std::string(row.part) + "." + row.field;
        if (sentence.starts_with(path) && sentence.size() > path.size() &&
            std::string(".:[").find(sentence[path.size()]) != std::string::npos)
            return row.before + sentence.substr(path.size());
    }
    return sentence;
}

} // namespace lab
