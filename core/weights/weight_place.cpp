#include "core/weights/weight_place.h"

#include "core/base/input_file.h"
#include "core/base/text.h"
#include "core/weights/shard_index.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <vector>

namespace lab {

namespace {

namespace fs = std::filesystem;

bool ends_with_one_of(const std::string& name, std::initializer_list<const char*> endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](const char* ending) { return name.ends_with(ending); });
}

struct Found {
    std::vector<std::string> safetensors, indexes, others;
};

Found weights_in(const fs::path& folder) {
    Found found;
    std::error_code fault;
    for (const auto& entry : fs::directory_iterator(folder, fault)) {
        const std::string path = entry.path().string();
        if (!entry.is_regular_file() || !shard_of(path).empty())
            continue;
        if (path.ends_with(".safetensors"))
            found.safetensors.push_back(path);
        else if (ends_with_one_of(path, {".safetensors.index.json", ".bin.index.json"}))
            found.indexes.push_back(path);
        else if (ends_with_one_of(path, {".pth", ".pt", ".bin", ".ckpt", ".pth.tar", ".tar"}))
            found.others.push_back(path);
    }
    if (fault)
        throw std::runtime_error(shown(folder.string()) + ": cannot be read: " + fault.message());
    return found;
}

std::string only_file_of(const fs::path& folder) {
    const Found found = weights_in(folder);
    for (const auto* files : {&found.safetensors, &found.indexes, &found.others}) {
        if (files->size() == 1)
            return files->front();
        if (files->size() > 1) {
            std::vector<std::string> names;
            for (const std::string& path : *files)
                names.push_back(fs::path(path).filename().string());
            std::sort(names.begin(), names.end());
            throw std::runtime_error(shown(folder.string()) +
                                     ": expected a folder with one weight file, found " + first_few(names) +
                                     ": name one of them");
        }
    }
    throw std::runtime_error(shown(folder.string()) +
                             ": expected a weight file, or a folder with one (.safetensors, .pth, .pt, .bin, "
                             ".ckpt), found a folder without any");
}

} // namespace

std::string weight_file(const std::string& path) {
    std::error_code fault;
    if (fs::is_directory(path, fault))
        return only_file_of(path);
    expect_regular_file(path, "a weight file");
    if (const std::string part = shard_of(path); !part.empty())
        throw std::runtime_error(shown(path) + ": is part " + part +
                                 " of a model: name the index (….index.json) or the folder instead");
    return path;
}

} // namespace lab
