#include "app/cli/cell_work.h"
#include "app/cli/commands.h"
#include "app/cli/interruption.h"
#include "app/cli/options.h"

#include "core/base/atomic_file.h"
#include "core/base/text.h"
#include "core/spec/spec_json.h"
#include "core/study/sweep_cells.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <stdexcept>

namespace lab::cli {

namespace {

struct Arguments {
    std::string file, out, data_dir;
    std::vector<std::string> settings;
    CellOptions cells;
};

/// What the command line sets for all cells.
std::vector<std::string> settings_of(const Arguments& a) {
    std::vector<std::string> settings = a.settings;
    if (a.data_dir.empty())
        return settings;
    if (std::any_of(settings.begin(), settings.end(),
                    [](const std::string& setting) { return assigns(setting, "data.folder"); }))
        throw std::invalid_argument("sweep: expected --data-dir or --set data_dir=, found both");
    settings.push_back("data_dir=" + a.data_dir);
    return settings;
}

CellSet set_of(const Arguments& a) {
    const Sweep sweep = read_sweep(a.file, settings_of(a));
    SweepCells all;
    try {
        all = cells_of(sweep);
    } catch (const std::invalid_argument& fault) {
        throw std::runtime_error(shown(a.file) + ": " + fault.what());
    }
    for (const auto& [notice, count] : all.notices)
        if (!a.cells.list)
            std::printf("%s (%d of %zu cells)\n", sentence_of(notice).c_str(), count, all.cells.size());
    const std::string stem = a.out + "/" + sweep.name;
    return {sweep.name, stem + ".cells", stem, sweep.source, sweep.settings, std::move(all.cells), {}};
}

void run_sweep(const Arguments& a) {
    watch_for_signals();
    expect_consistent(a.cells);
    if (!a.cells.list)
        expect_output_folder(a.out);
    const CellSet set = set_of(a);
    if (a.cells.list)
        return list_cells(set, share_of(a.cells, set.cells.size()), a.cells.json);
    if (a.cells.merge)
        return merge_cells(set);
    const Share share = share_of(a.cells, set.cells.size());
    expect_own_cells(set);
    if (share.whole())
        remove_merged(set);
    const Attempt attempt = run_share(a.cells, set, share);
    if (!attempt.ended.empty())
        throw CutShort(attempt.ended + "; the same command goes on from there");
    if (share.whole())
        return merge_cells(set);
    std::printf("%s: its %zu cells are in %s; --merge puts all parts together\n", share.title.c_str(),
                share.cells.size(), shown(set.folder).c_str());
}

} // namespace

void add_sweep_command(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    Arguments& a = *arguments;
    CLI::App* command = app.add_subcommand(
        "sweep", "Run a grid over an experiment's fields, alone or shared out to the tasks of a cluster");
    add_path(command, "file", a.file,
             "JSON: version 1, experiment or preset, grid and zip with a list of values for each field")
        ->required();
    add_path(command, "--out", a.out,
             "Folder for the results; cells that are finished in it are not repeated")
        ->required();
    add_path(command, "--data-dir", a.data_dir, "Folder with the data set's files");
    command->add_option("--set", a.settings, "field=value, for all cells; may be repeated")
        ->allow_extra_args(false);
    add_cell_options(command, a.cells);
    command->callback([arguments] { run_sweep(*arguments); });
}

} // namespace lab::cli
