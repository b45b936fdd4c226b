#include "app/cli/commands.h"
#include "app/cli/interruption.h"
#include "app/cli/options.h"
#include "app/cli/progress.h"

#include "core/base/atomic_file.h"
#include "core/base/text.h"
#include "core/dataset/data_places.h"
#include "core/run/device.h"
#include "core/run/model_source.h"
#include "core/study/outcome_table.h"
#include "core/study/report.h"
#include "core/study/study_cells.h"
#include "core/study/study_content.h"
#include "core/study/study_runner.h"

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
    int jobs = 0;
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

void run_reproduce(Arguments a) {
    watch_for_signals();
    const Study& figure = study(a.figure);
    check_corruptions(figure, a.study);
    expect_output_folder(a.out);
    a.study.classes = card_of(a.study.model).shape.classes;
    for (const StudyCell& cell : figure.cells(a.study))
        validate(cell.spec);
    device_named(a.study.device);
    require_data(a.study.data, a.study.data_dir);
    a.study.content = study_content(a.study);
    CellStore store(a.out + "/" + figure.id + ".cells");
    tell_of_old_cells(figure, a.out);
    expect_printed();
    remove_report(figure, a.out);
    ProgressLine line;
    const auto tell = [&](const StudyProgress& news) {
        char text[100];
        std::snprintf(text, sizeof text, "%d of %d runs, %s left", news.finished, news.cells,
                      duration_text(news.eta_seconds).c_str());
        line.show(static_cast<double>(news.finished) / news.cells, text);
    };
    const bool whole =
        run_study(figure, a.study, a.jobs, store, tell, [] { return interrupted_by() != nullptr; });
    line.finish();
    const std::vector<StudyCell> cells = cells_of(figure, a.study);
    const std::size_t finished = own_outcomes(cells, store).size();
    std::string ended;
    if (!whole)
        ended = "interrupted by " + std::string(interrupted_by()) + " after " + std::to_string(finished) +
                " of " + std::to_string(cells.size()) + " runs";
    if (finished > 0) {
        write_report(figure, a.study, store, a.out, ended);
        std::printf("%s: table, figures and charts are in %s/%s.{csv,json,md,svg,pdf,png}\n",
                    figure.id.c_str(), a.out.c_str(), figure.id.c_str());
    }
    if (!whole)
        throw CutShort(ended + "; the same command goes on from there");
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
    add_whole(command, "--jobs", a.jobs, "Runs at a time, which share the cores; 0: one per core", 0, 256);
    command->callback([arguments] { run_reproduce(*arguments); });
}

} // namespace lab::cli
