#pragma once

#include "core/study/cell_store.h"
#include "core/study/outcome_table.h"
#include "core/study/study.h"

#include <string>
#include <vector>

namespace lab {

/// What a report says of the study as a whole.
struct ReportFacts {
    std::string conditions; ///< study_conditions()
    double seconds = 0;     ///< of computing
    std::string ended;      ///< what cut it short; empty for a whole one
    int seeds = 0;          ///< that the numbers are the mean of
};

/// Every run, a row for each lane.
std::string report_csv(const std::vector<StudyCell>& cells, const CellStore& store);
std::string report_json(const Study& study, const OutcomeTable& table, const std::vector<StudyCell>& cells,
                        const ReportFacts& facts);
/// Title, what was published and the conditions, in Markdown.
std::string report_heading(const Study& study, const ReportFacts& facts);
/// Accuracy of lanes by columns, in Markdown.
std::string accuracy_table(const Study& study, const OutcomeTable& table);
/// Where each lane's curves begin and end: means over the first and the last five steps. In Markdown.
std::string curve_table(const Study& study, const OutcomeTable& table, const std::vector<StudyCell>& cells,
                        const CellStore& store);

} // namespace lab
