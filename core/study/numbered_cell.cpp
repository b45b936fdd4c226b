#include "core/study/numbered_cell.h"

#include "core/base/json_values.h"
#include "core/study/cell_store.h"

#include <stdexcept>
#include <unordered_map>

namespace lab {

std::string title_of(const std::vector<NumberedCell>& cells, std::size_t number) {
    return "cell " + std::to_string(number) + " (" + name_of(cells.at(number).fields) + ")";
}

std::vector<NumberedCell> numbered_cells(const Study& study, const StudyOptions& options) {
    std::vector<NumberedCell> cells;
    for (StudyCell& cell : study.cells(options)) {
        cell.content = options.content;
        std::string key = cell_key(cell);
        std::vector<CellField> fields = {{"column", dumped(cell.column)},
                                         {"stream.seed", std::to_string(cell.spec.stream.seed)}};
        cells.push_back({std::move(cell), std::move(key), std::move(fields)});
    }
    return cells;
}

void expect_distinct(const std::vector<NumberedCell>& cells) {
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (const auto [before, is_new] = places.emplace(cells[i].key, i); !is_new)
            throw std::invalid_argument(
                title_of(cells, i) + " is the same run as " + title_of(cells, before->second) +
                ": expected each once (neither threads nor the places of files make another run)");
}

} // namespace lab
