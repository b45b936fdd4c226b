#include "core/study/report.h"

#include "core/experiment/recording.h"
#include "core/experiment/spec_json.h"
#include "core/study/chart.h"
#include "core/study/conditions.h"
#include "core/study/outcome_table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <numeric>
#include <sstream>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

std::string percent(const Spread& spread) {
    char text[48];
    if (spread.count == 0)
        return "-";
    if (spread.count == 1)
        std::snprintf(text, sizeof text, "%.1f", 100 * spread.mean);
    else
        std::snprintf(text, sizeof text, "%.1f ± %.1f", 100 * spread.mean, 100 * spread.sd);
    return text;
}

std::string csv_of(const std::vector<StudyCell>& cells, const CellStore& store) {
    std::ostringstream csv;
    csv << "column,x,seed,lane,accuracy,accuracy_last_fifth,predictor_distance,top_class_share,collapsed_at,"
           "ms_per_step,cell_seconds,corruption,severity,scenario_images,batch_size,model,data\n";
    for (const StudyCell& cell : cells)
        for (const CellOutcome& o : store.outcomes())
            if (o.key == cell_key(cell))
                for (const LaneOutcome& lane : o.lanes) {
                    const StreamSpec& s = cell.spec.stream;
                    csv << o.column << ',' << o.x << ',' << o.seed << ',' << lane.name << ',' << lane.accuracy
                        << ',' << lane.accuracy_last_fifth << ',' << lane.predictor_distance << ','
                        << lane.top_class_share << ',' << lane.collapsed_at << ',' << lane.ms_per_step << ','
                        << o.seconds << ',' << to_string(s.corruption.kind) << ',' << s.corruption.severity
                        << ',' << s.images << ',' << s.batch_size << ',' << cell.spec.model << ','
                        << cell.spec.data << '\n';
                }
    return csv.str();
}

std::string json_of(const Study& study, const std::string& conditions_text, const OutcomeTable& table,
                    const std::vector<StudyCell>& cells, double seconds) {
    Json rows = Json::array();
    for (const std::string& row : table.rows) {
        Json columns = Json::object();
        for (const std::string& column : table.columns)
            if (const auto found = table.accuracy.find({row, column}); found != table.accuracy.end())
                columns[column] = {
                    {"mean", found->second.mean}, {"sd", found->second.sd}, {"seeds", found->second.count}};
        const Spread& average = table.average.at(row);
        rows.push_back({{"lane", row},
                        {"accuracy", columns},
                        {"average", {{"mean", average.mean}, {"sd", average.sd}, {"seeds", average.count}}}});
    }
    Json specifications = Json::array();
    for (const StudyCell& cell : cells)
        specifications.push_back(Json::parse(to_json(cell.spec)));
    const Json json = {{"figure", study.id},
                       {"title", study.title},
                       {"published", study.published},
                       {"conditions", conditions_text},
                       {"seconds", seconds},
                       {"rows", rows},
                       {"specifications", specifications}};
    return json.dump(1) + "\n";
}

std::string heading_of(const Study& study, const std::string& conditions_text, double seconds) {
    return "### " + study.title + " (`" + study.id + "`)\n\nPublished: " + study.published +
           "\n\nOurs (mean ± sd over seeds): " + conditions_text + "; " +
           std::to_string(static_cast<long long>(seconds + 0.5)) + " s of computing.\n\n";
}

/// A bar would end the cell.
std::string cell_text(const std::string& text) {
    std::string all;
    for (const char c : text)
        all += c == '|' ? std::string("\\|") : std::string(1, c);
    return all;
}

void write_head(std::ostringstream& md, const std::vector<std::string>& columns) {
    md << "| |";
    for (const std::string& column : columns)
        md << ' ' << column << " |";
    md << "\n|---|";
    for (std::size_t i = 0; i < columns.size(); ++i)
        md << "---|";
    md << '\n';
}

/// Accuracy of lanes by columns.
std::string accuracy_table(const Study& study, const OutcomeTable& table) {
    std::ostringstream md;
    const bool averaged = table.columns.size() > 1 && study.kind == StudyKind::table;
    std::vector<std::string> columns = table.columns;
    if (averaged)
        columns.push_back("**average**");
    md << "Accuracy in %" << (study.x_title.empty() ? "" : ", by " + study.x_title) << ":\n\n";
    write_head(md, columns);
    for (const std::string& row : table.rows) {
        md << "| " << cell_text(row) << " |";
        for (const std::string& column : table.columns) {
            const auto found = table.accuracy.find({row, column});
            md << ' ' << (found == table.accuracy.end() ? "-" : percent(found->second)) << " |";
        }
        if (averaged)
            md << " **" << percent(table.average.at(row)) << "** |";
        md << '\n';
    }
    return md.str();
}

/// Where each lane's curves begin and end: means over the first and the last five steps.
std::string curve_table(const Study& study, const OutcomeTable& table, const std::vector<StudyCell>& cells,
                        const CellStore& store) {
    std::vector<std::string> columns = {"accuracy (%)"};
    for (const StudyCurve& curve : study.curves)
        columns.push_back(curve.title + ", first → last 5 steps");
    std::ostringstream md;
    write_head(md, columns);
    for (const std::string& row : table.rows) {
        md << "| " << row << " | " << percent(table.average.at(row)) << " |";
        for (const StudyCurve& curve : study.curves) {
            std::vector<double> first, last;
            for (const auto& run : runs_of(row, curve.field, cells, store)) {
                const auto five = static_cast<std::ptrdiff_t>(std::min<std::size_t>(5, run.size()));
                first.push_back(std::accumulate(run.begin(), run.begin() + five, 0.0) / five);
                last.push_back(std::accumulate(run.end() - five, run.end(), 0.0) / five);
            }
            const Spread begin = spread_of(first), end = spread_of(last);
            char text[80];
            std::snprintf(text, sizeof text, " %.3g → %.3g ± %.2g |", begin.mean, end.mean, end.sd);
            md << text;
        }
        md << '\n';
    }
    return md.str();
}

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
                if (step < run.size())
                    values.push_back(run[step]);
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
                  const std::string& folder) {
    const std::vector<StudyCell> cells = study.cells(options);
    const OutcomeTable table = tabulate(cells, store);
    const std::string caption = study_conditions(options, cells, store);
    double seconds = 0;
    for (const CellOutcome& outcome : store.outcomes())
        seconds += outcome.seconds;
    const std::string stem = folder + "/" + study.id;
    write_file_atomically(stem + ".csv", csv_of(cells, store));
    write_file_atomically(stem + ".json", json_of(study, caption, table, cells, seconds));
    write_file_atomically(stem + ".md",
                          heading_of(study, caption, seconds) + (study.kind == StudyKind::curves
                                                                     ? curve_table(study, table, cells, store)
                                                                     : accuracy_table(study, table)));
    if (study.kind == StudyKind::table)
        save_charts(bars_of(study, caption, table), stem);
    else if (study.kind == StudyKind::sweep)
        save_charts(sweep_of(study, caption, table), stem);
    for (const StudyCurve& curve : study.curves)
        save_charts(curves_of(study, curve, caption, table, cells, store), stem + "-" + curve.field);
}

} // namespace lab
