#include "app/cli/commands.h"
#include "app/cli/given_path.h"
#include "app/cli/interruption.h"
#include "app/cli/progress.h"

#include "core/base/atomic_file.h"
#include "core/base/text.h"
#include "core/base/whole_number.h"
#include "core/dataset/picture_listing.h"
#include "core/image/corruption.h"
#include "core/image/image_file.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>

namespace lab::cli {

namespace {

namespace fs = std::filesystem;

struct Arguments {
    std::string input;
    std::string out;
    std::vector<std::string> kinds;
    std::vector<int> severities = {5};
    std::string table = "auto";
    std::string seed = "0";
    std::string frost_folder;
};

CorruptionTable table_named(const std::string& name) {
    if (name == "32")
        return CorruptionTable::size32;
    return name == "224" ? CorruptionTable::size224 : CorruptionTable::automatic;
}

std::vector<CorruptionKind> kinds_of(const Arguments& a) {
    std::vector<CorruptionKind> kinds;
    for (const std::string& name : a.kinds)
        kinds.push_back(corruption_from_string(name));
    if (kinds.empty()) {
        kinds = standard_corruptions();
        kinds.insert(kinds.end(), extra_corruptions().begin(), extra_corruptions().end());
    }
    return kinds;
}

/// Each kind and severity once: a second time would write the same file again.
template <typename T>
void expect_each_once(const std::vector<T>& values, const std::string& option, const auto& text) {
    for (std::size_t i = 1; i < values.size(); ++i)
        if (std::find(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(i), values[i]) !=
            values.begin() + static_cast<std::ptrdiff_t>(i))
            throw std::invalid_argument(option + ": expected each once, found " + text(values[i]) + " again");
}

/// The pictures and what they are called when they are written: NAME.png, or NAME.ENDING.png where two
/// pictures have one name but for the ending.
std::map<fs::path, fs::path> names_of(const std::vector<fs::path>& files) {
    std::map<fs::path, int> stems;
    for (const fs::path& file : files)
        ++stems[file.stem()];
    std::map<fs::path, fs::path> names, owners;
    for (const fs::path& file : files) {
        fs::path name = stems[file.stem()] > 1 ? file.filename() : file.stem();
        name += ".png";
        if (const auto [other, fresh] = owners.emplace(name, file); !fresh)
            throw std::runtime_error(shown(file.native()) + " and " + shown(other->second.native()) +
                                     " would both be written as " + shown(name.native()) + ": rename one");
        names[file] = name;
    }
    return names;
}

/// The pictures to corrupt; what else lies in the folder is told.
std::vector<fs::path> pictures_of(const fs::path& input) {
    if (input.empty())
        throw std::runtime_error("expected a picture or a folder of pictures, found an empty path");
    if (!fs::exists(input))
        throw std::runtime_error(shown(input.native()) +
                                 ": expected a picture or a folder of pictures, found nothing");
    if (!fs::is_directory(input))
        return {input};
    if (list_pictures(input).empty() && has_class_folders(input))
        throw std::runtime_error(shown(input.native()) +
                                 ": expected pictures, found folders of pictures: name one of these");
    const PictureListing listing = list_plain_folder(input);
    std::fprintf(stderr, "%s\n", sentence_of(listing.notices.front()).c_str());
    return list_pictures(input);
}

/// One picture, all kinds and severities: OUT/<corruption>/<severity>/<name>.png. Counts what is written.
void corrupt_file(const fs::path& file, const fs::path& name, std::uint64_t id,
                  const std::vector<CorruptionKind>& kinds, std::uint64_t seed, const Arguments& a,
                  std::size_t& written) {
    const Image clean = read_image(file);
    for (const CorruptionKind kind : kinds)
        for (const int severity : a.severities) {
            stop_if_interrupted(std::to_string(written) + (written == 1 ? " picture is" : " pictures are") +
                                " written to " + shown(a.out) + "; the others are not");
            const fs::path folder = fs::path(a.out) / to_string(kind) / std::to_string(severity);
            std::error_code fault;
            fs::create_directories(folder, fault);
            if (fault)
                throw std::runtime_error(shown(folder.native()) + ": cannot be made: " + fault.message());
            write_png(corrupt(clean, {kind, severity, table_named(a.table)}, seed, id, a.frost_folder),
                      folder / name);
            ++written;
        }
}

/// Everything that can be refused is, before the first picture is corrupted.
void expect_usable(const Arguments& a, const std::vector<CorruptionKind>& kinds) {
    expect_each_once(kinds, "--corruption", [](CorruptionKind kind) { return to_string(kind); });
    expect_each_once(a.severities, "--severity", [](int severity) { return std::to_string(severity); });
    const bool frost = std::find(kinds.begin(), kinds.end(), CorruptionKind::frost) != kinds.end();
    if (!a.frost_folder.empty() && !frost)
        throw std::invalid_argument(
            "--frost-dir: has an effect on frost alone, which is not among --corruption");
    if (!a.frost_folder.empty())
        expect_pictures(a.frost_folder);
}

void run_corrupt(const Arguments& a) {
    watch_for_signals();
    const std::uint64_t seed = seed_from(a.seed, "--seed");
    const std::vector<CorruptionKind> kinds = kinds_of(a);
    expect_usable(a, kinds);
    const std::vector<fs::path> files = pictures_of(a.input);
    const std::map<fs::path, fs::path> names = names_of(files);
    if (files.size() == 1)
        read_image(files.front()); // throws where nothing could be written: before the folder is made
    make_output_folder(a.out);
    ProgressLine line;
    int unreadable = 0;
    std::size_t written = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        try {
            corrupt_file(files[i], names.at(files[i]), i, kinds, seed, a, written);
        } catch (const CutShort&) {
            line.finish();
            throw;
        } catch (const std::runtime_error& fault) {
            if (files.size() == 1)
                throw;
            line.finish();
            std::fprintf(stderr, "skipped: %s\n", fault.what());
            ++unreadable;
        }
        line.show(static_cast<double>(i + 1) / static_cast<double>(files.size()),
                  shown(files[i].filename().native()));
    }
    line.finish();
    std::printf("%zu pictures written to %s/<corruption>/<severity>/ (seed %llu)\n", written,
                shown(a.out).c_str(), static_cast<unsigned long long>(seed));
    if (unreadable > 0)
        throw std::runtime_error(shown(a.input) + ": " + std::to_string(unreadable) + " of " +
                                 std::to_string(files.size()) + " pictures could not be corrupted");
}

} // namespace

void add_corrupt_command(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        app.add_subcommand("corrupt", "Write corrupted copies of a picture or of a folder of pictures");
    command->add_option("input", arguments->input, "A picture or a folder of pictures")->required();
    command->add_option("--out", arguments->out, "Folder for <corruption>/<severity>/<name>.png")
        ->required()
        ->check(given_path());
    command->add_option("--corruption", arguments->kinds, "Names (see: info); all 19 without this option");
    command->add_option("--severity", arguments->severities, "1 to 5; may be several")
        ->check(CLI::Range(1, 5))
        ->capture_default_str();
    command->add_option("--table", arguments->table, "Published parameters: auto, 32 or 224")
        ->check(CLI::IsMember({"auto", "32", "224"}))
        ->capture_default_str();
    command->add_option("--seed", arguments->seed, "Seed of the random corruptions")->capture_default_str();
    command
        ->add_option("--frost-dir", arguments->frost_folder,
                     "Pictures of frost in place of the procedural ones")
        ->check(given_path());
    command->callback([arguments] { run_corrupt(*arguments); });
}

} // namespace lab::cli
