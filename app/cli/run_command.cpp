#include "app/cli/commands.h"
#include "app/cli/interruption.h"
#include "app/cli/model_options.h"
#include "app/cli/options.h"
#include "app/cli/progress.h"
#include "app/cli/question_options.h"
#include "app/cli/run_output.h"
#include "app/cli/run_switches.h"

#include "core/base/elapsed.h"
#include "core/base/input_file.h"
#include "core/base/text.h"
#include "core/catalogue/preset.h"
#include "core/record/event_text.h"
#include "core/spec/spec_json.h"
#include "core/spec/spec_use.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <stdexcept>

namespace lab::cli {

namespace {

struct Arguments {
    std::string spec_file;
    std::string preset;
    std::vector<std::string> settings;
    std::vector<std::string> switches;
    std::string data_dir;
    std::string out;
    ModelOptions model;
    QuestionOptions questions;
    bool save_states = false;
    bool overwrite = false;
};

ExperimentSpec spec_of(const Arguments& a, std::vector<Notice>& notices) {
    if (!a.spec_file.empty() && !a.preset.empty())
        throw std::runtime_error("run: expected a specification or --preset, found both");
    std::vector<std::string> settings = a.settings;
    for (std::string& setting : assignments_of(a.model))
        settings.push_back(std::move(setting));
    for (std::string& setting : assignments_of(a.questions))
        settings.push_back(std::move(setting));
    if (!a.data_dir.empty() && std::any_of(settings.begin(), settings.end(), [](const std::string& setting) {
            return assigns(setting, "data.folder");
        }))
        throw std::runtime_error("run: expected --data-dir or --set data_dir=, found both");
    ExperimentSpec spec;
    if (!a.questions.questions.empty() && !a.preset.empty())
        throw std::runtime_error("run: expected --questions or --preset, found both: presets show pictures");
    if (a.spec_file.empty() && !a.questions.questions.empty()) {
        spec = ground_of(a.questions);
        notices = set_fields(spec, settings);
    } else if (a.spec_file.empty()) {
        spec = preset_with(a.preset.empty() ? "default" : a.preset, settings, notices);
    } else {
        try {
            spec = spec_from_json(text_file_content(a.spec_file));
        } catch (const std::invalid_argument& fault) {
            throw std::runtime_error(shown(a.spec_file) + ": " + fault.what());
        }
        notices = set_fields(spec, settings);
    }
    if (!a.data_dir.empty())
        spec.data_dir = a.data_dir;
    validate(spec);
    return spec;
}

void expect_lane_that_adapts(const ExperimentSpec& spec) {
    if (std::none_of(spec.lanes.begin(), spec.lanes.end(),
                     [](const LaneSpec& lane) { return lane.recipe.adapts; }))
        throw std::runtime_error("--save-states: expected a lane that adapts, found none");
}

/// The run itself: what is recorded, and how far it is.
class Run {
  public:
    Run(Experiment& experiment, Recording& recording, RunOutput& output)
        : experiment_(experiment), recording_(recording), output_(output) {}

    /// To the end of the stream, or of the steps that were begun when a signal came.
    void steps() {
        StepOutput step;
        for (; goes_on() && experiment_.step(step); ++done_) {
            output_.add(step);
            recording_.records.insert(recording_.records.end(), step.records.begin(), step.records.end());
            recording_.events.insert(recording_.events.end(), step.events.begin(), step.events.end());
            images_ += step.records.empty() ? 0 : step.records.front().batch_size;
            show();
        }
        line_.finish();
        if (interrupted_by() != nullptr && done_ < recording_.info.total_steps)
            recording_.ended = "interrupted by " + std::string(interrupted_by()) + where();
    }
    /// What was done before a fault is kept, and marked.
    void fail(const char* why) {
        line_.finish();
        recording_.ended = "failed" + where() + ": " + why;
        try {
            output_.finish(recording_);
        } catch (const std::exception&) { // the first fault is the one to tell
            return;
        }
    }

  private:
    bool goes_on() {
        if (interrupted_by() == nullptr)
            return true;
        experiment_.set_lead(0);
        return experiment_.begun() > 0;
    }
    std::string where() const {
        return done_ == 0 ? " before the first step"
                          : " after step " + std::to_string(done_) + " of " +
                                std::to_string(recording_.info.total_steps);
    }
    void show() {
        const double seconds = seconds_since(start_);
        const double speed = static_cast<double>(images_) / seconds;
        const auto all = static_cast<double>(recording_.info.total_images);
        char text[120];
        std::snprintf(text, sizeof text, "step %d/%d, %.0f %s/s, %s left", done_ + 1,
                      recording_.info.total_steps, speed,
                      is_language(recording_.spec) ? "questions" : "images",
                      duration_text((all - static_cast<double>(images_)) / speed).c_str());
        line_.show(static_cast<double>(images_) / all, text);
    }

    Experiment& experiment_;
    Recording& recording_;
    RunOutput& output_;
    ProgressLine line_;
    int done_ = 0;
    std::int64_t images_ = 0;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

void save_states(const Experiment& experiment, const ExperimentSpec& last, const std::string& out) {
    for (std::size_t i = 0; i < last.lanes.size(); ++i)
        if (last.lanes[i].recipe.adapts)
            experiment.save_state(static_cast<int>(i), out + "/lane" + std::to_string(i) + "-" +
                                                           last.lanes[i].method + ".state.safetensors");
}

void run(const Arguments& a) {
    watch_for_signals();
    std::vector<Notice> notices;
    const ExperimentSpec spec = spec_of(a, notices);
    const std::vector<TimedSwitch> switches = switches_of(a.switches, spec);
    std::vector<ExperimentSpec> later;
    for (const TimedSwitch& s : switches)
        later.push_back(s.then);
    expect_used(spec, a.settings, later);
    const ExperimentSpec& last = later.empty() ? spec : later.back();
    if (a.save_states)
        expect_lane_that_adapts(last);
    expect_free_folder(a.out, a.overwrite);
    // Before the folder is touched, which may hold an earlier run.
    Experiment experiment(spec);
    check_switches(switches, experiment);
    experiment.set_schedule(schedule_of(switches));
    if (is_language(spec)) {
        experiment.set_details(a.questions.candidates);
        experiment.set_interrupted([] { return interrupted_by() != nullptr; });
    }
    experiment.set_lead(Experiment::usual_lead);
    Recording recording{spec, experiment.info(), {}, {}};
    recording.info.notices.insert(recording.info.notices.begin(), notices.begin(), notices.end());
    print_heading(recording);
    RunOutput output(a.out);
    Run run(experiment, recording, output);
    try {
        run.steps();
    } catch (const std::exception& fault) {
        run.fail(fault.what());
        throw;
    }
    output.finish(recording);
    if (a.save_states)
        save_states(experiment, last, a.out);
    print_table(recording);
    for (const Event& event : recording.events)
        if (event.as<LaneStopped>() || event.as<PicturesDropped>())
            std::printf("step %d: %s\n", event.step, shown(sentence_of(event, recording.spec.lanes)).c_str());
    std::printf("records.jsonl, records.csv, summary.json and recording.collapselab are in %s\n",
                a.out.c_str());
    if (!recording.ended.empty()) {
        expect_printed();
        throw CutShort(recording.ended + "; records and summary of what was done are in " + shown(a.out));
    }
}

} // namespace

void add_run_command(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    Arguments& a = *arguments;
    CLI::App* command = app.add_subcommand("run", "Run an experiment and write its records");
    add_path(command, "specification", a.spec_file, "JSON file that decides the run");
    add_path(command, "--preset", a.preset, "A named experiment (see: info); \"default\" without one");
    add_path(command, "--data-dir", a.data_dir, "Folder with the data set's files");
    command
        ->add_option("--set", a.settings,
                     "field=value, such as stream.seed=3 or lanes[0].recipe.optimiser.rate=0.01 (a recipe's "
                     "fields: info --fields); may be repeated")
        ->allow_extra_args(false);
    command
        ->add_option(
            "--switch,--at", a.switches,
            "Thrown in mid-run: STEP:lanes[N].recipe.field=value (the fields: info --fields); may be "
            "repeated")
        ->allow_extra_args(false);
    add_model_options(*command, a.model);
    add_question_options(*command, a.questions);
    command->add_flag("--save-states", a.save_states,
                      "Write each lane's norm layers at the end, for another run's lanes[N].start_from");
    command->add_flag("--overwrite", a.overwrite,
                      "Take an earlier run's files out of the folder; without it they are a fault");
    add_path(command, "--out", a.out, "Folder for the records")->required();
    command->callback([arguments] { run(*arguments); });
}

} // namespace lab::cli
