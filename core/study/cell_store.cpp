#include "core/study/cell_store.h"

#include "core/base/atomic_file.h"
#include "core/base/input_file.h"
#include "core/base/json_values.h"
#include "core/base/notice_json.h"
#include "core/fetch/checksum.h"
#include "core/record/measure_table.h"
#include "core/spec/spec_json.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <filesystem>
#include <limits>
#include <optional>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

Json number(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

double number_of(const Json& json) {
    return json.is_number() ? json.get<double>() : std::numeric_limits<double>::quiet_NaN();
}

Json json_of(const CellOutcome& outcome) {
    Json lanes = Json::array();
    for (const LaneOutcome& lane : outcome.lanes) {
        Json curves = Json::object();
        for (const auto& [field, values] : lane.curves) {
            Json list = Json::array();
            for (const double value : values)
                list.push_back(number(value));
            curves[field] = list;
        }
        lanes.push_back({{"name", lane.name},
                         {"accuracy", number(lane.accuracy)},
                         {"accuracy_last_fifth", number(lane.accuracy_last_fifth)},
                         {first_at(ChartPlace::predictor).id, number(lane.distance)},
                         {"top_class_share", number(lane.top_class_share)},
                         {"collapsed_at", lane.collapsed_at},
                         {"ms_per_step", number(lane.ms_per_step)},
                         {"curves", curves}});
    }
    return {{"key", outcome.key},
            {"column", outcome.column},
            {"x", outcome.x},
            {"seed", outcome.seed},
            {"seconds", outcome.seconds},
            {"device", outcome.device},
            {"program", outcome.program},
            {"content", outcome.content},
            {"name", outcome.name},
            {"lanes", lanes},
            {"notices", notices_value(outcome.notices)}};
}

CellOutcome outcome_of(const Json& json) {
    CellOutcome outcome{json.at("key"),
                        json.at("column"),
                        json.at("x"),
                        json.at("seed"),
                        json.at("seconds"),
                        json.at("device"),
                        {}};
    for (const Json& lane : json.at("lanes")) {
        LaneOutcome& out = outcome.lanes.emplace_back();
        out.name = lane.at("name");
        out.accuracy = number_of(lane.at("accuracy"));
        out.accuracy_last_fifth = number_of(lane.at("accuracy_last_fifth"));
        out.distance = number_of(lane.at(first_at(ChartPlace::predictor).id));
        out.top_class_share = number_of(lane.at("top_class_share"));
        out.collapsed_at = lane.at("collapsed_at");
        out.ms_per_step = number_of(lane.at("ms_per_step"));
        for (const auto& [field, values] : lane.at("curves").items())
            for (const Json& value : values)
                out.curves[field].push_back(number_of(value));
    }
    outcome.program = json.value("program", "");
    outcome.content = json.value("content", "");
    outcome.name = json.value("name", "");
    if (json.contains("notices"))
        outcome.notices = notices_from_value(json.at("notices"));
    return outcome;
}

} // namespace

std::optional<CellOutcome> stored_cell(const std::filesystem::path& file) {
    try {
        const std::string text = file_content(file);
        expect_shallow(text, "cell");
        CellOutcome outcome = outcome_of(Json::parse(text));
        return outcome.key + ".json" == file.filename().native() ? std::optional(std::move(outcome))
                                                                 : std::nullopt;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

std::string short_content(const StudyCell& cell) {
    return text_checksum(cell.content).substr(0, 16);
}

std::string cell_key(const StudyCell& cell) {
    ExperimentSpec spec = cell.spec;
    spec.threads = 0; // how the cores are shared out does not make it another cell
    // Nor does the place of weights and data, whose contents count.
    if (!cell.content.empty()) {
        spec.model.clear();
        spec.data_dir.clear();
    }
    constexpr std::size_t digits = 32; // 128 bits: enough to name a file
    return text_checksum(cell.column + "\n" + cell.content + "\n" + to_json(spec)).substr(0, digits);
}

CellStore::CellStore(const std::string& folder) : folder_(folder) {
    make_output_folder(folder);
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const std::filesystem::path& file : files)
        if (std::optional<CellOutcome> outcome = stored_cell(file))
            keep(std::move(*outcome));
}

CellStore::CellStore(const std::string& folder, const std::vector<std::string>& keys) : folder_(folder) {
    make_output_folder(folder);
    for (const std::string& key : keys)
        look_again(key);
}

const CellOutcome* CellStore::find(const std::string& key) const {
    const auto found = places_.find(key);
    return found == places_.end() ? nullptr : &outcomes_[found->second];
}

bool CellStore::look_again(const std::string& key) {
    const std::lock_guard lock(mutex_);
    if (contains(key))
        return true;
    const std::filesystem::path file = std::filesystem::path(folder_) / (key + ".json");
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return false;
    std::optional<CellOutcome> outcome = stored_cell(file);
    if (outcome)
        keep(std::move(*outcome));
    return outcome.has_value();
}

void CellStore::add(const CellOutcome& outcome) {
    write_file_atomically(std::filesystem::path(folder_) / (outcome.key + ".json"),
                          dumped(json_of(outcome)) + "\n");
    const std::lock_guard lock(mutex_);
    keep(outcome);
}

void CellStore::keep(CellOutcome outcome) {
    const auto [place, is_new] = places_.emplace(outcome.key, outcomes_.size());
    if (is_new)
        outcomes_.push_back(std::move(outcome));
    else
        outcomes_[place->second] = std::move(outcome);
}

} // namespace lab
