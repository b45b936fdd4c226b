#include "core/study/cell_merge.h"

#include "core/base/csv.h"
#include "core/base/json_values.h"
#include "core/base/notice_json.h"
#include "core/base/text.h"
#include "core/record/measure_table.h"
#include "core/study/cell_store.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>
#include <stdexcept>

namespace lab {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

void add(std::string& row, const std::string& cell) {
    row += ',';
    row += cell;
}

/// A JSON value as a table has it: texts without their marks.
std::string plain(const std::string& json) {
    const Json value = Json::parse(json, nullptr, false);
    return csv_cell(value.is_string() ? value.get<std::string>() : json);
}

/// The shortest text that reads back as the same number; empty for none.
std::string number_cell(double value) {
    char text[40];
    const auto [end, fault] = std::to_chars(text, text + sizeof text, value);
    return std::isfinite(value) && fault == std::errc() ? std::string(text, end) : std::string();
}

Json number(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

/// Why a cell is none of these.
std::string strange(const CellOutcome& outcome, const std::set<std::string>& contents) {
    const std::string name = outcome.name.empty() ? "" : " (" + shown(outcome.name) + ")";
    if (outcome.program.empty())
        return "of a version that did not tell itself" + name;
    if (outcome.program != LAB_VERSION)
        return "of version " + shown(outcome.program) + ", and this is " + LAB_VERSION + name;
    if (!contents.contains(outcome.content))
        return "on other weights or data" + name;
    return "of another specification" + name;
}

std::vector<fs::path> cell_files(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code fault;
    if (!fs::exists(folder, fault) && !fault)
        return files;
    for (fs::directory_iterator entry(folder, fault), end; !fault && entry != end; entry.increment(fault))
        if (entry->path().extension() == ".json")
            files.push_back(entry->path());
    if (fault)
        throw std::runtime_error(shown(folder.native()) + ": cannot be read: " + fault.message());
    std::sort(files.begin(), files.end());
    return files;
}

Json json_of(const NumberedCell& cell, std::size_t number_of_cell, const CellOutcome& outcome) {
    Json fields = Json::object(), lanes = Json::array();
    for (const CellField& field : cell.fields)
        fields[field.path] = Json::parse(field.value);
    for (const LaneOutcome& lane : outcome.lanes) {
        Json curves = Json::object();
        for (const auto& [field, values] : lane.curves)
            for (const double value : values)
                curves[field].push_back(number(value));
        Json one = {{"name", lane.name},
                    {"accuracy", number(lane.accuracy)},
                    {"accuracy_last_fifth", number(lane.accuracy_last_fifth)},
                    {first_at(ChartPlace::predictor).id, number(lane.distance)},
                    {"top_class_share", number(lane.top_class_share)},
                    {"collapsed_at", lane.collapsed_at}};
        if (!curves.empty())
            one["curves"] = curves;
        lanes.push_back(one);
    }
    return {{"cell", number_of_cell}, {"id", cell.key}, {"fields", fields}, {"lanes", lanes}};
}

/// In the order of first appearance, each with the number of cells that tell it.
std::vector<std::pair<Notice, int>> notices_of(const CellFindings& findings) {
    std::vector<std::pair<Notice, int>> all;
    for (const std::optional<CellOutcome>& outcome : findings.outcomes)
        for (const Notice& notice : outcome ? outcome->notices : std::vector<Notice>{}) {
            const auto known =
                std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.first == notice; });
            if (known == all.end())
                all.emplace_back(notice, 1);
            else
                ++known->second;
        }
    return all;
}

std::string cells_text(int count) {
    return std::to_string(count) + (count == 1 ? " cell" : " cells");
}

} // namespace

std::vector<std::string> foreign_cells(const std::vector<NumberedCell>& cells, const fs::path& folder) {
    std::set<std::string> keys, contents;
    for (const NumberedCell& cell : cells) {
        keys.insert(cell.key);
        contents.insert(short_content(cell.cell));
    }
    std::vector<std::string> foreign;
    for (const fs::path& file : cell_files(folder)) {
        if (keys.contains(file.stem().native()))
            continue;
        const std::optional<CellOutcome> outcome = stored_cell(file);
        foreign.push_back(shown(file.filename().native()) + ": " +
                          (outcome ? strange(*outcome, contents) : "no finished cell"));
    }
    return foreign;
}

CellFindings find_cells(const std::vector<NumberedCell>& cells, const fs::path& folder) {
    CellFindings findings;
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (!findings.outcomes.emplace_back(stored_cell(folder / (cells[i].key + ".json"))))
            findings.missing.push_back(i);
    return findings;
}

std::string merged_csv(const std::vector<NumberedCell>& cells, const CellFindings& findings) {
    std::string csv = "cell,id";
    if (!cells.empty())
        for (const CellField& field : cells.front().fields)
            add(csv, csv_cell(shown(field.path)));
    for (const char* column : {"lane", "name", "accuracy", "accuracy_last_fifth",
                               first_at(ChartPlace::predictor).id, "top_class_share", "collapsed_at"})
        add(csv, column);
    csv += '\n';
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!findings.outcomes[i])
            continue;
        std::string head = std::to_string(i);
        add(head, cells[i].key);
        for (const CellField& field : cells[i].fields)
            add(head, plain(field.value));
        int number_of_lane = 0;
        for (const LaneOutcome& lane : findings.outcomes[i]->lanes) {
            csv += head;
            for (const std::string& cell :
                 {std::to_string(number_of_lane++), csv_cell(shown(lane.name)), number_cell(lane.accuracy),
                  number_cell(lane.accuracy_last_fifth), number_cell(lane.distance),
                  number_cell(lane.top_class_share), std::to_string(lane.collapsed_at)})
                add(csv, cell);
            csv += '\n';
        }
    }
    return csv;
}

std::string merged_json(const std::vector<NumberedCell>& cells, const CellFindings& findings,
                        const std::string& source, const std::vector<std::string>& settings) {
    Json list = Json::array(), notices = Json::array(), told = Json::array();
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (findings.outcomes[i])
            list.push_back(json_of(cells[i], i, *findings.outcomes[i]));
    for (const auto& [notice, count] : notices_of(findings)) {
        Json one = notices_value({notice})[0];
        one["cells"] = count;
        notices.push_back(one);
    }
    for (const std::string& setting : settings)
        told.push_back(shown(setting));
    const Json json = {{"version", 1},     {"program", LAB_VERSION}, {"source", Json::parse(source)},
                       {"settings", told}, {"notices", notices},     {"cells", list}};
    return dumped(json, 1) + "\n";
}

std::string times_csv(const std::vector<NumberedCell>& cells, const CellFindings& findings) {
    std::string csv = "cell,id,seconds,device,lane,ms_per_step\n";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!findings.outcomes[i])
            continue;
        const CellOutcome& outcome = *findings.outcomes[i];
        int number_of_lane = 0;
        for (const LaneOutcome& lane : outcome.lanes) {
            csv += std::to_string(i);
            for (const std::string& cell :
                 {cells[i].key, number_cell(outcome.seconds), csv_cell(shown(outcome.device)),
                  std::to_string(number_of_lane++), number_cell(lane.ms_per_step)})
                add(csv, cell);
            csv += '\n';
        }
    }
    return csv;
}

std::vector<std::string> told_by(const CellFindings& findings) {
    std::vector<std::string> sentences;
    for (const auto& [notice, count] : notices_of(findings))
        sentences.push_back(sentence_of(notice) + " (" + cells_text(count) + ")");
    std::map<std::string, int> devices;
    for (const std::optional<CellOutcome>& outcome : findings.outcomes)
        if (outcome)
            ++devices[outcome->device];
    std::string list;
    for (const auto& [device, count] : devices)
        list += (list.empty() ? "" : "; ") + shown(device) + " (" + cells_text(count) + ")";
    if (devices.size() > 1)
        sentences.push_back("computed in several ways, whose last digits may differ: " + list);
    return sentences;
}

} // namespace lab
