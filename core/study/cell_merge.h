#pragma once

#include "core/study/numbered_cell.h"
#include "core/study/outcome.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lab {

/// Files in a folder of cells that are none of these, each with why: "ab….json: of version 1.2, …", "no
/// finished cell". Only such are opened. Throws std::runtime_error naming the folder where it cannot be read;
/// one that is not there holds nothing.
std::vector<std::string> foreign_cells(const std::vector<NumberedCell>& cells,
                                       const std::filesystem::path& folder);

/// What a folder of cells holds of a sweep or a figure.
struct CellFindings {
    std::vector<std::optional<CellOutcome>> outcomes; ///< one for each cell
    std::vector<std::size_t> missing;                 ///< cells that are not there, or not whole
};
CellFindings find_cells(const std::vector<NumberedCell>& cells, const std::filesystem::path& folder);

/// Results in the order of the cells, without times and devices: the same cells give the same bytes, whoever
/// ran them.
/// A row for each lane of each cell, with the cell's fields.
std::string merged_csv(const std::vector<NumberedCell>& cells, const CellFindings& findings);
/// @param source   what was run, JSON on one line
/// @param settings "field=value", for all cells
std::string merged_json(const std::vector<NumberedCell>& cells, const CellFindings& findings,
                        const std::string& source, const std::vector<std::string>& settings);
/// What differs from attempt to attempt: seconds, milliseconds per step and device of each cell and lane.
std::string times_csv(const std::vector<NumberedCell>& cells, const CellFindings& findings);

/// The cells' notices, each once: "labels: … (12 cells)"; and where cells were computed in several ways,
/// which: their last digits may differ.
std::vector<std::string> told_by(const CellFindings& findings);

} // namespace lab
