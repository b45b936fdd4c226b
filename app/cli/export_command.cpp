#include "app/cli/commands.h"
#include "app/cli/options.h"

#include "core/base/atomic_file.h"
#include "core/base/csv.h"
#include "core/base/text.h"
#include "core/record/recording_file.h"
#include "core/record/tensorboard.h"

#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>

namespace lab::cli {

namespace {

namespace fs = std::filesystem;

struct Arguments {
    std::vector<std::string> files;
    std::string csv;
    std::string tensorboard;
};

struct NamedRun {
    std::string name; ///< of the file or the run's folder; numbered where several are called so
    Recording recording;
};

std::vector<NamedRun> read_runs(const std::vector<std::string>& given) {
    std::vector<NamedRun> runs;
    std::map<std::string, int> seen;
    for (const std::string& text : given) {
        const fs::path path = fs::path(text).lexically_normal();
        const bool folder = fs::is_directory(path);
        std::string name = folder ? (path.has_filename() ? path : path.parent_path()).filename().string()
                                  : path.stem().string();
        if (const int times = ++seen[name]; times > 1)
            name += " (" + std::to_string(times) + ")";
        runs.push_back({name, load_recording((folder ? path / "recording.collapselab" : path).string())});
    }
    return runs;
}

/// The rows of a table; a line feed between quotes is part of a cell.
std::vector<std::string> rows_of(const std::string& csv) {
    std::vector<std::string> rows(1);
    bool quoted = false;
    for (const char c : csv) {
        quoted ^= c == '"';
        if (c == '\n' && !quoted)
            rows.emplace_back();
        else
            rows.back() += c;
    }
    rows.pop_back(); // each row ends in a line feed
    return rows;
}

/// The tables of all runs below one another, with the run's name in the first column.
void write_long_table(const std::vector<NamedRun>& runs, const std::string& path) {
    write_atomically(path, [&](std::ostream& out) {
        for (const NamedRun& run : runs) {
            const std::vector<std::string> rows = rows_of(to_csv(run.recording));
            if (&run == &runs.front())
                out << "run," << rows.front() << '\n';
            for (std::size_t i = 1; i < rows.size(); ++i)
                out << quoted_cell(run.name) << ',' << rows[i] << '\n';
        }
    });
}

void export_runs(const Arguments& a) {
    if (a.csv.empty() && a.tensorboard.empty())
        throw std::runtime_error("export: expected --csv or --tensorboard, found neither");
    if (!a.csv.empty())
        expect_writable_file(a.csv);
    if (!a.tensorboard.empty())
        expect_output_folder(a.tensorboard);
    const std::vector<NamedRun> runs = read_runs(a.files);
    if (!a.csv.empty()) {
        write_long_table(runs, a.csv);
        std::printf("%s: %zu runs\n", shown(a.csv).c_str(), runs.size());
    }
    if (a.tensorboard.empty())
        return;
    std::size_t files = 0;
    for (const NamedRun& run : runs)
        files += write_tensorboard(run.recording, a.tensorboard, run.name).size();
    std::printf("%s: %zu event files; look with: tensorboard --logdir %s\n", shown(a.tensorboard).c_str(),
                files, shown(a.tensorboard).c_str());
}

} // namespace

void add_export_command(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    Arguments& a = *arguments;
    CLI::App* command =
        app.add_subcommand("export", "Write recordings for other programs: one long table, TensorBoard");
    command->add_option("files", a.files, "Recordings (.collapselab), or folders that `run` wrote")
        ->required();
    add_path(command, "--csv", a.csv, "One table: a row per run, lane and step, with all conditions");
    add_path(command, "--tensorboard", a.tensorboard, "Folder for event files, one per run and lane");
    command->callback([arguments] { export_runs(*arguments); });
}

} // namespace lab::cli
