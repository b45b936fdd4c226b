#include "core/record/summary.h"

#include "core/base/json_values.h"
#include "core/base/notice_json.h"
#include "core/record/event_json.h"
#include "core/record/measure_table.h"
#include "core/spec/spec_json.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;
using Records = std::vector<const StepRecord*>;

template <typename Value>
double mean_of(auto first, auto last, Value value) {
    double sum = 0;
    int count = 0;
    for (; first != last; ++first, ++count)
        sum += value(**first);
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

double last_fifth_accuracy(const Records& records, std::int64_t images) {
    double right = 0, labelled = 0;
    for (const StepRecord* record : records)
        if (record->images_seen - record->batch_size >= images * 4 / 5 && std::isfinite(record->accuracy)) {
            right += record->accuracy * record->batch_size;
            labelled += record->batch_size;
        }
    return labelled > 0 ? right / labelled : std::numeric_limits<double>::quiet_NaN();
}

/// Histogram of the last 1,000 predictions: share of the top class, and exp(entropy).
void summarise_predictions(const Records& records, LaneSummary& lane) {
    constexpr int window = 1000;
    std::map<int, int> counts;
    int total = 0;
    for (auto record = records.rbegin(); record != records.rend() && total < window; ++record) {
        const auto& predictions = (*record)->predictions;
        for (auto p = predictions.rbegin(); p != predictions.rend() && total < window; ++p, ++total)
            ++counts[*p];
    }
    double entropy = 0;
    for (const auto& [prediction, count] : counts) {
        const double share = static_cast<double>(count) / total;
        lane.top_class_share = std::max(lane.top_class_share, share);
        entropy -= share * std::log(share);
    }
    lane.effective_classes = std::exp(entropy);
}

/// Recall of every class, and who was taken for whom.
void summarise_classes(const Records& records, std::size_t classes, LaneSummary& lane) {
    std::vector<std::int64_t> right(classes, 0), seen(classes, 0);
    if (classes <= confusion_classes)
        lane.confusion.assign(classes, std::vector<std::int64_t>(classes, 0));
    for (const StepRecord* record : records)
        for (std::size_t i = 0; i < std::min(record->labels.size(), record->predictions.size()); ++i) {
            const auto label = static_cast<std::size_t>(record->labels[i]);
            const auto prediction = static_cast<std::size_t>(record->predictions[i]);
            if (label >= classes || prediction >= classes) // −1: a picture without a label
                continue;
            ++seen[label];
            right[label] += label == prediction;
            if (!lane.confusion.empty())
                ++lane.confusion[label][prediction];
        }
    for (std::size_t c = 0; c < classes; ++c)
        lane.recall.push_back(seen[c] > 0 ? static_cast<double>(right[c]) / static_cast<double>(seen[c])
                                          : std::numeric_limits<double>::quiet_NaN());
}

void summarise_times(const Records& records, LaneSummary& lane) {
    const auto mean = [&](double StepRecord::*part) {
        return mean_of(records.begin(), records.end(), [part](const StepRecord& r) { return r.*part; });
    };
    lane.ms_forward = mean(&StepRecord::forward_ms);
    lane.ms_backward = mean(&StepRecord::backward_ms);
    lane.ms_update = mean(&StepRecord::update_ms);
    lane.ms_measure = mean(&StepRecord::measure_ms);
    lane.ms_per_step = lane.ms_forward + lane.ms_backward + lane.ms_update + lane.ms_measure;
}

/// Mean over those records in which a measure applies.
double mean_where_it_applies(auto first, auto last, const MeasureRow& row) {
    double sum = 0;
    int count = 0;
    for (; first != last; ++first)
        if (const double value = row.value(**first); std::isfinite(value)) {
            sum += value;
            ++count;
        }
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

void summarise_answers(const Records& records, LaneSummary& lane) {
    if (!std::isfinite(records.back()->tokens))
        return;
    const auto fifth = static_cast<std::ptrdiff_t>((records.size() + 4) / 5);
    for (const MeasureRow& row : measure_table())
        if (row.modality == Modality::language)
            lane.answers.push_back({row.id, mean_where_it_applies(records.begin(), records.end(), row),
                                    mean_where_it_applies(records.end() - fifth, records.end(), row)});
}

LaneSummary summary_of(const LaneSpec& spec, const Records& records, std::size_t classes) {
    LaneSummary lane;
    lane.name = lane_title(spec);
    lane.method = spec.method;
    lane.steps = static_cast<int>(records.size());
    if (records.empty())
        return lane;
    const StepRecord& last = *records.back();
    const auto five = static_cast<std::ptrdiff_t>(std::min<std::size_t>(5, records.size()));
    lane.images = last.images_seen;
    lane.accuracy = last.accuracy_running;
    lane.accuracy_last_fifth = last_fifth_accuracy(records, last.images_seen);
    const auto norm = [](const StepRecord& r) { return r.logit_norm; };
    lane.logit_norm_first = mean_of(records.begin(), records.begin() + five, norm);
    lane.logit_norm_last = mean_of(records.end() - five, records.end(), norm);
    const auto entropy = [](const StepRecord& r) { return r.entropy; };
    lane.entropy_first = mean_of(records.begin(), records.begin() + five, entropy);
    lane.entropy_last = mean_of(records.end() - five, records.end(), entropy);
    lane.center_dominance =
        mean_of(records.end() - five, records.end(), [](const StepRecord& r) { return r.center_dominance; });
    lane.distance = first_at(ChartPlace::predictor).value(last);
    summarise_predictions(records, lane);
    lane.calibration_error = last.calibration_error;
    std::int64_t kept = 0;
    double rows = 0;
    for (const StepRecord* record : records) {
        kept += record->kept;
        rows += std::isfinite(record->rows) ? record->rows : record->batch_size;
    }
    lane.kept_share = static_cast<double>(kept) / rows;
    summarise_answers(records, lane);
    lane.resets = last.resets;
    for (const StepRecord* record : records)
        if (record->collapsed_at > 0 && lane.collapsed_at == 0)
            lane.collapsed_at = record->collapsed_at;
    summarise_times(records, lane);
    summarise_classes(records, classes, lane);
    return lane;
}

Json finite(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json finite(const std::vector<double>& values) {
    Json list = Json::array();
    for (const double value : values)
        list.push_back(finite(value));
    return list;
}

} // namespace

std::vector<LaneSummary> summarise(const Recording& recording) {
    std::vector<Records> by_lane(recording.spec.lanes.size());
    for (const StepRecord& record : recording.records)
        by_lane.at(static_cast<std::size_t>(record.lane)).push_back(&record);
    std::vector<LaneSummary> lanes;
    for (std::size_t i = 0; i < by_lane.size(); ++i)
        lanes.push_back(summary_of(recording.spec.lanes[i], by_lane[i], recording.info.class_names.size()));
    return lanes;
}

Completion completion_of(const Recording& recording) {
    if (!recording.ended.empty())
        return {false, recording.ended};
    int done = 0;
    for (const StepRecord& record : recording.records)
        done = std::max(done, record.step);
    if (done >= recording.info.total_steps)
        return {true, "at the end of the stream"};
    std::set<int> stopped;
    for (const Event& event : recording.events)
        if (event.as<LaneStopped>())
            stopped.insert(event.lane);
    const std::string where =
        " after step " + std::to_string(done) + " of " + std::to_string(recording.info.total_steps);
    if (stopped.size() == recording.spec.lanes.size())
        return {true, "every lane had stopped" + where};
    return {false, "stopped" + where};
}

std::string summary_json(const Recording& recording) {
    Json lanes = Json::array();
    for (const LaneSummary& lane : summarise(recording)) {
        lanes.push_back({{"name", lane.name},
                         {"method", lane.method},
                         {"steps", lane.steps},
                         {"images", lane.images},
                         {"accuracy", finite(lane.accuracy)},
                         {"accuracy_last_fifth", finite(lane.accuracy_last_fifth)},
                         {"logit_norm_first", finite(lane.logit_norm_first)},
                         {"logit_norm_last", finite(lane.logit_norm_last)},
                         {"center_dominance", finite(lane.center_dominance)},
                         {first_at(ChartPlace::predictor).id, finite(lane.distance)},
                         {"top_class_share_last_1000", lane.top_class_share},
                         {"effective_classes_last_1000", lane.effective_classes},
                         {"calibration_error", finite(lane.calibration_error)},
                         {"kept_share", finite(lane.kept_share)},
                         {"resets", lane.resets},
                         {"collapsed_at", lane.collapsed_at},
                         {"ms_per_step", finite(lane.ms_per_step)},
                         {"ms_forward", finite(lane.ms_forward)},
                         {"ms_backward", finite(lane.ms_backward)},
                         {"ms_update", finite(lane.ms_update)},
                         {"ms_measure", finite(lane.ms_measure)},
                         {"per_class_recall", finite(lane.recall)},
                         {"confusion_label_by_prediction", lane.confusion}});
        for (const LaneSummary::Answers& row : lane.answers)
            lanes.back()["answers"][row.id] = {{"mean", finite(row.mean)},
                                               {"last_fifth", finite(row.last_fifth)}};
        if (!lane.answers.empty()) {
            lanes.back()["entropy_first"] = finite(lane.entropy_first);
            lanes.back()["entropy_last"] = finite(lane.entropy_last);
        }
    }
    Json events = Json::array();
    for (const Event& event : recording.events)
        events.push_back(event_value(event));
    const Completion completion = completion_of(recording);
    const Json json = {{"data", recording.info.data_title},
                       {"model", recording.info.model_title},
                       {"device", device_title(recording.info.device)},
                       {"images", recording.info.total_images},
                       {"steps", recording.info.total_steps},
                       {"complete", completion.complete},
                       {"ended", completion.ended},
                       {"notices", notices_value(recording.info.notices)},
                       {"class_names", recording.info.class_names},
                       {"lanes", lanes},
                       {"events", events},
                       {"specification", Json::parse(to_json(recording.spec))}};
    return dumped(json, 2) + "\n";
}

} // namespace lab
