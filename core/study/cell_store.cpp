#include "core/study/cell_store.h"

#include "core/experiment/recording.h"
#include "core/experiment/spec_json.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <limits>
#include <sstream>
#include <stdexcept>

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
                         {"predictor_distance", number(lane.predictor_distance)},
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
        out.predictor_distance = number_of(lane.at("predictor_distance"));
        out.top_class_share = number_of(lane.at("top_class_share"));
        out.collapsed_at = lane.at("collapsed_at");
        out.ms_per_step = number_of(lane.at("ms_per_step"));
        for (const auto& [field, values] : lane.at("curves").items())
            for (const Json& value : values)
                out.curves[field].push_back(number_of(value));
    }
    return outcome;
}

} // namespace

std::string cell_key(const StudyCell& cell) {
    ExperimentSpec spec = cell.spec;
    spec.threads = 0; // how the cores are shared out does not make it another cell
    const std::string text = cell.column + "\n" + to_json(spec);
    std::uint64_t hash = 0xcbf29ce484222325ULL; // FNV-1a, 64 bits
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    char key[17];
    std::snprintf(key, sizeof key, "%016llx", static_cast<unsigned long long>(hash));
    return key;
}

CellStore::CellStore(const std::string& path) : path_(path) {
    std::ifstream in(path);
    std::string content;
    for (std::string line; std::getline(in, line);) {
        const Json json = Json::parse(line, nullptr, false);
        if (json.is_discarded())
            continue;
        try {
            outcomes_.push_back(outcome_of(json));
            content += line + "\n";
        } catch (const Json::exception&) {
            throw std::runtime_error(path +
                                     ": expected finished cells of a study, found something else; remove it "
                                     "or choose another folder");
        }
    }
    in.close();
    write_file_atomically(path, content);
    file_.open(path, std::ios::app);
    if (!file_)
        throw std::runtime_error(path + ": cannot be written");
}

bool CellStore::contains(const std::string& key) const {
    for (const CellOutcome& outcome : outcomes_)
        if (outcome.key == key)
            return true;
    return false;
}

void CellStore::add(const CellOutcome& outcome) {
    const std::lock_guard lock(mutex_);
    outcomes_.push_back(outcome);
    file_ << json_of(outcome).dump() << std::endl;
    if (!file_)
        throw std::runtime_error(path_ + ": cannot be written, is the disk full?");
}

} // namespace lab
