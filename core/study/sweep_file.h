#pragma once

#include "core/base/notice.h"
#include "core/spec/spec.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace lab {

/// A field that a cell sets.
struct CellField {
    std::string path;  ///< "stream.seed", as the file names it
    std::string value; ///< JSON on one line
    bool operator==(const CellField&) const = default;
};

/// Fields that change together, from cell to cell.
struct SweepAxis {
    std::vector<std::string> fields;
    std::vector<std::vector<std::string>> points; ///< values in the fields' order, JSON
};

/// An experiment and what of it varies: a grid over its fields.
struct Sweep {
    std::string name;   ///< of the files with its results: the file's, without its ending
    std::string source; ///< the file's JSON on one line
    std::optional<ExperimentSpec> experiment;
    std::string preset;                ///< where there is no experiment
    std::vector<SweepAxis> axes;       ///< the last varies fastest
    std::vector<std::string> settings; ///< "field=value", for all cells

    std::size_t size() const; ///< cells
};

/// Of one sweep: every task of a cluster lays them all out.
inline constexpr std::size_t most_cells = 100'000;

/// Reads {"version": 1, "experiment": {…} or "preset": "id", "grid": {"field": [values], …},
/// "zip": {"field": [values], …} or a list of such}. Every field of a grid is an axis, and the fields of a
/// zip are one together; axes come in the order of the file, grid before zip. Without experiment and preset
/// it is the preset "default". Throws std::runtime_error naming the file, the field, what was expected and
/// what was found; for more than `most_cells` too.
/// @param settings "field=value", for all cells, beside what the file says
Sweep read_sweep(const std::string& path, const std::vector<std::string>& settings = {});

/// What a cell sets. @param cell from 0
std::vector<CellField> fields_of(const Sweep& sweep, std::size_t cell);

/// "stream.seed=3, lanes[1].method=\"sar\"": long values are cut.
std::string name_of(const std::vector<CellField>& fields);

/// The experiment of a cell, validated. Throws std::invalid_argument with a sentence that begins with the
/// cell and names the field: bad values, unknown fields, those that have no effect, those that are set twice.
/// @param notices takes what is to be told
ExperimentSpec spec_of(const Sweep& sweep, std::size_t cell, std::vector<Notice>& notices);

} // namespace lab
