#include "core/record/recording_checks.h"

#include "core/base/json_values.h"

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

namespace lab {

namespace {

/// The longest run that a specification can ask for, ten million pictures one by one, has half of it.
constexpr std::int64_t most_steps = 20'000'000;
constexpr std::int64_t most_features = 1 << 20;
constexpr std::int64_t most_pictures = 1 << 20;             ///< of a batch
constexpr std::int64_t most_tokens = std::int64_t{1} << 30; ///< likewise

void expect_classes(const char* field, const std::vector<int>& found, int least, std::size_t classes) {
    const auto most = classes > 0 ? static_cast<std::int64_t>(classes) - 1 : std::numeric_limits<int>::max();
    for (const int value : found)
        expect_range(field, value, least, most);
}

} // namespace

void check_recorded_lane(int lane, std::size_t lanes) {
    if (lane < 0 || lane >= static_cast<std::int64_t>(lanes))
        throw std::invalid_argument("names a lane that is not there: " + std::to_string(lane));
}

void check_recorded(const RunInfo& info) {
    expect_range("total_steps", info.total_steps, 0, most_steps);
    expect_range("total_images", info.total_images, 0, std::numeric_limits<std::int64_t>::max());
    expect_range("feature_count", info.feature_count, 0, most_features);
}

void check_recorded(const StepRecord& record, std::size_t lanes, std::size_t classes) {
    check_recorded_lane(record.lane, lanes);
    expect_range("step", record.step, 1, most_steps);
    expect_range("images_seen", record.images_seen, 0, std::numeric_limits<std::int64_t>::max());
    expect_range("severity", record.severity, StepRecord::unknown, 5);
    expect_range("segment", record.segment, StepRecord::unknown, most_steps);
    expect_range("batch_size", record.batch_size, 0, most_pictures);
    // Rows: pictures, or tokens where there are any.
    expect_range("kept", record.kept, 0, std::isfinite(record.rows) ? most_tokens : record.batch_size);
    expect_range("resets", record.resets, 0, most_steps);
    expect_range("collapsed_at", record.collapsed_at, 0, most_steps);
    expect_classes("predictions", record.predictions, 0, classes);
    expect_classes("labels", record.labels, -1, classes);
    if (!record.labels.empty() && record.labels.size() != record.predictions.size())
        throw std::invalid_argument("\"labels\": expected as many as predictions, " +
                                    std::to_string(record.predictions.size()) + ", found " +
                                    std::to_string(record.labels.size()));
}

void check_recorded(const Event& event, std::size_t lanes) {
    expect_range("lane", event.lane, -1, static_cast<std::int64_t>(lanes) - 1);
    expect_range("step", event.step, 0, most_steps);
    if (const LaneForked* fork = event.as<LaneForked>()) {
        check_recorded_lane(event.lane, lanes);
        check_recorded_lane(fork->parent, static_cast<std::size_t>(event.lane));
        expect_range("asked_after", fork->asked_after, event.step - 1, most_steps);
    }
    if (event.as<SwitchThrown>())
        check_recorded_lane(event.lane, lanes);
}

} // namespace lab
