#include "app/cli/cell_work.h"
#include "app/cli/commands.h"
#include "app/cli/interruption.h"
#include "app/cli/options.h"

#include "core/base/atomic_file.h"
#include "core/base/json_values.h"
#include "core/base/text.h"
#include "core/dataset/data_places.h"
#include "core/run/device.h"
#include "core/run/model_source.h"
#include "core/study/outcome_table.h"
#include "core/study/report.h"
#include "core/study/study_cells.h"
#include "core/study/study_content.h"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <set>
#include <stdexcept>

namespace lab::cli {

namespace {

struct Arguments {
    std::string figure;
    std::string out = "results";
    StudyOptions study;
    CellOptions cells;
};

void check_corruptions(const Study& figure, const StudyOptions& options) {
    std::set<std::string> named;
    for (const std::string& corruption : options.corruptions) {
        corruption_from_string(corruption);
        if (!named.insert(corruption).second)
            throw std::invalid_argument("--corruption: expected each once, found " + corruption + " again");
    }
    if (!options.corruptions.empty() && !uses_corruptions(figure, options))
        throw std::invalid_argument("--corruption: has no effect: " + figure.id +
                                    " has no columns by corruption");
}

/// 0.1.0 named runs by the paths of their weights, whose contents may be others by now.
void tell_of_old_cells(const Study& figure, const std::string& out) {
    const std::string name = figure.id + ".cells.jsonl";
    if (std::filesystem::exists(std::filesystem::path(out) / name))
        std::printf(
            "%s in %s is of version 0.1.0, which knew weights and data by their paths alone: its runs "
            "are made anew\n",
            name.c_str(), out.c_str());
}

CellSet set_of(const Study& figure, const Arguments& a) {
    const std::string stem = a.out + "/" + figure.id;
    return {figure.id,
            stem + ".cells",
            stem + ".merged",
            dumped({{"figure", figure.id}}),
            {},
            numbered_cells(figure, a.study),
            figure.curves};
}

/// The report of what is finished. @return whether there was anything to report
bool report(const Study& figure, const Arguments& a, const CellSet& set, const std::string& ended) {
    std::vector<std::string> keys;
    for (const NumberedCell& cell : set.cells)
        keys.push_back(cell.key);
    const CellStore store(set.folder, keys);
    if (store.outcomes().empty())
        return false;
    write_report(figure, a.study, store, a.out, ended);
    std::printf("%s: table, figures and charts are in %s/%s.{csv,json,md,svg,pdf,png}\n", figure.id.c_str(),
                a.out.c_str(), figure.id.c_str());
    return true;
}

void run_cells_of(const Study& figure, const Arguments& a, const CellSet& set) {
    const Share share = share_of(a.cells, set.cells.size());
    tell_of_old_cells(figure, a.out);
    expect_printed();
    if (share.whole())
        remove_report(figure, a.out);
    const Attempt attempt = run_share(a.cells, set, share);
    if (share.whole())
        report(figure, a, set, attempt.ended);
    if (!attempt.ended.empty())
        throw CutShort(attempt.ended + "; the same command goes on from there");
    if (!share.whole())
        std::printf("%s: its %zu cells are in %s; --merge puts all parts together\n", share.title.c_str(),
                    share.cells.size(), shown(set.folder).c_str());
}

void run_reproduce(Arguments a) {
    watch_for_signals();
    const Study& figure = study(a.figure);
    expect_consistent(a.cells);
    check_corruptions(figure, a.study);
    if (!a.cells.list)
        expect_output_folder(a.out);
    a.study.classes = card_of(a.study.model).shape.classes;
    for (const StudyCell& cell : figure.cells(a.study))
        validate(cell.spec);
    device_named(a.study.device);
    require_data(a.study.data, a.study.data_dir);
    a.study.content = study_content(a.study);
    const CellSet set = set_of(figure, a);
    if (a.cells.list)
        return list_cells(set, share_of(a.cells, set.cells.size()), a.cells.json);
    if (!a.cells.merge)
        return run_cells_of(figure, a, set);
    remove_report(figure, a.out);
    merge_cells(set);
    report(figure, a, set, "");
}

} // namespace

void add_reproduce_command(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    Arguments& a = *arguments;
    CLI::App* command =
        app.add_subcommand("reproduce", "Make a figure or table of the paper on the data at hand");
    std::vector<std::string> ids;
    for (const Study& row : studies())
        ids.push_back(row.id);
    command->add_option("figure", a.figure, "Which one")->required()->check(CLI::IsMember(ids));
    add_path(command, "--out", a.out,
             "Folder for the results; runs on the same weights and data that are finished in it are not "
             "repeated");
    add_seeds(command, "--seeds", a.study.seeds, "Seeds; mean and deviation are over these");
    add_whole(command, "--images", a.study.images, "Images per run", 1, 10'000'000);
    add_path(command, "--model", a.study.model, "Id of a shipped model or a .safetensors file");
    add_path(command, "--data", a.study.data, "Id of a data set (see info)");
    add_path(command, "--data-dir", a.study.data_dir, "Folder with the data set's files");
    add_path(command, "--device", a.study.device, "auto, cpu, cuda:N");
    command->add_option("--corruption", a.study.corruptions, "Only these, for the tables by corruption")
        ->delimiter(',');
    add_cell_options(command, a.cells);
    command->callback([arguments] { run_reproduce(*arguments); });
}

} // namespace lab::cli
