#pragma once

#include "app/cli/cell_options.h"

#include "core/study/numbered_cell.h"

#include <stdexcept>
#include <string>
#include <vector>

namespace lab::cli {

/// Exit code of --merge where cells are missing; nothing is written then.
inline constexpr int cells_missing_code = 4;

/// Ends a command with that code.
class CellsMissing : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Many cells, and where their results go.
struct CellSet {
    std::string name;   ///< of the sweep or figure
    std::string folder; ///< of the cells' files
    std::string merged; ///< path of what --merge writes, without ".csv", ".json" and ".times.csv"
    std::string source; ///< what is run, JSON on one line
    std::vector<std::string> settings; ///< "field=value", for all cells
    std::vector<NumberedCell> cells;
    std::vector<StudyCurve> curves; ///< of which measures values are kept by step
};

/// A line for each cell of the share, or JSON.
void list_cells(const CellSet& set, const Share& share, bool json);

/// Throws std::runtime_error naming files among the cells that are none of these, and why.
void expect_own_cells(const CellSet& set);

/// How far an attempt came.
struct Attempt {
    std::size_t finished = 0; ///< of the share's cells, those of earlier attempts included
    std::string ended;        ///< "interrupted by SIGTERM after 3 of 12 runs"; empty for a whole one
};

/// Runs what the share's cells lack, with progress and heartbeat, on staged data where they are asked for.
/// Throws CutShort where a signal came while data were staged.
Attempt run_share(const CellOptions& options, const CellSet& set, const Share& share);

/// Takes away what an earlier merge wrote.
void remove_merged(const CellSet& set);

/// Writes the results of all cells. Throws as expect_own_cells(), and CellsMissing after the missing cells
/// were printed as an array expression.
void merge_cells(const CellSet& set);

} // namespace lab::cli
