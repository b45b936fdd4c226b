#include "app/cli/commands.h"
#include "app/cli/given_path.h"
#include "app/cli/interruption.h"
#include "app/cli/progress.h"

#include "core/base/text.h"
#include "core/dataset/data.h"
#include "core/dataset/data_fetch.h"
#include "core/dataset/data_places.h"
#include "core/dataset/picture_check.h"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <vector>

namespace lab::cli {

namespace {

void print_data() {
    for (const DataPresence& data : data_presence()) {
        std::printf("%-14s %s\n", data.id.c_str(), data.title.c_str());
        if (data.own) {
            std::printf("  your own files: name the folder with --data-dir\n");
            if (!data.remembered.empty())
                std::printf("  remembered: %s\n", shown(data.remembered).c_str());
            continue;
        }
        const Manifest manifest = data_manifest(data.id);
        if (!data.folder.empty())
            std::printf("  found in %s\n", shown(data.folder).c_str());
        else if (data.fetchable)
            std::printf("  not here; collapse-lab-cli fetch %s (%s)\n", data.id.c_str(),
                        bytes_text(manifest.bytes()).c_str());
        else
            std::printf("  not here; %s\n", manifest.how_to_get.c_str());
        std::printf("  licence: %s\n", manifest.licence.c_str());
    }
}

/// What a run would find in a folder of pictures, and what it would leave out: every picture is decoded.
void check_folder(const std::filesystem::path& folder) {
    constexpr const char* unfinished = "the pictures were not looked at to the last, and nothing is counted";
    watch_for_signals();
    const bool classes = has_class_folders(folder);
    PictureListing listing = classes ? list_class_folders(folder) : list_plain_folder(folder);
    ProgressLine line;
    try {
        decode_all(listing, [&](double share) {
            stop_if_interrupted(unfinished);
            line.show(share, "looking at every picture");
        });
        stop_if_interrupted(unfinished);
    } catch (const CutShort&) {
        line.finish();
        throw;
    }
    line.finish();
    std::printf("%s: %zu pictures", shown(folder.native()).c_str(), listing.files.size());
    if (classes)
        std::printf(" of %zu classes\n", listing.class_names.size());
    else
        std::printf(" without labels\n");
    for (const Notice& notice : listing.notices)
        std::printf("%s\n", sentence_of(notice).c_str());
    for (const std::string& sentence : listing.skipped)
        std::printf("left out: %s\n", sentence.c_str());
    if (listing.files.empty())
        throw std::runtime_error(shown(folder.native()) + ": none of its pictures can be read");
}

/// Remembers a folder for a set, or forgets it.
void point(const std::string& id, const std::string& folder) {
    if (folder.empty())
        throw std::runtime_error("--point: expected a folder, found an empty path (--forget " + shown(id) +
                                 " forgets one)");
    point_at_data(id, folder);
    std::printf("%s is read from %s, now and next time.\n", id.c_str(), shown(folder).c_str());
}

} // namespace

void add_data_command(CLI::App& app) {
    auto folder = std::make_shared<std::string>();
    auto pointed = std::make_shared<std::vector<std::string>>();
    auto forgotten = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("data", "List data sets: where found, how to get, licence");
    command->add_option("--check", *folder, "List what is usable in a folder of pictures instead")
        ->check(given_path());
    command->add_option("--point", *pointed, "Remember that a data set lies in a folder: ID FOLDER")
        ->expected(2)
        ->excludes("--check");
    command->add_option("--forget", *forgotten, "Forget the folder that is remembered for a data set: ID")
        ->excludes("--check")
        ->excludes("--point");
    command->callback([folder, pointed, forgotten] {
        if (!pointed->empty()) {
            point(pointed->at(0), pointed->at(1));
        } else if (!forgotten->empty()) {
            point_at_data(known_data(*forgotten).id, {});
            std::printf("%s is looked for in the usual places again.\n", forgotten->c_str());
        } else if (folder->empty()) {
            print_data();
        } else {
            check_folder(*folder);
        }
    });
}

} // namespace lab::cli
