#include "app/cli/bench_scale.h"

#include "app/cli/process_usage.h"
#include "core/base/atomic_file.h"
#include "core/catalogue/catalog.h"
#include "core/catalogue/lane_look.h"
#include "core/run/device.h"
#include "core/run/experiment.h"
#include "core/study/chart.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace lab::cli {

namespace {

constexpr int warm_up = 4; ///< steps that are not counted: more than lanes may lead
constexpr double flat = 0.05;

struct Cell {
    int threads = 0, lanes = 0;
    double images_per_second = 0; ///< of the stream: every lane sees each picture
    double resident = 0;          ///< MiB, at the end
};

ExperimentSpec spec_of(const ScaleBench& bench, int lanes, int threads, std::int64_t images) {
    ExperimentSpec spec;
    spec.model = bench.model;
    if (const std::string data = data_for(bench.model); !data.empty())
        spec.data = data;
    spec.device = "cpu";
    spec.threads = threads;
    spec.stream.scenario = ScenarioKind::mild;
    spec.stream.batch_size = bench.batch_size;
    spec.stream.images = images;
    spec.lanes.assign(static_cast<std::size_t>(lanes),
                      make_lane(bench.method, bench.model, bench.batch_size));
    return spec;
}

Cell measured(const ScaleBench& bench, int threads, int lanes, const std::function<void()>& between) {
    Experiment experiment(
        spec_of(bench, lanes, threads, static_cast<std::int64_t>(bench.steps + warm_up) * bench.batch_size));
    experiment.set_lead(Experiment::usual_lead);
    Cell cell{threads, lanes, 0, 0};
    auto start = std::chrono::steady_clock::now();
    StepOutput step;
    for (int done = 1; experiment.step(step); ++done) {
        between();
        if (done == warm_up)
            start = std::chrono::steady_clock::now();
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    cell.images_per_second = bench.steps * bench.batch_size / taken.count();
    cell.resident = resident_mebibytes();
    return cell;
}

/// In a process of its own, whose memory is that of this cell alone. To be called before this process has
/// threads.
Cell in_own_process(const std::function<Cell()>& measure, const std::function<void()>& between) {
    int ends[2] = {};
    std::fflush(nullptr);
    const pid_t child = pipe(ends) == 0 ? fork() : -1;
    if (child < 0)
        throw std::runtime_error("bench: no further process can be started");
    if (child == 0) {
        int code = 1;
        try {
            const Cell cell = measure();
            code = ::write(ends[1], &cell, sizeof cell) == ssize_t{sizeof cell} ? 0 : 1;
        } catch (const std::exception& fault) {
            std::fprintf(stderr, "collapse-lab-cli: %s\n", fault.what());
        }
        _exit(code);
    }
    close(ends[1]);
    Cell cell;
    const bool whole = read(ends[0], &cell, sizeof cell) == ssize_t{sizeof cell};
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    between();
    if (!whole || status != 0)
        throw std::runtime_error("bench: a measurement was not finished");
    return cell;
}

ChartPage chart_of(const ScaleBench& bench, const std::vector<int>& threads, const std::vector<Cell>& cells) {
    LineChart chart;
    chart.title = "Pictures per second, all lanes together";
    chart.caption = bench.model + ", " + bench.method + ", batches of " + std::to_string(bench.batch_size) +
                    ", " + std::to_string(bench.steps) + " steps a point, " +
                    std::to_string(arithmetic_threads(0)) + " cores";
    chart.x_title = "Lanes";
    chart.y_title = "Pictures per second × lanes";
    const auto looks = lane_looks(std::vector<LaneSpec>(threads.size(), make_lane(bench.method)));
    for (std::size_t i = 0; i < threads.size(); ++i) {
        ChartLine line{
            std::to_string(threads[i]) + (threads[i] == 1 ? " thread" : " threads"), looks[i], {}, {}, {}};
        for (const Cell& cell : cells)
            if (cell.threads == threads[i]) {
                line.x.push_back(cell.lanes);
                line.y.push_back(cell.images_per_second * cell.lanes);
            }
        chart.lines.push_back(std::move(line));
    }
    return page_of(chart);
}

void write(const ScaleBench& bench, const std::vector<int>& threads, const std::vector<Cell>& cells) {
    std::ostringstream table;
    table << "threads,lanes,images_per_second,images_per_second_times_lanes,resident_mib\n";
    for (const Cell& cell : cells)
        table << cell.threads << ',' << cell.lanes << ',' << cell.images_per_second << ','
              << cell.images_per_second * cell.lanes << ',' << cell.resident << '\n';
    write_file_atomically(bench.out + "/scale.csv", table.str());
    write_file_atomically(bench.out + "/scale.svg", svg_of(chart_of(bench, threads, cells)));
    std::printf("scale.csv and scale.svg are in %s\n", bench.out.c_str());
}

/// One lane, one thread.
void expect_flat_memory(const ScaleBench& bench, const std::function<void()>& between) {
    Experiment experiment(spec_of(bench, 1, 1, bench.long_run));
    const int steps = experiment.info().total_steps;
    double least = 0, most = 0, first = 0;
    StepOutput step;
    for (int done = 1; experiment.step(step); ++done) {
        between();
        if (done < steps / 10 || done < warm_up)
            continue;
        const double now = resident_mebibytes();
        first = first > 0 ? first : now;
        least = least > 0 ? std::min(least, now) : now;
        most = std::max(most, now);
    }
    if (first <= 0)
        throw std::runtime_error("--long-run: expected at least " + std::to_string(warm_up) +
                                 " steps, found " + std::to_string(steps));
    std::printf("%lld pictures, one lane, one thread: resident memory %.1f MiB after a tenth, then %.1f to "
                "%.1f MiB\n",
                static_cast<long long>(experiment.info().total_images), first, least, most);
    if (least < (1 - flat) * first || most > (1 + flat) * first)
        throw std::runtime_error("memory is not flat: expected no more than 5 % of difference");
}

} // namespace

void bench_scale(const ScaleBench& bench, const std::function<void()>& between) {
    if (!bench.out.empty())
        make_output_folder(bench.out);
    const int cores = arithmetic_threads(0);
    std::vector<int> threads;
    for (const int count : {1, 2, 4, 8, 16})
        if (count <= cores)
            threads.push_back(count);
    std::printf("%s, %s, batches of %d, %d steps a row, %d cores (more threads than cores are left out)\n",
                bench.model.c_str(), bench.method.c_str(), bench.batch_size, bench.steps, cores);
    std::printf("%7s %6s %10s %16s %13s\n", "threads", "lanes", "images/s", "images/s x lanes",
                "resident MiB");
    std::vector<Cell> cells;
    for (const int count : threads)
        for (const int lanes : {1, 2, 3, 6}) {
            cells.push_back(in_own_process([&] { return measured(bench, count, lanes, between); }, between));
            const Cell& cell = cells.back();
            std::printf("%7d %6d %10.1f %16.1f %13.1f\n", count, lanes, cell.images_per_second,
                        cell.images_per_second * lanes, cell.resident);
            std::fflush(stdout);
        }
    std::printf("a lane more takes %.1f MiB (one thread, from one lane to six)\n",
                (cells[3].resident - cells[0].resident) / 5);
    if (!bench.out.empty())
        write(bench, threads, cells);
    if (bench.long_run > 0)
        expect_flat_memory(bench, between);
}

} // namespace lab::cli
