#include "app/cli/cell_options.h"

#include "app/cli/options.h"

#include "core/run/device.h"
#include "core/study/array_expression.h"
#include "core/study/task_environment.h"

#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <stdexcept>

namespace lab::cli {

namespace {

const char* from_environment(const char* name) {
    return std::getenv(name);
}

void refuse_beside(const char* option, const std::string& given, const char* other) {
    if (!given.empty())
        throw std::invalid_argument(std::string(option) + ": has no effect beside " + other);
}

/// The cells that are asked for, before they are shared out.
std::vector<std::size_t> wished_cells(const CellOptions& options, std::size_t count) {
    std::vector<std::size_t> all(count);
    std::iota(all.begin(), all.end(), 0);
    if (options.cells.empty())
        return all;
    if (options.cells != "task")
        return numbers_from(options.cells, "--cells", count);
    const std::size_t cell = array_task(from_environment);
    if (cell >= count)
        throw std::invalid_argument("SLURM_ARRAY_TASK_ID: expected the number of a cell, 0 to " +
                                    std::to_string(count - 1) + ", found " + std::to_string(cell));
    return {cell};
}

} // namespace

void add_cell_options(CLI::App* command, CellOptions& o) {
    command->add_flag("--list", o.list, "List the cells with number, id, state and fields; run none");
    command->add_flag("--json", o.json, "With --list: as JSON");
    add_path(command, "--shard", o.shard,
             "i/n: run this part of the cells alone; without it what Slurm tells, SLURM_ARRAY_TASK_* or "
             "SLURM_PROCID and SLURM_NTASKS");
    add_path(command, "--cells", o.cells,
             "Run these alone, as 3,7-9; task: the one with the number SLURM_ARRAY_TASK_ID");
    command->add_flag("--merge", o.merge,
                      "Put the cells of all parts together; where some are missing they are printed for "
                      "--array and --cells, and the exit code is 4");
    add_path(command, "--stage", o.stage,
             "Copy the data's files into this folder first, once per machine: a node's own disk");
    add_whole(command, "--jobs", o.jobs,
              "Runs at a time, which share the cores and are dealt to the CUDA devices; 0: one per device, "
              "or per core without one",
              0, 256);
    add_whole(command, "--cores", o.cores, "Cores to share out; 0: SLURM_CPUS_PER_TASK, or all", 0, 1024);
    add_whole(command, "--heartbeat", o.heartbeat,
              "Seconds between lines that tell how far it is, where there is no terminal; 0: none", 0, 86400);
}

void expect_consistent(const CellOptions& o) {
    if (o.json && !o.list)
        throw std::invalid_argument("--json: has no effect without --list");
    if (o.list && o.merge)
        throw std::invalid_argument("--merge: expected --list or --merge, found both");
    if (o.list || o.merge)
        refuse_beside("--stage", o.stage, o.list ? "--list" : "--merge");
    if (o.merge) {
        refuse_beside("--shard", o.shard, "--merge");
        refuse_beside("--cells", o.cells, "--merge");
    }
}

Share share_of(const CellOptions& options, std::size_t count) {
    Share share;
    std::string from;
    Shard shard;
    if (!options.shard.empty()) {
        shard = shard_from(options.shard, "--shard");
    } else if (!options.list) { // a list shows all, wherever it is made
        const TaskShard told = shard_of_task(from_environment, options.cells != "task");
        shard = told.shard;
        from = told.from.empty() ? "" : " (" + told.from + ")";
    }
    const std::vector<std::size_t> wished = wished_cells(options, count);
    for (std::size_t i = 0; i < wished.size(); ++i)
        if (shard.holds(i))
            share.cells.push_back(wished[i]);
    if (shard.count > 1)
        share.title = "shard " + to_string(shard) + from;
    if (!options.cells.empty())
        share.title += (share.title.empty() ? "" : " of ") + std::string("the cells ") +
                       array_expression(wished) + (options.cells == "task" ? " (SLURM_ARRAY_TASK_ID)" : "");
    if (!options.list && (shard.count > 1 || !from.empty() || !options.cells.empty()))
        std::printf("%s: %zu of %zu cells\n",
                    share.title.empty() ? ("shard " + to_string(shard) + from).c_str() : share.title.c_str(),
                    share.cells.size(), count);
    return share;
}

CellPlaces places_of(const CellOptions& options) {
    CellPlaces places{options.jobs, options.cores, -1};
    if (options.cores == 0) {
        places.cores = cores_of_task(from_environment);
        if (places.cores > 0)
            std::printf("%d %s (SLURM_CPUS_PER_TASK)\n", places.cores, places.cores == 1 ? "core" : "cores");
    }
    const int cards = cuda_device_count();
    if (const std::optional<int> place = task_on_node(from_environment); place && cards > 1) {
        places.card = *place % cards;
        std::printf("CUDA device %d of the %d that are visible (SLURM_LOCALID)\n", places.card, cards);
    }
    return places;
}

} // namespace lab::cli
