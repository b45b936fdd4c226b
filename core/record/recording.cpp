#include "core/record/recording.h"

#include "core/base/csv.h"
#include "core/base/json_values.h"
#include "core/base/text.h"
#include "core/record/event_json.h"
#include "core/record/record_fields.h"
#include "core/spec/names.h"

#include <cmath>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

/// The shortest text that reads back as the same number; empty for NaN.
std::string number_text(double value) {
    return std::isfinite(value) ? Json(value).dump() : std::string();
}

std::string cell_of(const std::string& bytes) {
    return csv_cell(shown(bytes));
}

/// Empty where it is not known.
std::string number_text(int value) {
    return value == StepRecord::unknown ? std::string() : std::to_string(value);
}

/// Conditions of a row: the run's, and its step's severity among them. The ratio stands where it counts.
std::string condition_cells(const Recording& recording, const StepRecord& record) {
    const ExperimentSpec& spec = recording.spec;
    const StreamSpec& s = spec.stream;
    const bool language = is_language(spec);
    const bool imbalanced =
        language ? s.order == QuestionOrder::by_answer : s.scenario == ScenarioKind::label_shift;
    const std::int64_t images =
        recording.info.total_images > 0 || language ? recording.info.total_images : s.images;
    return cell_of(language ? spec.questions.source : spec.data) + "," + cell_of(spec.model) + "," +
           cell_of(language ? name_of(s.order) : name_of(s.scenario)) + "," + number_text(record.severity) +
           "," + (imbalanced ? number_text(s.imbalance_ratio) : "") + "," + std::to_string(images) + "," +
           std::to_string(s.seed);
}

/// Of the columns behind the conditions; measures of the other kind of experiment have none.
bool is_column(const char* name, const Recording& recording) {
    return std::string_view(name) != "severity" &&
           is_measured_in(name, is_language(recording.spec) ? Modality::language : Modality::images);
}

} // namespace

std::string to_json_line(const StepRecord& record) {
    Json json = {{"type", "record"}};
    for_each_field(record, [&](const char* name, const auto& value) {
        if constexpr (std::is_floating_point_v<std::decay_t<decltype(value)>>) {
            if (std::isfinite(value)) // what does not apply is absent
                json[name] = value;
        } else if constexpr (std::is_same_v<std::decay_t<decltype(value)>, int>)
            json[name] = value == StepRecord::unknown ? Json(nullptr) : Json(value);
        else
            json[name] = value;
    });
    json["predictions"] = record.predictions;
    json["labels"] = record.labels;
    return dumped(json);
}

std::string to_json_line(const Event& event) {
    Json json = {{"type", "event"}};
    json.update(event_value(event));
    return dumped(json);
}

std::string to_csv(const Recording& recording) {
    std::string csv = "lane_name,method,data,model,scenario,severity,imbalance_ratio,stream_images,seed";
    for_each_field(StepRecord{}, [&](const char* name, const auto&) {
        if (is_column(name, recording))
            csv += std::string(",") + name;
    });
    csv += "\n";
    for (const StepRecord& record : recording.records) {
        const LaneSpec& lane = recording.spec.lanes.at(static_cast<std::size_t>(record.lane));
        csv += cell_of(lane_title(lane)) + "," + lane.method + "," + condition_cells(recording, record);
        for_each_field(record, [&](const char* name, const auto& value) {
            if (!is_column(name, recording))
                return;
            csv += ',';
            if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string>)
                csv += cell_of(value);
            else if constexpr (std::is_floating_point_v<std::decay_t<decltype(value)>> ||
                               std::is_same_v<std::decay_t<decltype(value)>, int>)
                csv += number_text(value);
            else
                csv += std::to_string(value);
        });
        csv += "\n";
    }
    return csv;
}

} // namespace lab
