#include "core/study/report.h"

#include "core/base/atomic_file.h"
#include "core/study/chart.h"
#include "core/study/conditions.h"
#include "core/study/outcome_table.h"
#include "core/study/report_text.h"
#include "core/study/study_content.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace lab {

namespace {

template <typename Chart>
void save_charts(const Chart& chart, const std::string& stem) {
    const auto svg = make_svg_surface(chart_width, chart_height),
               png = make_png_surface(chart_width, chart_height);
    draw(*svg, chart);
    draw(*png, chart);
    svg->save(stem + ".svg");
    png->save(stem + ".png");
}

BarChart bars_of(const Study& study, const std::string& caption, const OutcomeTable& table) {
    BarChart chart{study.title, caption, "accuracy, average over the columns (%)", {}, {}, {}};
    for (const std::string& row : table.rows) {
        if (table.average.at(row).count == 0)
            continue; // cut short before all columns of a seed were there
        chart.names.push_back(row);
        chart.values.push_back(100 * table.average.at(row).mean);
        chart.spread.push_back(100 * table.average.at(row).sd);
    }
    return chart;
}

LineChart sweep_of(const Study& study, const std::string& caption, const OutcomeTable& table) {
    LineChart chart{study.title, caption, study.x_title, "accuracy (%)", study.x_logarithmic, {}};
    for (const std::string& row : table.rows) {
        ChartLine line{row, {}, {}, {}};
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (const auto found = table.accuracy.find({row, table.columns[i]});
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
    for (const std::string& row : table.rows) {
        const auto runs = runs_of(row, curve.field, cells, store);
        ChartLine line{row, {}, {}, {}};
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
    ReportFacts facts{study_conditions(options, cells, store), 0, ended, 0};
    const std::string caption = facts.conditions + (ended.empty() ? "" : "; cut short: " + ended);
    for (const CellOutcome* outcome : own_outcomes(cells, store))
        facts.seconds += outcome->seconds;
    for (const auto& [place, spread] : table.accuracy)
        facts.seeds = std::max(facts.seeds, spread.count);
    const std::string stem = folder + "/" + study.id;
    write_file_atomically(stem + ".csv", report_csv(cells, store));
    write_file_atomically(stem + ".json", report_json(study, table, cells, facts));
    write_file_atomically(stem + ".md",
                          report_heading(study, facts) + (study.kind == StudyKind::curves
                                                              ? curve_table(study, table, cells, store)
                                                              : accuracy_table(study, table)));
    if (study.kind == StudyKind::table)
        save_charts(bars_of(study, caption, table), stem);
    else if (study.kind == StudyKind::sweep)
        save_charts(sweep_of(study, caption, table), stem);
    for (const StudyCurve& curve : study.curves)
        save_charts(curves_of(study, curve, caption, table, cells, store), stem + "-" + curve.field);
}

void remove_report(const Study& study, const std::string& folder) {
    std::vector<std::string> stems = {study.id};
    for (const StudyCurve& curve : study.curves)
        stems.push_back(study.id + "-" + curve.field);
    for (const std::string& stem : stems)
        for (const char* ending : {".csv", ".json", ".md", ".svg", ".png"})
            std::filesystem::remove(std::filesystem::path(folder) / (stem + ending));
}

} // namespace lab
