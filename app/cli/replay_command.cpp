#include "app/cli/commands.h"
#include "app/cli/interruption.h"
#include "app/cli/options.h"
#include "app/cli/progress.h"
#include "app/cli/run_output.h"

#include "core/base/input_file.h"
#include "core/base/text.h"
#include "core/record/recording_file.h"
#include "core/record/replay.h"
#include "core/run/experiment.h"

#include <cstdio>
#include <memory>
#include <optional>
#include <stdexcept>

namespace lab::cli {

namespace {

struct Arguments {
    std::string file;
    std::string data_dir;
    std::string out;
    bool overwrite = false;
};

/// A recorded run once more, on its records' heels.
class Again {
  public:
    Again(Experiment& experiment, const Recording& recorded, Recording& found, RunOutput* output)
        : experiment_(experiment), recorded_(recorded), found_(found), output_(output) {}

    /// To the recording's last step, or the step in which a signal came.
    void steps() {
        StepOutput step;
        while (interrupted_by() == nullptr) {
            while (std::optional<ForkLane> fork = experiment_.due_fork())
                if (!experiment_.fork(*fork, [this](StepOutput& news) { take(news); }))
                    break;
            if (!experiment_.step(step))
                break;
            take(step);
        }
        line_.finish();
    }

  private:
    void take(const StepOutput& step) {
        if (output_ != nullptr)
            output_->add(step);
        found_.records.insert(found_.records.end(), step.records.begin(), step.records.end());
        found_.events.insert(found_.events.end(), step.events.begin(), step.events.end());
        found_.spec.lanes.insert(found_.spec.lanes.end(), step.added_lanes.begin(), step.added_lanes.end());
        char text[80];
        std::snprintf(text, sizeof text, "record %zu of %zu", found_.records.size(),
                      recorded_.records.size());
        line_.show(static_cast<double>(found_.records.size()) / static_cast<double>(recorded_.records.size()),
                   text);
    }

    Experiment& experiment_;
    const Recording& recorded_;
    Recording& found_;
    RunOutput* output_;
    ProgressLine line_;
};

/// Before the first step: what may make the digits others.
void print_differences(const RunInfo& recorded, const RunInfo& found) {
    for (const PartDifference& difference : differences_of(recorded, found))
        std::printf("differs: %s\n", sentence_of(difference).c_str());
    expect_printed();
}

void replay(const Arguments& a) {
    watch_for_signals();
    expect_regular_file(a.file);
    const Recording recorded = load_recording(a.file);
    Replay again;
    try {
        again = replay_of(recorded);
    } catch (const std::runtime_error& fault) {
        throw std::runtime_error(shown(a.file) + ": " + fault.what());
    }
    if (!a.data_dir.empty())
        again.spec.data_dir = a.data_dir;
    if (!a.out.empty())
        expect_free_folder(a.out, a.overwrite);
    Experiment experiment(again.spec);
    experiment.set_schedule(again.schedule);
    experiment.set_lead(Experiment::usual_lead);
    Recording found{again.spec, experiment.info(), {}, {}};
    print_heading(found);
    print_differences(recorded.info, found.info);
    std::optional<RunOutput> output;
    if (!a.out.empty())
        output.emplace(a.out);
    Again run(experiment, recorded, found, output ? &*output : nullptr);
    run.steps();
    const char* const signal = interrupted_by();
    if (signal != nullptr && found.records.size() < recorded.records.size())
        found.ended = "interrupted by " + std::string(signal);
    if (output)
        output->finish(found);
    const RunComparison comparison = compare_runs(recorded, found, !found.ended.empty());
    if (comparison.difference)
        throw std::runtime_error(shown(a.file) + ": " + sentence_of(*comparison.difference));
    std::printf("%zu of %zu records compared: equal, times excepted\n", comparison.compared,
                comparison.recorded);
    if (!found.ended.empty()) {
        expect_printed();
        throw CutShort(found.ended + "; the records so far are equal");
    }
}

} // namespace

void add_replay_command(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    Arguments& a = *arguments;
    CLI::App* command = app.add_subcommand(
        "replay", "Run a recording's experiment again, its switches at their steps, and compare the records");
    add_path(command, "recording", a.file, "A recording (.collapselab)")->required();
    add_path(command, "--data-dir", a.data_dir,
             "Folder with the data set's files, where it is another by now");
    add_path(command, "--out", a.out, "Folder for the new records");
    command->add_flag("--overwrite", a.overwrite,
                      "Take an earlier run's files out of that folder; without it they are a fault");
    command->callback([arguments] { replay(*arguments); });
}

} // namespace lab::cli
