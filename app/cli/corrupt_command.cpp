#include "app/cli/commands.h"
#include "app/cli/progress.h"

#include "core/image/corruption.h"
#include "core/image/image_file.h"

#include <cstdio>
#include <filesystem>
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
    std::uint64_t seed = 0;
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

/// One picture, all kinds and severities: OUT/<corruption>/<severity>/<name>.png
void corrupt_file(const fs::path& file, std::uint64_t id, const std::vector<CorruptionKind>& kinds,
                  const Arguments& a) {
    const Image clean = read_image(file);
    for (const CorruptionKind kind : kinds)
        for (const int severity : a.severities) {
            const fs::path folder = fs::path(a.out) / to_string(kind) / std::to_string(severity);
            std::error_code fault;
            fs::create_directories(folder, fault);
            if (fault)
                throw std::runtime_error(folder.string() + ": cannot be made: " + fault.message());
            write_png(corrupt(clean, {kind, severity, table_named(a.table)}, a.seed, id, a.frost_folder),
                      folder / (file.stem().string() + ".png"));
        }
}

void run_corrupt(const Arguments& a) {
    const std::vector<CorruptionKind> kinds = kinds_of(a);
    if (!fs::exists(a.input))
        throw std::runtime_error(a.input + ": expected a picture or a folder of pictures, found nothing");
    const std::vector<fs::path> files =
        fs::is_directory(a.input) ? list_pictures(a.input) : std::vector<fs::path>{a.input};
    if (files.empty())
        throw std::runtime_error(a.input + ": expected pictures (JPEG, PNG, WebP, BMP), found none");
    ProgressLine line;
    int unreadable = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        try {
            corrupt_file(files[i], i, kinds, a);
        } catch (const std::runtime_error& fault) {
            if (files.size() == 1)
                throw;
            line.finish();
            std::fprintf(stderr, "skipped: %s\n", fault.what());
            ++unreadable;
        }
        line.show(static_cast<double>(i + 1) / static_cast<double>(files.size()),
                  files[i].filename().string());
    }
    line.finish();
    const std::size_t written =
        (files.size() - static_cast<std::size_t>(unreadable)) * kinds.size() * a.severities.size();
    if (written == 0)
        throw std::runtime_error(a.input + ": none of its pictures could be corrupted");
    std::printf("%zu pictures written to %s/<corruption>/<severity>/ (seed %llu)\n", written, a.out.c_str(),
                static_cast<unsigned long long>(a.seed));
}

} // namespace

void add_corrupt_command(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        app.add_subcommand("corrupt", "Write corrupted copies of a picture or of a folder of pictures");
    command->add_option("input", arguments->input, "A picture or a folder of pictures")->required();
    command->add_option("--out", arguments->out, "Folder for <corruption>/<severity>/<name>.png")->required();
    command->add_option("--corruption", arguments->kinds, "Names (see: info); all 19 without this option");
    command->add_option("--severity", arguments->severities, "1 to 5; may be several")
        ->check(CLI::Range(1, 5))
        ->capture_default_str();
    command->add_option("--table", arguments->table, "Published parameters: auto, 32 or 224")
        ->check(CLI::IsMember({"auto", "32", "224"}))
        ->capture_default_str();
    command->add_option("--seed", arguments->seed, "Seed of the random corruptions")->capture_default_str();
    command->add_option("--frost-dir", arguments->frost_folder,
                        "Pictures of frost in place of the procedural ones");
    command->callback([arguments] { run_corrupt(*arguments); });
}

} // namespace lab::cli
