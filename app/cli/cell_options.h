#pragma once

#include "core/study/cell_runner.h"

#include <CLI/CLI.hpp>

#include <cstddef>
#include <string>
#include <vector>

/// What `sweep` and `reproduce` have in common: which of many cells a task runs, and how.
namespace lab::cli {

struct CellOptions {
    bool list = false, json = false, merge = false;
    std::string shard; ///< "2/3"; empty: what Slurm tells, else all
    std::string cells; ///< "3,7-9", or "task"; empty: all
    std::string stage; ///< folder on the node's own disk
    int jobs = 0, cores = 0, heartbeat = 60;
};

void add_cell_options(CLI::App* command, CellOptions& options);

/// Throws std::invalid_argument for options that do not go together.
void expect_consistent(const CellOptions& options);

/// The cells that this task runs.
struct Share {
    std::vector<std::size_t> cells;
    std::string title; ///< "shard 2/3", "the cells 3,7-9"; empty for all
    bool whole() const { return title.empty(); }
};

/// By the options, or by what Slurm tells, which is then said on standard output. Throws
/// std::invalid_argument naming the option or variable.
/// @param count of all cells
Share share_of(const CellOptions& options, std::size_t count);

/// Likewise: cores and card of this task.
CellPlaces places_of(const CellOptions& options);

} // namespace lab::cli
