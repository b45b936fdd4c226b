#include "core/study/cell_store.h"

#include "core/base/atomic_file.h"
#include "core/base/input_file.h"
#include "core/base/json_values.h"
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
    return {{"key", outcome.key},   {"column", outcome.column},   {"x", outcome.x},
            {"seed", outcome.seed}, {"seconds", outcome.seconds}, {"device", outcome.device},
            {"lanes", lanes}};
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
    return outcome;
}

/// Nothing where it holds no finished cell under its own name.
std::optional<CellOutcome> read_cell(const std::filesystem::path& file) {
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

} // namespace

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
        if (std::optional<CellOutcome> outcome = read_cell(file))
            outcomes_.push_back(std::move(*outcome));
}

bool CellStore::contains(const std::string& key) const {
    for (const CellOutcome& outcome : outcomes_)
        if (outcome.key == key)
            return true;
    return false;
}

void CellStore::add(const CellOutcome& outcome) {
    write_file_atomically(std::filesystem::path(folder_) / (outcome.key + ".json"),
                          dumped(json_of(outcome)) + "\n");
    const std::lock_guard lock(mutex_);
    outcomes_.push_back(outcome);
}

} // namespace lab
