#include "core/dataset/data_memory.h"

#include "core/base/atomic_file.h"
#include "core/dataset/data_places.h"

#include <fstream>
#include <map>
#include <stdexcept>

namespace lab {
namespace {

namespace fs = std::filesystem;
using Folders = std::map<std::string, std::string>;

fs::path memory_file() {
    const fs::path home = data_home();
    return home.empty() ? home : home / "folders.txt";
}

Folders read_folders() {
    Folders folders;
    std::ifstream stream(memory_file());
    for (std::string line; std::getline(stream, line);) {
        if (const std::size_t tab = line.find('\t'); tab != std::string::npos) {
            folders[line.substr(0, tab)] = line.substr(tab + 1);
        }
    }
    return folders;
}

void write_folders(const Folders& folders) {
    const fs::path file = memory_file();
    if (file.empty()) {
        throw std::runtime_error("The platform's data folder is not known: neither XDG_DATA_HOME nor HOME is "
                                 "set.");
    }
    std::error_code fault;
    fs::create_directories(file.parent_path(), fault);
    std::string content;
    for (const auto& [id, folder] : folders) {
        content += id + '\t' + folder + '\n';
    }
    write_file_atomically(file, content);
}

} // namespace

fs::path remembered_data(const std::string& id) {
    const Folders folders = read_folders();
    const auto found = folders.find(id);
    return found == folders.end() ? fs::path() : fs::path(found->second);
}

void remember_data(const std::string& id, const fs::path& folder) {
    if (folder.native().find('\n') != std::string::npos) {
        throw std::invalid_argument("A folder with a line break in its name cannot be remembered.");
    }
    Folders folders = read_folders();
    if (folder.empty()) {
        folders.erase(id);
    } else {
        folders[id] = fs::absolute(folder).native();
    }
    write_folders(folders);
}

} // namespace lab
