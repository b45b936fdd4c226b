#pragma once

#include "core/study/outcome_table.h"

#include <string>
#include <vector>

namespace lab {

/// Where the curves of a measure begin and end: over seeds, of the means over the first and the last five
/// steps.
struct CurveEnds {
    Spread first, last;
};

/// What a study found for one lane.
struct ResultRow {
    std::string lane;
    std::vector<Spread> accuracy;  ///< 0 … 1, one per column; of no seed where none has it
    Spread average;                ///< of the means over the columns of each seed that has them all
    std::vector<CurveEnds> curves; ///< one per measure
};

/// What a study found, as it stands in ID.json.
struct StudyResult {
    std::string id, title, published;
    StudyKind kind = StudyKind::table;
    std::string conditions; ///< study_conditions()
    std::string ended;      ///< what cut it short; empty for a whole one
    double seconds = 0;     ///< of computing
    int seeds = 0;          ///< the most that a number is the mean of
    std::string x_title;
    std::vector<std::string> columns;
    std::vector<StudyCurve> measures;
    std::vector<ResultRow> rows;
};

/// @param table what tabulate() makes of the cells
StudyResult result_of(const Study& study, const OutcomeTable& table, const std::vector<StudyCell>& cells,
                      const CellStore& store);

/// The content of ID.json: all of it, with the specification of every cell.
std::string to_json(const StudyResult& result, const std::vector<StudyCell>& cells);
/// Reads it, and those of earlier versions, which tell less. Throws std::runtime_error naming the file and
/// what is wrong with it.
StudyResult read_study_result(const std::string& path);

/// A result's table in words: "78.1 ± 0.4", "5.3 → 6.1 ± 0.2", "-" for nothing.
struct ResultTable {
    std::vector<std::string> columns;
    std::vector<std::string> lanes;              ///< one per row
    std::vector<std::vector<std::string>> cells; ///< a list per row, as long as `columns`
    bool averaged = false;                       ///< the last column is the average over the others
};
/// Accuracies by column in per cent; of a study of curves the accuracy and where each measure begins and
/// ends.
ResultTable table_of(const StudyResult& result);

} // namespace lab
