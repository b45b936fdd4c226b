#include "core/study/report_text.h"

#include "core/base/json_values.h"
#include "core/base/text.h"
#include "core/record/measure_table.h"
#include "core/spec/schedule_words.h"
#include "core/spec/spec_json.h"

#include <algorithm>
#include <cmath>
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

/// No number where too few seeds give none.
Json spread_json(const Spread& spread) {
    return {{"mean", spread.count > 0 ? Json(spread.mean) : Json()},
            {"sd", spread.count > 1 ? Json(spread.sd) : Json()},
            {"seeds", spread.count}};
}

std::string csv_cell(const std::string& bytes) {
    const std::string text = shown(bytes);
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string all(1, '"');
    for (const char c : text)
        all.append(c == '"' ? 2 : 1, c);
    return all + '"';
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

void write_head(std::ostringstream& md, const std::vector<std::string>& columns) {
    md << "| |";
    for (const std::string& column : columns)
        md << ' ' << column << " |";
    md << "\n|---|";
    for (std::size_t i = 0; i < columns.size(); ++i)
        md << "---|";
    md << '\n';
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
                    csv << o.column << ',' << o.x << ',' << o.seed << ',' << csv_cell(lane.name) << ','
                        << lane.accuracy << ',' << lane.accuracy_last_fifth << ','
                        << number_cell(lane.distance) << ',' << lane.top_class_share << ','
                        << lane.collapsed_at << ',' << lane.ms_per_step << ',' << o.seconds << ','
                        << corruption_of_all(s) << ',' << severity_cell(s) << ',' << s.images << ','
                        << s.batch_size << ',' << csv_cell(cell.spec.model) << ',' << csv_cell(cell.spec.data)
                        << '\n';
                }
    return csv.str();
}

std::string report_json(const Study& study, const OutcomeTable& table, const std::vector<StudyCell>& cells,
                        const ReportFacts& facts) {
    Json rows = Json::array();
    for (const std::string& row : table.rows) {
        Json columns = Json::object();
        for (const std::string& column : table.columns)
            if (const auto found = table.accuracy.find({row, column}); found != table.accuracy.end())
                columns[column] = spread_json(found->second);
        rows.push_back(
            {{"lane", row}, {"accuracy", columns}, {"average", spread_json(table.average.at(row))}});
    }
    Json specifications = Json::array();
    for (const StudyCell& cell : cells)
        specifications.push_back(Json::parse(to_json(cell.spec)));
    const Json json = {{"figure", study.id},
                       {"title", study.title},
                       {"published", study.published},
                       {"conditions", facts.conditions},
                       {"seconds", facts.seconds},
                       {"complete", facts.ended.empty()},
                       {"ended", facts.ended},
                       {"rows", rows},
                       {"specifications", specifications}};
    return dumped(json, 1) + "\n";
}

std::string report_heading(const Study& study, const ReportFacts& facts) {
    return "### " + study.title + " (`" + study.id + "`)\n\nPublished: " + study.published + "\n\nOurs (" +
           (facts.seeds > 1 ? "mean ± sd over seeds" : "one seed") + "): " + facts.conditions + "; " +
           std::to_string(static_cast<long long>(facts.seconds + 0.5)) + " s of computing.\n\n" +
           (facts.ended.empty() ? "" : "**Cut short: " + facts.ended + ".**\n\n");
}

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
            std::snprintf(text, sizeof text, " %.3g → %.3g", begin.mean, end.mean);
            md << text;
            std::snprintf(text, sizeof text, " ± %.2g", end.sd);
            md << (end.count > 1 ? text : "") << " |";
        }
        md << '\n';
    }
    return md.str();
}

} // namespace lab
