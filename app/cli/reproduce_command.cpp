#include "app/cli/commands.h"
#include "app/cli/progress.h"

#include "core/experiment/model_source.h"
#include "core/study/report.h"
#include "core/study/study_content.h"
#include "core/study/study_runner.h"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <stdexcept>

namespace lab::cli {

namespace {

struct Arguments {
    std::string figure;
    std::string out = "results";
    StudyOptions study;
    int jobs = 0;
};

void run_reproduce(Arguments a) {
    const Study& figure = study(a.figure);
    a.study.classes = open_model(a.study.model, at::kFloat).card.shape.classes;
    std::error_code fault;
    std::filesystem::create_directories(a.out, fault);
    if (fault)
        throw std::runtime_error(a.out + ": cannot be made: " + fault.message());
    a.study.content = study_content(a.study);
    CellStore store(a.out + "/" + figure.id + ".cells");
    ProgressLine line;
    run_study(figure, a.study, a.jobs, store, [&](const StudyProgress& news) {
        char text[100];
        std::snprintf(text, sizeof text, "%d of %d runs, %s left", news.finished, news.cells,
                      duration_text(news.eta_seconds).c_str());
        line.show(static_cast<double>(news.finished) / news.cells, text);
    });
    line.finish();
    write_report(figure, a.study, store, a.out);
    std::printf("%s: table, figures and charts are in %s/%s.{csv,json,md,svg,png}\n", figure.id.c_str(),
                a.out.c_str(), figure.id.c_str());
}

} // namespace

void add_reproduce_command(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        app.add_subcommand("reproduce", "Make a figure or table of the paper on the data at hand");
    std::vector<std::string> ids;
    for (const Study& row : studies())
        ids.push_back(row.id);
    command->add_option("figure", arguments->figure, "Which one")->required()->check(CLI::IsMember(ids));
    command
        ->add_option("--out", arguments->out, "Folder for the results; finished runs in it are not repeated")
        ->capture_default_str();
    command->add_option("--seeds", arguments->study.seeds, "Seeds; mean and deviation are over these")
        ->delimiter(',')
        ->capture_default_str();
    command->add_option("--images", arguments->study.images, "Images per run")
        ->check(CLI::Range(1, 10'000'000))
        ->capture_default_str();
    command->add_option("--model", arguments->study.model, "Id of a shipped model or a .safetensors file")
        ->capture_default_str();
    command->add_option("--data", arguments->study.data, "Id of a data set (see info)")
        ->capture_default_str();
    command->add_option("--data-dir", arguments->study.data_dir, "Folder with the data set's files");
    command->add_option("--device", arguments->study.device, "auto, cpu, cuda:N")->capture_default_str();
    command
        ->add_option("--corruption", arguments->study.corruptions, "Only these, for the tables by corruption")
        ->delimiter(',');
    command->add_option("--jobs", arguments->jobs, "Runs at a time, which share the cores; 0: one per core")
        ->check(CLI::Range(0, 256));
    command->callback([arguments] { run_reproduce(*arguments); });
}

} // namespace lab::cli
