#include "app/cli/commands.h"

#include "core/experiment/data.h"
#include "core/experiment/data_fetch.h"
#include "core/image/picture_listing.h"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <vector>

namespace lab::cli {

namespace {

void print_data() {
    for (const DataPresence& data : data_presence()) {
        std::printf("%-14s %s\n", data.id.c_str(), data.title.c_str());
        if (data.own) {
            std::printf("  your own files: name the folder with --data-dir\n");
            continue;
        }
        const Manifest manifest = data_manifest(data.id);
        if (!data.folder.empty())
            std::printf("  found in %s\n", data.folder.c_str());
        else if (data.fetchable)
            std::printf("  not here; collapse-lab-cli fetch %s (%s)\n", data.id.c_str(),
                        bytes_text(manifest.bytes()).c_str());
        else
            std::printf("  not here; %s\n", manifest.how_to_get.c_str());
        std::printf("  licence: %s\n", manifest.licence.c_str());
    }
}

/// What a run would find in a folder of pictures, and what it would leave out.
void check_folder(const std::string& folder) {
    namespace fs = std::filesystem;
    bool classes = false;
    if (fs::is_directory(folder))
        for (const auto& entry : fs::directory_iterator(folder))
            classes = classes || entry.is_directory();
    const PictureListing listing = classes ? list_class_folders(folder) : list_plain_folder(folder);
    std::printf("%s: %zu pictures", folder.c_str(), listing.files.size());
    if (classes)
        std::printf(" of %zu classes\n", listing.class_names.size());
    else
        std::printf(" without labels\n");
    for (const std::string& sentence : listing.skipped)
        std::printf("left out: %s\n", sentence.c_str());
}

} // namespace

void add_data_command(CLI::App& app) {
    auto folder = std::make_shared<std::string>();
    auto pointed = std::make_shared<std::vector<std::string>>();
    CLI::App* command = app.add_subcommand("data", "List data sets: where found, how to get, licence");
    command->add_option("--check", *folder, "List what is usable in a folder of pictures instead");
    command->add_option("--point", *pointed, "Remember that a data set lies in a folder: ID FOLDER")
        ->expected(2)
        ->excludes("--check");
    command->callback([folder, pointed] {
        if (!pointed->empty()) {
            point_at_data(pointed->at(0), pointed->at(1));
            std::printf("%s is read from %s, now and next time.\n", pointed->at(0).c_str(),
                        pointed->at(1).c_str());
        } else if (folder->empty()) {
            print_data();
        } else {
            check_folder(*folder);
        }
    });
}

} // namespace lab::cli
