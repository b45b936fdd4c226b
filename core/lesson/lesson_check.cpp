#include "core/lesson/lesson_check.h"

#include "core/base/json_lines.h"
#include "core/record/measure_table.h"
#include "core/record/record_fields.h"
#include "core/record/summary.h"
#include "core/spec/migration.h"
#include "core/spec/spec_values.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <type_traits>
#include <utility>

namespace lab {

namespace {

using Json = nlohmann::json;
using Measure = std::pair<std::string, std::function<double(const LaneSummary&)>>;

const std::vector<Measure>& measures() {
    static const std::vector<Measure> table = {
        {"accuracy", [](const LaneSummary& s) { return s.accuracy; }},
        {"accuracy_last_fifth", [](const LaneSummary& s) { return s.accuracy_last_fifth; }},
        {"logit_norm_first", [](const LaneSummary& s) { return s.logit_norm_first; }},
        {"logit_norm_last", [](const LaneSummary& s) { return s.logit_norm_last; }},
        {"logit_norm_growth", [](const LaneSummary& s) { return s.logit_norm_last / s.logit_norm_first; }},
        {"center_dominance", [](const LaneSummary& s) { return s.center_dominance; }},
        {first_at(ChartPlace::predictor).id, [](const LaneSummary& s) { return s.distance; }},
        {"top_class_share", [](const LaneSummary& s) { return s.top_class_share; }},
        {"effective_classes", [](const LaneSummary& s) { return s.effective_classes; }},
        {"calibration_error", [](const LaneSummary& s) { return s.calibration_error; }},
        {"kept_share", [](const LaneSummary& s) { return s.kept_share; }},
        {"resets", [](const LaneSummary& s) { return static_cast<double>(s.resets); }},
        {"collapsed_at", [](const LaneSummary& s) { return static_cast<double>(s.collapsed_at); }}};
    return table;
}

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

double field_of(const StepRecord& record, const std::string& wanted) {
    double found = nothing;
    for_each_field(record, [&](const char* name, const auto& value) {
        if constexpr (std::is_arithmetic_v<std::decay_t<decltype(value)>>)
            if (wanted == name)
                found = static_cast<double>(value);
    });
    return found;
}

/// Mean of a field over the steps of one lane; steps without a value are left out.
double mean_over_steps(const LessonCheck& check, int lane, const Recording& recording) {
    double sum = 0;
    int count = 0;
    for (const StepRecord& record : recording.records) {
        if (record.lane != lane || record.step < check.from || record.step > check.to)
            continue;
        if (const double value = field_of(record, check.measure); std::isfinite(value)) {
            sum += value;
            ++count;
        }
    }
    return count > 0 ? sum / count : nothing;
}

double value_of(const LessonCheck& check, int lane, const Recording& recording) {
    if (lane < 0 || lane >= static_cast<int>(recording.spec.lanes.size()))
        return nothing;
    if (check.to > 0)
        return mean_over_steps(check, lane, recording);
    const LaneSummary summary = summarise(recording)[static_cast<std::size_t>(lane)];
    for (const auto& [name, value] : measures())
        if (name == check.measure)
            return summary.steps > 0 ? value(summary) : nothing;
    return nothing;
}

CheckResult compare(const LessonCheck& check, const Recording& recording) {
    CheckResult result;
    result.value = value_of(check, check.lane, recording);
    bool holds = std::isfinite(result.value);
    const auto demand = [&](bool true_of_it, double against) {
        holds = holds && true_of_it;
        result.against = against;
    };
    if (check.above)
        demand(result.value > *check.above, *check.above);
    if (check.below)
        demand(result.value < *check.below, *check.below);
    if (check.above_lane) {
        const double other = value_of(check, *check.above_lane, recording);
        demand(result.value >= other + check.by, other);
    }
    if (check.below_lane) {
        const double other = value_of(check, *check.below_lane, recording);
        demand(result.value <= other - check.by, other);
    }
    result.holds = holds;
    return result;
}

bool is_set(const LessonCheck& check, const Recording& recording) {
    const Json spec = spec_value(recording.spec, Unset::listed);
    const Json::json_pointer pointer(json_pointer_of(present_path(check.setting)));
    return spec.contains(pointer) && spec[pointer] == Json::parse(check.equals);
}

int count_events(const LessonCheck& check, const Recording& recording) {
    const EventKind kind = event_kind_named(check.event);
    return static_cast<int>(
        std::count_if(recording.events.begin(), recording.events.end(),
                      [&](const Event& event) { return event.kind() == kind && event.lane == check.lane; }));
}

} // namespace

const std::vector<std::string>& lesson_measures() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const auto& [name, value] : measures())
            all.push_back(name);
        return all;
    }();
    return names;
}

std::vector<std::string> record_measures() {
    std::vector<std::string> names;
    for_each_field(StepRecord{}, [&](const char* name, const auto& value) {
        if constexpr (std::is_arithmetic_v<std::decay_t<decltype(value)>>)
            names.emplace_back(name);
    });
    return names;
}

CheckResult evaluate(const LessonCheck& check, const Recording& recording) {
    if (!check.measure.empty())
        return compare(check, recording);
    CheckResult result;
    if (!check.setting.empty()) {
        result.holds = is_set(check, recording);
        result.value = nothing;
        return result;
    }
    result.value = count_events(check, recording);
    result.against = check.at_least;
    result.holds = result.value >= check.at_least;
    return result;
}

} // namespace lab
