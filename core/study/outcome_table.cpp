#include "core/study/outcome_table.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace lab {

namespace {

void remember(std::vector<std::string>& list, const std::string& text) {
    if (std::find(list.begin(), list.end(), text) == list.end())
        list.push_back(text);
}

} // namespace

Spread spread_of(const std::vector<double>& values) {
    Spread spread;
    spread.count = static_cast<int>(values.size());
    if (values.empty())
        return spread;
    for (const double value : values)
        spread.mean += value / static_cast<double>(values.size());
    double squares = 0;
    for (const double value : values)
        squares += (value - spread.mean) * (value - spread.mean);
    spread.sd = values.size() > 1 ? std::sqrt(squares / static_cast<double>(values.size() - 1)) : 0;
    return spread;
}

std::vector<const CellOutcome*> own_outcomes(const std::vector<StudyCell>& cells, const CellStore& store) {
    std::vector<const CellOutcome*> own;
    for (const StudyCell& cell : cells) {
        const std::string key = cell_key(cell);
        for (const CellOutcome& outcome : store.outcomes())
            if (outcome.key == key)
                own.push_back(&outcome);
    }
    return own;
}

OutcomeTable tabulate(const std::vector<StudyCell>& cells, const CellStore& store) {
    OutcomeTable table;
    std::map<std::pair<std::string, std::string>, std::vector<double>> values;
    std::map<std::pair<std::string, std::uint64_t>, std::vector<double>> by_seed;
    std::map<std::pair<std::string, std::uint64_t>, std::size_t> wished; // columns of a lane and seed
    for (const StudyCell& cell : cells) {
        for (const LaneSpec& lane : cell.spec.lanes)
            ++wished[{lane_title(lane), cell.spec.stream.seed}];
        const std::string key = cell_key(cell);
        const auto& all = store.outcomes();
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& o) { return o.key == key; });
        if (std::find(table.columns.begin(), table.columns.end(), cell.column) == table.columns.end()) {
            table.columns.push_back(cell.column);
            table.x.push_back(cell.x);
        }
        if (found == all.end())
            continue;
        for (const LaneOutcome& lane : found->lanes) {
            remember(table.rows, lane.name);
            values[{lane.name, cell.column}].push_back(lane.accuracy);
            by_seed[{lane.name, found->seed}].push_back(lane.accuracy);
        }
    }
    for (const auto& [place, list] : values)
        table.accuracy[place] = spread_of(list);
    for (const std::string& row : table.rows) {
        std::vector<double> averages;
        for (const auto& [place, list] : by_seed)
            if (place.first == row && list.size() >= wished[place])
                averages.push_back(spread_of(list).mean);
        table.average[row] = spread_of(averages);
    }
    return table;
}

std::vector<std::vector<double>> runs_of(const std::string& lane, const std::string& field,
                                         const std::vector<StudyCell>& cells, const CellStore& store) {
    std::vector<std::vector<double>> runs;
    for (const StudyCell& cell : cells)
        for (const CellOutcome& outcome : store.outcomes())
            if (outcome.key == cell_key(cell))
                for (const LaneOutcome& found : outcome.lanes)
                    if (found.name == lane && found.curves.contains(field))
                        runs.push_back(found.curves.at(field));
    return runs;
}

} // namespace lab
