#pragma once

#include "core/study/cell_store.h"
#include "core/study/study.h"

#include <functional>
#include <string>
#include <vector>

namespace lab {

struct StudyProgress {
    int finished = 0; ///< cells, those of an earlier attempt included
    int cells = 0;
    double eta_seconds = 0; ///< from the cells finished in this attempt
};

/// A cell that is to be run.
struct CellToRun {
    StudyCell cell;
    std::string key;  ///< cell_key(): of the cell as it was laid out, whatever place it is given here
    std::string name; ///< begins the sentence of a fault, and stands in the cell's file; may be empty
};

/// How cells are shared out on a machine.
struct CellPlaces {
    int jobs = 0;  ///< cells at a time; 0: one per CUDA device where cells run on one, else one per core
    int cores = 0; ///< that the cells share; 0: all that the process may use
    int card = -1; ///< the one CUDA device for all, counted over those that are visible; −1: dealt to all
};

/// The device that a worker's cells run on: "auto" and "cuda" are dealt to the CUDA devices in turn.
/// @param worker from 0
/// @param cards  CUDA devices that are visible
std::string device_of_worker(const std::string& device, int worker, int cards, int card);

/// Runs the cells that the store does not hold yet, each with its share of the cores where its specification
/// names no threads. Throws what the first failing cell threw; finished cells are kept, those in flight are
/// given up.
/// @param curves    measures whose values by step are kept
/// @param progress  called from the worker threads, one at a time
/// @param cancelled asked from the worker threads before every step; true ends the work
/// @return false where it was cancelled before its end
bool run_cells(const std::vector<CellToRun>& cells, const std::vector<StudyCurve>& curves,
               const CellPlaces& places, CellStore& store,
               const std::function<void(const StudyProgress&)>& progress,
               const std::function<bool()>& cancelled = {});

} // namespace lab
