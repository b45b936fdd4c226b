#include "core/study/report.h"

#include "core/base/atomic_file.h"
#include "core/study/chart.h"
#include "core/study/conditions.h"
#include "core/study/outcome_table.h"
#include "core/study/report_text.h"
#include "core/study/study_cells.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

namespace lab {

namespace {

struct ChartFile {
    const char* ending;
    std::string (*content)(const ChartPage&);
};
constexpr std::array<ChartFile, 3> chart_files = {{{".svg", svg_of}, {".pdf", pdf_of}, {".png", png_of}}};

void save_chart(const ChartPage& page, const std::string& stem) {
    for (const ChartFile& file : chart_files)
        write_file_atomically(stem + file.ending, file.content(page));
}

/// How the rows of a table are drawn, as the window draws such lanes.
std::vector<LaneLook> looks_of(const OutcomeTable& table, const std::vector<StudyCell>& cells) {
    std::vector<LaneSpec> lanes;
    for (const std::string& row : table.rows) {
        LaneSpec& lane = lanes.emplace_back();
        for (const StudyCell& cell : cells)
            for (const LaneSpec& one : cell.spec.lanes)
                if (lane_title(one) == row)
                    lane = one;
    }
    return lane_looks(lanes);
}

BarChart bars_of(const Study& study, const std::string& caption, const OutcomeTable& table,
                 const std::vector<StudyCell>& cells) {
    BarChart chart{study.title, caption, "accuracy, average over the columns (%)", {}};
    const std::vector<LaneLook> looks = looks_of(table, cells);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const Spread& average = table.average.at(table.rows[row]);
        if (average.count > 0) // else cut short before all columns of a seed were there
            chart.bars.push_back({table.rows[row], looks[row], 100 * average.mean, 100 * average.sd});
    }
    return chart;
}

LineChart sweep_of(const Study& study, const std::string& caption, const OutcomeTable& table,
                   const std::vector<StudyCell>& cells) {
    LineChart chart{study.title, caption, study.x_title, "accuracy (%)", study.x_logarithmic, {}};
    const std::vector<LaneLook> looks = looks_of(table, cells);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        ChartLine line{table.rows[row], looks[row], {}, {}, {}};
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (const auto found = table.accuracy.find({table.rows[row], table.columns[i]});
                found != table.accuracy.end()) {
                line.x.push_back(table.x[i]);
                line.y.push_back(100 * found->second.mean);
                line.spread.push_back(100 * found->second.sd);
            }
        chart.lines.push_back(line);
    }
    return chart;
}

/// Mean over seeds, step by step, of one measure; a line per lane.
LineChart curves_of(const Study& study, const StudyCurve& curve, const std::string& caption,
                    const OutcomeTable& table, const std::vector<StudyCell>& cells, const CellStore& store) {
    LineChart chart{study.title, caption, study.x_title, curve.title, false, {}};
    const std::vector<LaneLook> looks = looks_of(table, cells);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto runs = runs_of(table.rows[row], curve.field, cells, store);
        ChartLine line{table.rows[row], looks[row], {}, {}, {}};
        for (std::size_t step = 0; !runs.empty() && step < runs.front().size(); ++step) {
            std::vector<double> values;
            for (const auto& run : runs)
                if (step < run.size() && std::isfinite(run[step]))
                    values.push_back(run[step]);
            if (values.empty())
                continue;
            const Spread spread = spread_of(values);
            line.x.push_back(static_cast<double>(step + 1));
            line.y.push_back(spread.mean);
            line.spread.push_back(spread.sd);
        }
        chart.lines.push_back(line);
    }
    return chart;
}

} // namespace

void write_report(const Study& study, const StudyOptions& options, const CellStore& store,
                  const std::string& folder, const std::string& ended) {
    const std::vector<StudyCell> cells = cells_of(study, options);
    const OutcomeTable table = tabulate(cells, store);
    StudyResult result = result_of(study, table, cells, store);
    result.conditions = study_conditions(options, cells, store);
    result.ended = ended;
    const std::string caption = result.conditions + (ended.empty() ? "" : "; cut short: " + ended);
    const std::string stem = folder + "/" + study.id;
    write_file_atomically(stem + ".csv", report_csv(cells, store));
    write_file_atomically(stem + ".json", to_json(result, cells));
    write_file_atomically(stem + ".md", report_markdown(result));
    if (study.kind == StudyKind::table)
        save_chart(page_of(bars_of(study, caption, table, cells)), stem);
    else if (study.kind == StudyKind::sweep)
        save_chart(page_of(sweep_of(study, caption, table, cells)), stem);
    for (const StudyCurve& curve : study.curves)
        save_chart(page_of(curves_of(study, curve, caption, table, cells, store)), stem + "-" + curve.field);
}

void remove_report(const Study& study, const std::string& folder) {
    std::vector<std::string> stems = {study.id};
    for (const StudyCurve& curve : study.curves)
        stems.push_back(study.id + "-" + curve.field);
    std::vector<std::string> endings = {".csv", ".json", ".md"};
    for (const ChartFile& file : chart_files)
        endings.emplace_back(file.ending);
    for (const std::string& stem : stems)
        for (const std::string& ending : endings)
            std::filesystem::remove(std::filesystem::path(folder) / (stem + ending));
}

} // namespace lab
