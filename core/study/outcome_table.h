#pragma once

#include "core/study/cell_store.h"

#include <map>
#include <string>
#include <vector>

namespace lab {

/// Mean and standard deviation (n − 1) over seeds.
struct Spread {
    double mean = 0;
    double sd = 0; ///< 0 for one seed
    int count = 0;
};
Spread spread_of(const std::vector<double>& values);

/// Accuracies of a study, rows by columns, each a spread over seeds.
struct OutcomeTable {
    std::vector<std::string> rows;                                  ///< lanes, in order of appearance
    std::vector<std::string> columns;                               ///< in the study's order
    std::vector<double> x;                                          ///< one per column
    std::map<std::pair<std::string, std::string>, Spread> accuracy; ///< by row and column, 0 … 1
    std::map<std::string, Spread> average; ///< by row: of the means over the columns of each seed that has
                                           ///< them all
};

/// The finished among a study's cells: a store may hold others.
std::vector<const CellOutcome*> own_outcomes(const std::vector<StudyCell>& cells, const CellStore& store);

/// Only the outcomes of the study's own cells are counted: a store may hold others.
OutcomeTable tabulate(const std::vector<StudyCell>& cells, const CellStore& store);

/// One measure of one lane step by step, a list per run.
std::vector<std::vector<double>> runs_of(const std::string& lane, const std::string& field,
                                         const std::vector<StudyCell>& cells, const CellStore& store);

} // namespace lab
