#include "core/study/report_text.h"

#include "core/base/csv.h"
#include "core/base/text.h"
#include "core/record/measure_table.h"
#include "core/spec/schedule_words.h"

#include <cmath>
#include <sstream>

namespace lab {

namespace {

std::string cell_of(const std::string& bytes) {
    return csv_cell(shown(bytes));
}

/// Empty where the cell's stream has several.
std::string severity_cell(const StreamSpec& stream) {
    const int severity = severity_of_all(stream);
    return severity < 0 ? "" : std::to_string(severity);
}

/// A bar would end the cell.
std::string cell_text(const std::string& text) {
    std::string all;
    for (const char c : text)
        all += c == '|' ? std::string("\\|") : std::string(1, c);
    return all;
}

/// Empty for what does not apply.
std::string number_cell(double value) {
    std::ostringstream cell;
    if (std::isfinite(value))
        cell << value;
    return cell.str();
}

} // namespace

std::string report_csv(const std::vector<StudyCell>& cells, const CellStore& store) {
    std::ostringstream csv;
    csv << "column,x,seed,lane,accuracy,accuracy_last_fifth," << first_at(ChartPlace::predictor).id
        << ",top_class_share,collapsed_at,"
           "ms_per_step,cell_seconds,corruption,severity,scenario_images,batch_size,model,data\n";
    for (const StudyCell& cell : cells)
        for (const CellOutcome& o : store.outcomes())
            if (o.key == cell_key(cell))
                for (const LaneOutcome& lane : o.lanes) {
                    const StreamSpec& s = cell.spec.stream;
                    csv << o.column << ',' << o.x << ',' << o.seed << ',' << cell_of(lane.name) << ','
                        << lane.accuracy << ',' << lane.accuracy_last_fifth << ','
                        << number_cell(lane.distance) << ',' << lane.top_class_share << ','
                        << lane.collapsed_at << ',' << lane.ms_per_step << ',' << o.seconds << ','
                        << corruption_of_all(s) << ',' << severity_cell(s) << ',' << s.images << ','
                        << s.batch_size << ',' << cell_of(cell.spec.model) << ',' << cell_of(cell.spec.data)
                        << '\n';
                }
    return csv.str();
}

std::string report_markdown(const StudyResult& result) {
    std::ostringstream md;
    md << "### " << result.title << " (`" << result.id << "`)\n\nPublished: " << result.published
       << "\n\nOurs (" << (result.seeds > 1 ? "mean ± sd over seeds" : "one seed")
       << "): " << result.conditions << "; " << std::llround(result.seconds) << " s of computing.\n\n";
    if (!result.ended.empty())
        md << "**Cut short: " << result.ended << ".**\n\n";
    if (result.kind != StudyKind::curves)
        md << "Accuracy in %" << (result.x_title.empty() ? "" : ", by " + result.x_title) << ":\n\n";
    const ResultTable table = table_of(result);
    const auto is_average = [&](std::size_t column) {
        return table.averaged && column + 1 == table.columns.size();
    };
    const auto write_row = [&](const std::string& first, const std::vector<std::string>& cells) {
        md << "| " << first << (first.empty() ? "|" : " |");
        for (std::size_t i = 0; i < cells.size(); ++i)
            md << ' ' << (is_average(i) ? "**" + cells[i] + "**" : cells[i]) << " |";
        md << '\n';
    };
    write_row("", table.columns);
    md << "|---|";
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        md << "---|";
    md << '\n';
    for (std::size_t row = 0; row < table.lanes.size(); ++row)
        write_row(cell_text(table.lanes[row]), table.cells[row]);
    return md.str();
}

} // namespace lab
