#include "core/weights/shard_index.h"

#include "core/base/text.h"
#include "core/weights/file_kind.h"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <stdexcept>

namespace lab {

namespace {

using Json = nlohmann::json;

constexpr std::uint64_t largest_index = 64 << 20;

Json parsed(const FileBytes& file) {
    if (file.size() > largest_index)
        return {};
    const ByteSpan bytes = file.read(0, file.size());
    return Json::parse(bytes.begin(), bytes.end(), nullptr, false);
}

[[noreturn]] void fail(const FileBytes& index, const std::string& what) {
    throw std::runtime_error(index.source() + ": not a usable index of weights: " + what);
}

} // namespace

bool is_shard_index(const FileBytes& file) {
    const Json json = parsed(file);
    return json.is_object() && json.contains("weight_map") && json["weight_map"].is_object();
}

Checkpoint open_shards(const std::string& path, const FileBytes& index) {
    const Json places = parsed(index)["weight_map"];
    std::map<std::string, std::set<std::string>> names_by_file;
    for (const auto& [name, place] : places.items()) {
        // A name alone: an index does not lead out of its folder.
        const std::string file = place.is_string() ? place.get<std::string>() : "";
        if (file.empty() || file.find('/') != std::string::npos || file == "." || file == "..")
            fail(index, "expected the name of a file beside it for \"" + shown(name) + "\", found " +
                            place.dump().substr(0, 80));
        names_by_file[file].insert(name);
    }
    if (names_by_file.empty())
        fail(index, "it lists no tensors");
    Checkpoint whole{{WeightSet{}}, {}, {}, {}, {}};
    for (const auto& [file, names] : names_by_file) {
        const auto shard = std::filesystem::path(path).parent_path() / file;
        if (!std::filesystem::exists(shard))
            fail(index, "the file \"" + shown(file) + "\" that it names is missing");
        if (file_kind(FileBytes(shard.string())) == FileKind::json)
            fail(index, "the file \"" + shown(file) + "\" that it names holds no tensors");
        Checkpoint part = open_checkpoint(shard.string());
        for (const std::string& name : names) {
            const auto found = part.sets.front().tensors.find(name);
            if (found == part.sets.front().tensors.end())
                fail(index, "\"" + shown(name) + "\" is not in \"" + shown(file) + "\", where it should be");
            whole.sets.front().tensors[name] = found->second;
        }
        whole.files.insert(whole.files.end(), part.files.begin(), part.files.end());
        whole.metadata.merge(part.metadata);
    }
    return whole;
}

std::string shard_of(const std::string& path) {
    static const std::regex numbered(".*-([0-9]{5})-of-([0-9]{5})\\.[^.]*");
    const std::string name = std::filesystem::path(path).filename().string();
    std::smatch found;
    if (name.size() > 255 || !std::regex_match(name, found, numbered))
        return "";
    const int number = std::atoi(found[1].str().c_str()), count = std::atoi(found[2].str().c_str());
    return count > 1 ? std::to_string(number) + " of " + std::to_string(count) : "";
}

} // namespace lab
