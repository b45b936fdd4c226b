#include "app/cli/commands.h"
#include "app/cli/interruption.h"
#include "app/cli/options.h"

#include "core/lesson/lesson.h"
#include "core/lesson/lesson_check.h"
#include "core/run/experiment.h"

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace lab::cli {

namespace {

struct Wish {
    std::vector<std::string> files;
    bool run = false;
    int threads = 1;
};

Recording recording_of(const ExperimentSpec& spec) {
    Experiment experiment(spec);
    experiment.set_lead(Experiment::usual_lead);
    Recording recording;
    recording.spec = spec;
    recording.info = experiment.info();
    StepOutput output;
    while (experiment.step(output)) {
        stop_if_interrupted("the checks that are not printed were not looked at");
        recording.records.insert(recording.records.end(), output.records.begin(), output.records.end());
        recording.events.insert(recording.events.end(), output.events.begin(), output.events.end());
    }
    return recording;
}

/// Number of checks that do not hold.
int run_lesson(const Lesson& lesson, int threads) {
    int broken = 0;
    for (const LessonStep& step : lesson.steps) {
        if (step.checks.empty())
            continue;
        ExperimentSpec spec = experiment_with_tasks(step, step.experiment);
        spec.threads = threads;
        const Recording recording = recording_of(spec);
        for (const LessonCheck& check : step.checks) {
            const CheckResult result = evaluate(check, recording);
            broken += result.holds ? 0 : 1;
            std::printf("  %-6s %s/%s: %s (%.4g against %.4g)\n", result.holds ? "holds" : "BROKEN",
                        lesson.id.c_str(), step.id.c_str(), check.text.in("en").c_str(), result.value,
                        result.against);
            std::fflush(stdout);
        }
    }
    return broken;
}

} // namespace

void add_lesson_command(CLI::App& app) {
    auto wish = std::make_shared<Wish>();
    CLI::App* command =
        app.add_subcommand("lesson", "Check lessons: their form, and whether what they say holds");
    command->add_option("files", wish->files, "Lessons (.json)")->required();
    command->add_flag("--run", wish->run,
                      "Run each step with its tasks done and look whether its checks hold");
    add_whole(command, "--threads", wish->threads, "Threads of the arithmetic; 0: one per core", 0, 1024);
    command->callback([wish] {
        watch_for_signals();
        int broken = 0;
        for (const std::string& file : wish->files) {
            const Lesson lesson = load_lesson(file);
            std::printf("%s: %zu steps, well formed\n", file.c_str(), lesson.steps.size());
            if (wish->run)
                broken += run_lesson(lesson, wish->threads);
        }
        if (broken > 0)
            throw std::runtime_error(std::to_string(broken) + " checks do not hold");
    });
}

} // namespace lab::cli
