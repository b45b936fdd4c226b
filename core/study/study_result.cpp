#include "core/study/study_result.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

namespace lab {

namespace {

double mean_of(std::vector<double>::const_iterator begin, std::vector<double>::const_iterator end) {
    return std::accumulate(begin, end, 0.0) / static_cast<double>(end - begin);
}

CurveEnds ends_of(const std::vector<std::vector<double>>& runs) {
    std::vector<double> first, last;
    for (const std::vector<double>& run : runs) {
        if (run.empty())
            continue;
        const auto five = static_cast<std::ptrdiff_t>(std::min<std::size_t>(5, run.size()));
        first.push_back(mean_of(run.begin(), run.begin() + five));
        last.push_back(mean_of(run.end() - five, run.end()));
    }
    return {spread_of(first), spread_of(last)};
}

/// "78.1 ± 0.4"
std::string percent(const Spread& spread) {
    char text[48] = "-";
    if (spread.count > 1)
        std::snprintf(text, sizeof text, "%.1f ± %.1f", 100 * spread.mean, 100 * spread.sd);
    else if (spread.count == 1)
        std::snprintf(text, sizeof text, "%.1f", 100 * spread.mean);
    return text;
}

/// "5.3 → 6.1 ± 0.2"
std::string ends_text(const CurveEnds& ends) {
    if (ends.first.count == 0 || !std::isfinite(ends.first.mean) || !std::isfinite(ends.last.mean))
        return "-";
    char text[80];
    std::snprintf(text, sizeof text, "%.3g → %.3g", ends.first.mean, ends.last.mean);
    std::string all = text;
    std::snprintf(text, sizeof text, " ± %.2g", ends.last.sd);
    return ends.last.count > 1 ? all + text : all;
}

} // namespace

StudyResult result_of(const Study& study, const OutcomeTable& table, const std::vector<StudyCell>& cells,
                      const CellStore& store) {
    StudyResult result{study.id, study.title, study.published, study.kind,    {},           {},
                       0,        0,           study.x_title,   table.columns, study.curves, {}};
    for (const CellOutcome* outcome : own_outcomes(cells, store))
        result.seconds += outcome->seconds;
    for (const std::string& lane : table.rows) {
        ResultRow row{lane, {}, table.average.at(lane), {}};
        for (const std::string& column : table.columns) {
            const auto found = table.accuracy.find({lane, column});
            row.accuracy.push_back(found == table.accuracy.end() ? Spread{} : found->second);
            result.seeds = std::max(result.seeds, row.accuracy.back().count);
        }
        for (const StudyCurve& curve : study.curves)
            row.curves.push_back(ends_of(runs_of(lane, curve.field, cells, store)));
        result.rows.push_back(std::move(row));
    }
    return result;
}

ResultTable table_of(const StudyResult& result) {
    ResultTable table;
    if (result.kind == StudyKind::curves) {
        table.columns = {"accuracy (%)"};
        for (const StudyCurve& measure : result.measures)
            table.columns.push_back(measure.title + ", first → last 5 steps");
    } else {
        table.columns = result.columns;
        table.averaged = result.kind == StudyKind::table && result.columns.size() > 1;
        if (table.averaged)
            table.columns.emplace_back("average");
    }
    for (const ResultRow& row : result.rows) {
        std::vector<std::string> cells;
        if (result.kind == StudyKind::curves) {
            cells.push_back(percent(row.average));
            for (const CurveEnds& ends : row.curves)
                cells.push_back(ends_text(ends));
        } else {
            for (const Spread& spread : row.accuracy)
                cells.push_back(percent(spread));
            if (table.averaged)
                cells.push_back(percent(row.average));
        }
        table.lanes.push_back(row.lane);
        table.cells.push_back(std::move(cells));
    }
    return table;
}

} // namespace lab
