#include "app/cli/commands.h"
#include "app/cli/model_options.h"
#include "app/cli/progress.h"

#include "core/experiment/experiment.h"
#include "core/experiment/preset.h"
#include "core/experiment/spec_json.h"
#include "core/experiment/summary.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
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
    bool save_states = false;
};

std::string file_content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file)
        throw std::runtime_error(path + ": cannot be read");
    return text.str();
}

ExperimentSpec spec_of(const Arguments& a) {
    if (!a.spec_file.empty() && !a.preset.empty())
        throw std::runtime_error("run: expected a specification or --preset, found both");
    ExperimentSpec spec = preset_experiment(a.preset.empty() ? "default" : a.preset, ground_of(a.settings));
    if (!a.spec_file.empty()) {
        try {
            spec = spec_from_json(file_content(a.spec_file));
        } catch (const std::invalid_argument& fault) {
            throw std::runtime_error(a.spec_file + ": " + fault.what());
        }
    }
    if (!a.data_dir.empty())
        spec.data_dir = a.data_dir;
    for (const std::string& setting : a.settings)
        set_field(spec, setting);
    spec.model_options = merged(spec.model_options, a.model);
    return spec;
}

/// A switch thrown in mid-run: "32:lanes[1].recipe.alignment.stop_gradient=false" holds from step 32 on.
struct TimedSwitch {
    int step = 0;
    int lane = 0;
    std::string assignment;
};

std::vector<TimedSwitch> switches_of(const Arguments& a) {
    std::vector<TimedSwitch> all;
    for (const std::string& text : a.switches) {
        TimedSwitch s;
        int used = 0;
        if (std::sscanf(text.c_str(), "%d:lanes[%d].recipe.%n", &s.step, &s.lane, &used) != 2 || used == 0)
            throw std::runtime_error("--switch: expected STEP:lanes[N].recipe.field=value, found \"" + text +
                                     "\"");
        s.assignment = text.substr(text.find(':') + 1);
        all.push_back(s);
    }
    return all;
}

/// The run's files: records as they come, one line each, flushed; table and summary at the end.
class Output {
  public:
    explicit Output(const std::string& folder) : folder_(folder) {
        std::error_code fault;
        std::filesystem::create_directories(folder, fault);
        records_.open(folder + "/records.jsonl", std::ios::binary);
        if (!records_)
            throw std::runtime_error(folder +
                                     ": cannot be written: expected a folder in which files can be made");
    }
    void add(const StepOutput& step) {
        for (const Event& event : step.events)
            records_ << to_json_line(event) << '\n';
        for (const StepRecord& record : step.records)
            records_ << to_json_line(record) << '\n';
        records_.flush();
        if (!records_)
            throw std::runtime_error(folder_ + "/records.jsonl: cannot be written, is the disk full?");
    }
    void finish(const Recording& recording) const {
        write_file_atomically(folder_ + "/records.csv", to_csv(recording));
        write_file_atomically(folder_ + "/summary.json", summary_json(recording));
    }

  private:
    std::string folder_;
    std::ofstream records_;
};

/// Per cent with one digit; a dash where there were no labels to score with.
std::string percent(double share) {
    if (!std::isfinite(share))
        return "-";
    char text[20];
    std::snprintf(text, sizeof text, "%.1f", 100 * share);
    return text;
}

void print_table(const Recording& recording) {
    const StreamSpec& s = recording.spec.stream;
    std::printf("%s, %s, %s %d, seed %llu, %lld images, batch %d, %s\n", recording.info.data_title.c_str(),
                recording.info.model_title.c_str(), title(s.corruption.kind).c_str(), s.corruption.severity,
                static_cast<unsigned long long>(s.seed), static_cast<long long>(recording.info.total_images),
                s.batch_size, recording.info.device.c_str());
    std::printf("%-22s %9s %11s %15s %9s %10s %10s %10s %9s\n", "lane", "accuracy", "last fifth",
                "logit norm", "top class", "predictor", "kept", "collapsed", "ms/step");
    std::printf("%-22s %9s %11s %15s %9s %10s %10s %10s %9s\n", "", "%", "%", "first > last", "share",
                "distance", "%", "at step", "");
    for (const LaneSummary& lane : summarise(recording)) {
        const std::string collapsed = lane.collapsed_at > 0 ? std::to_string(lane.collapsed_at) : "-";
        std::printf("%-22s %9s %11s %7.2f > %5.2f %9.2f %10.3f %10.1f %10s %9.1f\n", lane.name.c_str(),
                    percent(lane.accuracy).c_str(), percent(lane.accuracy_last_fifth).c_str(),
                    lane.logit_norm_first, lane.logit_norm_last, lane.top_class_share,
                    lane.predictor_distance, 100 * lane.kept_share, collapsed.c_str(), lane.ms_per_step);
    }
}

void throw_switches(Experiment& experiment, ExperimentSpec& present, const std::vector<TimedSwitch>& switches,
                    int next_step) {
    for (const TimedSwitch& s : switches)
        if (s.step == next_step) {
            set_field(present, s.assignment);
            experiment.set_recipe(
                {s.lane, present.lanes.at(static_cast<std::size_t>(s.lane)).recipe, s.assignment});
        }
}

/// A switch that cannot be thrown is told before the run, not in its middle.
void check(const std::vector<TimedSwitch>& switches, ExperimentSpec spec, int steps) {
    for (const TimedSwitch& s : switches) {
        if (s.step < 1 || s.step > steps)
            throw std::runtime_error("--switch: expected a step from 1 to " + std::to_string(steps) +
                                     ", found " + std::to_string(s.step));
        set_field(spec, s.assignment);
        validate(spec);
    }
}

void run(const Arguments& a) {
    const ExperimentSpec spec = spec_of(a);
    const std::vector<TimedSwitch> switches = switches_of(a);
    // Before the folder is touched, which may hold an earlier run.
    Experiment experiment(spec);
    check(switches, spec, experiment.info().total_steps);
    Output output(a.out);
    Recording recording{spec, experiment.info(), {}, {}};
    ExperimentSpec present = spec;
    ProgressLine line;
    StepOutput step;
    std::int64_t images = 0;
    const auto start = std::chrono::steady_clock::now();
    for (int next = 1;; ++next) {
        throw_switches(experiment, present, switches, next);
        if (!experiment.step(step))
            break;
        output.add(step);
        recording.records.insert(recording.records.end(), step.records.begin(), step.records.end());
        recording.events.insert(recording.events.end(), step.events.begin(), step.events.end());
        images += step.records.empty() ? 0 : step.records.front().batch_size;
        const double seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        const double speed = static_cast<double>(images) / seconds;
        char text[120];
        std::snprintf(
            text, sizeof text, "step %d/%d, %.0f images/s, %s left", next, recording.info.total_steps, speed,
            duration_text(static_cast<double>(recording.info.total_images - images) / speed).c_str());
        line.show(static_cast<double>(images) / static_cast<double>(recording.info.total_images), text);
    }
    line.finish();
    output.finish(recording);
    if (a.save_states)
        for (std::size_t i = 0; i < spec.lanes.size(); ++i)
            if (spec.lanes[i].recipe.adapts)
                experiment.save_state(static_cast<int>(i), a.out + "/lane" + std::to_string(i) + "-" +
                                                               spec.lanes[i].method + ".state.safetensors");
    print_table(recording);
    for (const Event& event : recording.events)
        if (event.kind == EventKind::lane_stopped || event.kind == EventKind::pictures_dropped)
            std::printf("step %d: %s\n", event.step, event.text.c_str());
    std::printf("records.jsonl, records.csv and summary.json are in %s\n", a.out.c_str());
}

} // namespace

void add_run_command(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("run", "Run an experiment and write its records");
    command->add_option("specification", arguments->spec_file, "JSON file that decides the run");
    command->add_option("--preset", arguments->preset,
                        "A named experiment (see: info); \"default\" without one");
    command->add_option("--data-dir", arguments->data_dir, "Folder with the data set's files");
    command->add_option("--set", arguments->settings, "field=value, such as stream.seed=3; may be repeated")
        ->allow_extra_args(false);
    command
        ->add_option("--switch", arguments->switches,
                     "Thrown in mid-run: STEP:lanes[N].recipe.field=value; may be repeated")
        ->allow_extra_args(false);
    add_model_options(*command, arguments->model);
    command->add_flag("--save-states", arguments->save_states,
                      "Write each lane's norm layers at the end, for another run's lanes[N].start_from");
    command->add_option("--out", arguments->out, "Folder for the records")->required();
    command->callback([arguments] { run(*arguments); });
}

} // namespace lab::cli
