#include "app/cli/bench_network.h"
#include "app/cli/bench_scale.h"
#include "app/cli/commands.h"
#include "app/cli/interruption.h"
#include "app/cli/options.h"

#include "core/catalogue/catalog.h"
#include "core/model/architecture.h"
#include "core/run/experiment.h"
#include "core/run/torch_fault.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <stdexcept>

namespace lab::cli {

namespace {

struct Arguments {
    std::vector<std::string> models = {"resnet-gn", "resnet-bn", "vit"};
    std::vector<std::string> methods = {"tent", "zerosiam", "sar", "deyo", "eata", "come", "no_adaptation"};
    int steps = 40;
    int batch_size = 64;
    int threads = 0;
    std::string device = "cpu";
    bool half = false;
    std::vector<std::string> networks;
    bool scale = false;
    std::int64_t long_run = 300'000;
    std::string out;
};

constexpr int warm_up = 3; ///< steps that are not counted
constexpr const char* unfinished = "what is not printed was not measured to its end";

double median(std::vector<double> values) {
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double step_ms(const StepRecord& r) {
    return r.forward_ms + r.backward_ms + r.update_ms + r.measure_ms;
}

/// All methods take turns on every batch, so that a noisy machine disturbs them alike: each batch is one
/// pair.
void bench_model(const std::string& model, const Arguments& a) {
    ExperimentSpec spec;
    spec.model = model;
    if (const std::string data = data_for(model); !data.empty())
        spec.data = data;
    spec.threads = a.threads;
    spec.device = a.device;
    if (a.half)
        spec.precision = "bfloat16";
    spec.stream.scenario = ScenarioKind::mild;
    spec.stream.batch_size = a.batch_size;
    spec.stream.images = static_cast<std::int64_t>(a.steps + warm_up) * a.batch_size;
    for (const std::string& method : a.methods)
        spec.lanes.push_back(make_lane(method, model, a.batch_size));
    Experiment experiment(spec, LaneOrder::in_turn);
    std::vector<std::vector<StepRecord>> lanes(a.methods.size());
    for (StepOutput step; experiment.step(step);) {
        stop_if_interrupted(unfinished);
        for (const StepRecord& record : step.records)
            if (record.step > warm_up)
                lanes[static_cast<std::size_t>(record.lane)].push_back(record);
    }
    std::printf("\n%s, batch %d, %s, %d steps: medians\n", experiment.info().model_title.c_str(),
                a.batch_size, device_title(experiment.info().device).c_str(), a.steps);
    std::printf("%-16s %9s %9s %9s %9s %9s %12s\n", "method", "ms/step", "forward", "backward", "update",
                "measure", "times first");
    if (experiment.info().device.kind == DeviceKind::cuda)
        std::printf(
            "(forward, backward, update: until the device was told; the wait for it is in measure)\n");
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const auto column = [&](auto value) {
            std::vector<double> values;
            std::transform(lanes[i].begin(), lanes[i].end(), std::back_inserter(values), value);
            return median(values);
        };
        std::vector<double> ratios;
        for (std::size_t k = 0; k < std::min(lanes[i].size(), lanes.front().size()); ++k)
            ratios.push_back(step_ms(lanes[i][k]) / step_ms(lanes.front()[k]));
        std::printf("%-16s %9.2f %9.2f %9.2f %9.2f %9.2f %12.3f\n", a.methods[i].c_str(), column(step_ms),
                    column([](const StepRecord& r) { return r.forward_ms; }),
                    column([](const StepRecord& r) { return r.backward_ms; }),
                    column([](const StepRecord& r) { return r.update_ms; }),
                    column([](const StepRecord& r) { return r.measure_ms; }), median(ratios));
    }
}

void bench_alone(const std::string& network, const Arguments& a) {
    ExperimentSpec spec;
    spec.device = a.device;
    spec.stream.batch_size = a.batch_size;
    const NetworkBench bench = {a.methods, a.steps, a.batch_size, std::max(a.threads, 1), a.device, a.half};
    in_words(
        spec, [&] { bench_network(network, bench, [] { stop_if_interrupted(unfinished); }); }, "--batch");
}

/// @param given whether models and methods were named
void bench_how_it_scales(const Arguments& a, bool given_models, bool given_methods) {
    ScaleBench bench;
    const auto one_of = [](const char* option, const std::vector<std::string>& names) {
        if (names.size() != 1)
            throw std::runtime_error(std::string(option) + ": expected one with --scale, found " +
                                     std::to_string(names.size()));
        return names.front();
    };
    if (given_models)
        bench.model = one_of("--model", a.models);
    if (given_methods)
        bench.method = one_of("--method", a.methods);
    bench.steps = a.steps;
    bench.batch_size = a.batch_size;
    bench.long_run = a.long_run;
    bench.out = a.out;
    bench_scale(bench, [] { stop_if_interrupted(unfinished); });
}

} // namespace

void add_bench_command(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        app.add_subcommand("bench", "Time per adaptation step of the methods, side by side in one run");
    CLI::Option* const models =
        command->add_option("--model", arguments->models, "Shipped models or .safetensors files")
            ->delimiter(',');
    CLI::Option* const methods =
        command->add_option("--method", arguments->methods, "Methods; ratios are to the first")
            ->delimiter(',');
    add_whole(command, "--steps", arguments->steps, "Steps that are counted", 1, 10'000);
    add_whole(command, "--batch", arguments->batch_size, "Pictures per step", 1, 4096);
    CLI::Option* const threads = add_whole(command, "--threads", arguments->threads,
                                           "Threads of the arithmetic; 0: one per core", 0, 1024);
    CLI::Option* const device = add_path(command, "--device", arguments->device, "cpu, cuda or cuda:N");
    CLI::Option* const half = command->add_flag("--half", arguments->half, "The frozen encoder in bfloat16");
    std::vector<std::string> known;
    for (const Architecture& row : architectures())
        known.push_back(row.id);
    CLI::Option* const networks =
        command
            ->add_option("--hash-weights", arguments->networks,
                         "Architectures to time alone in place of models, with made-up weights and pictures")
            ->delimiter(',')
            ->check(CLI::IsMember(known));
    CLI::Option* const scale = command->add_flag(
        "--scale", arguments->scale,
        "Pictures per second of 1, 2, 3 and 6 lanes of one method on 1 to 16 threads of the processor, and "
        "whether memory stays flat over a long run");
    for (CLI::Option* const other : {threads, device, half, networks})
        scale->excludes(other);
    add_whole(command, "--long-run", arguments->long_run, "With --scale: pictures of the long run; 0: none",
              0, 100'000'000)
        ->needs(scale);
    add_path(command, "--out", arguments->out, "With --scale: folder for scale.csv and scale.svg")
        ->needs(scale);
    command->callback([arguments, models, methods] {
        const Arguments& a = *arguments;
        watch_for_signals();
        if (a.scale)
            return bench_how_it_scales(a, models->count() > 0, methods->count() > 0);
        for (const std::string& network : a.networks)
            bench_alone(network, a);
        if (!a.networks.empty())
            return;
        for (const std::string& model : arguments->models)
            bench_model(model, *arguments);
    });
}

} // namespace lab::cli
