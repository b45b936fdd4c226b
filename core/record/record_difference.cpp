#include "core/record/record_difference.h"

#include "core/record/record_fields.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace lab {

namespace {

std::string text_of(const std::string& value) {
    return "\"" + value + "\"";
}

template <typename Number>
std::string text_of(Number value) {
    if constexpr (std::is_floating_point_v<Number>)
        return std::isfinite(value) ? nlohmann::json(value).dump() : "none";
    else
        return std::to_string(value);
}

/// Files keep no difference between what is not a number and what is infinite.
bool same(double a, double b) {
    return (!std::isfinite(a) && !std::isfinite(b)) ||
           std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

template <typename T>
bool same(const T& a, const T& b) {
    return a == b;
}

bool is_time(std::string_view name) {
    return name.ends_with("_ms");
}

void compare_lists(const char* name, const std::vector<int>& recorded, const std::vector<int>& found,
                   RecordDifference& difference) {
    if (!difference.field.empty() || recorded == found)
        return;
    difference.field = name;
    const auto [a, b] = std::mismatch(recorded.begin(), recorded.end(), found.begin(), found.end());
    difference.field += "[" + std::to_string(a - recorded.begin()) + "]";
    difference.recorded = a == recorded.end() ? "none" : std::to_string(*a);
    difference.found = b == found.end() ? "none" : std::to_string(*b);
}

} // namespace

RecordDifference difference_of(const StepRecord& recorded, const StepRecord& found) {
    RecordDifference difference;
    difference.lane = recorded.lane;
    difference.step = recorded.step;
    for_each_pair(recorded, found, [&](const char* name, const auto& was, const auto& is) {
        if (!difference.field.empty() || is_time(name) || same(was, is))
            return;
        difference.field = name;
        difference.recorded = text_of(was);
        difference.found = text_of(is);
    });
    compare_lists("predictions", recorded.predictions, found.predictions, difference);
    compare_lists("labels", recorded.labels, found.labels, difference);
    return difference;
}

std::optional<RecordDifference> first_difference(const std::vector<StepRecord>& recorded,
                                                 const std::vector<StepRecord>& found) {
    const std::size_t both = std::min(recorded.size(), found.size());
    for (std::size_t i = 0; i < both; ++i)
        if (RecordDifference difference = difference_of(recorded[i], found[i]); !difference.field.empty()) {
            difference.at = i;
            return difference;
        }
    if (recorded.size() == found.size())
        return std::nullopt;
    const StepRecord& next = recorded.size() > both ? recorded[both] : found[both];
    RecordDifference difference;
    difference.at = both;
    difference.lane = next.lane;
    difference.step = next.step;
    difference.recorded = std::to_string(recorded.size());
    difference.found = std::to_string(found.size());
    return difference;
}

std::string sentence_of(const RecordDifference& d) {
    const std::string where = "record " + std::to_string(d.at + 1) + " (lane " + std::to_string(d.lane + 1) +
                              ", step " + std::to_string(d.step) + ")";
    if (d.field.empty())
        return where + ": expected " + d.recorded + " records in all, found " + d.found;
    return where + ": " + d.field + " was " + d.recorded + ", is " + d.found;
}

} // namespace lab
