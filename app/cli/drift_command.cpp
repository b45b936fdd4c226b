#include "app/cli/commands.h"
#include "app/cli/interruption.h"
#include "app/cli/options.h"

#include "core/record/measure_table.h"
#include "core/run/experiment.h"
#include "core/spec/spec_json.h"
#include "core/spec/spec_use.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <memory>
#include <stdexcept>

namespace lab::cli {

namespace {

struct Arguments {
    std::vector<std::string> methods = {"tent", "eata", "sar", "deyo", "come", "zerosiam"};
    std::vector<std::string> assignments;
    int steps = 100;
};

using Records = std::vector<StepRecord>; ///< in the order of steps, lanes within a step

Records records_of(ExperimentSpec spec, const char* precision) {
    spec.precision = precision;
    Experiment experiment(spec);
    experiment.set_lead(Experiment::usual_lead);
    Records all;
    for (StepOutput step; experiment.step(step);) {
        stop_if_interrupted("a comparison that is not whole is not printed");
        all.insert(all.end(), step.records.begin(), step.records.end());
    }
    return all;
}

double relative(double found, double expected) {
    return std::abs(found - expected) / std::max(1e-12, std::abs(expected));
}

/// Differences of one lane, the largest up to and with a step.
struct Drift {
    double logit_norm = 0, entropy = 0, distance = 0;
    std::int64_t others = 0, images = 0; ///< predictions that differ, of all
};

void compare(const StepRecord& single, const StepRecord& exact, Drift& drift) {
    drift.logit_norm = std::max(drift.logit_norm, relative(single.logit_norm, exact.logit_norm));
    drift.entropy = std::max(drift.entropy, std::abs(single.entropy - exact.entropy));
    const MeasureRow& distance = first_at(ChartPlace::predictor);
    if (const double apart = std::abs(distance.value(single) - distance.value(exact)); std::isfinite(apart))
        drift.distance = std::max(drift.distance, apart);
    for (std::size_t i = 0; i < exact.predictions.size(); ++i)
        drift.others += single.predictions[i] != exact.predictions[i];
    drift.images += exact.batch_size;
}

void run_drift(const Arguments& a) {
    watch_for_signals();
    ExperimentSpec spec = default_experiment();
    spec.lanes.clear();
    for (const std::string& method : a.methods)
        spec.lanes.push_back(make_lane(method, spec));
    spec.stream.images = static_cast<std::int64_t>(a.steps) * spec.stream.batch_size;
    for (const std::string& assignment : a.assignments)
        if (assigns(assignment, "machine.precision"))
            throw std::invalid_argument("precision: has no effect: drift runs in both");
    for (const Notice& notice : set_fields(spec, a.assignments))
        std::printf("%s\n", sentence_of(notice).c_str());
    expect_used(spec, a.assignments);
    const Records single = records_of(spec, "float32"), exact = records_of(spec, "float64");
    if (single.size() != exact.size())
        throw std::runtime_error("drift: a lane stopped in one precision and not in the other");

    std::printf("float32 against float64, model %s, seed %llu, batch %d: the largest difference so far\n",
                spec.model.c_str(), static_cast<unsigned long long>(spec.stream.seed),
                spec.stream.batch_size);
    std::printf("%-16s %5s %15s %14s %14s %19s\n", "lane", "step", "logit norm rel.", "entropy nats",
                "predictor abs.", "other predictions");
    for (std::size_t lane = 0; lane < spec.lanes.size(); ++lane) {
        Drift drift;
        for (std::size_t i = 0; i < exact.size(); ++i) {
            if (exact[i].lane != static_cast<int>(lane))
                continue;
            compare(single[i], exact[i], drift);
            const int step = exact[i].step;
            if (step == 1 || step == 10 || step == 25 || step == 50 || step == a.steps)
                std::printf("%-16s %5d %15.2e %14.2e %14.2e %11lld of %lld\n",
                            lane_title(spec.lanes[lane]).c_str(), step, drift.logit_norm, drift.entropy,
                            drift.distance, static_cast<long long>(drift.others),
                            static_cast<long long>(drift.images));
        }
    }
}

} // namespace

void add_drift_command(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        app.add_subcommand("drift", "How far single precision runs away from double, step by step");
    command->add_option("--methods", arguments->methods, "Methods, one lane each")
        ->delimiter(',')
        ->capture_default_str();
    add_whole(command, "--steps", arguments->steps, "Steps of the stream", 1, 100'000);
    command->add_option("--set", arguments->assignments,
                        "Set a field of the experiment, as stream.seed=3 (a recipe's fields: info --fields)");
    command->callback([arguments] { run_drift(*arguments); });
}

} // namespace lab::cli
