#include "core/study/conditions.h"

#include "core/base/text.h"
#include "core/spec/names.h"
#include "core/study/outcome_table.h"

#include <algorithm>
#include <cstdio>
#include <set>

namespace lab {

namespace {

std::string seeds_text(const StudyOptions& options) {
    std::string text;
    for (const std::uint64_t seed : options.seeds)
        text += (text.empty() ? "" : ", ") + std::to_string(seed);
    return (options.seeds.size() == 1 ? "one seed: " : "seeds ") + text;
}

/// "0.007", or "0.0002 to 0.0004" where lanes or cells differ.
std::string range_text(std::vector<double> values) {
    char text[64];
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    if (*low == *high)
        std::snprintf(text, sizeof text, "%.3g", *low);
    else
        std::snprintf(text, sizeof text, "%.2g to %.2g", *low, *high);
    return text;
}

std::string rates_text(const std::vector<StudyCell>& cells) {
    std::vector<double> norm, predictor;
    for (const StudyCell& cell : cells)
        for (const LaneSpec& lane : cell.spec.lanes)
            if (lane.recipe.adapts) {
                norm.push_back(lane.recipe.optimiser.rate);
                if (lane.recipe.alignment.predictor != PredictorKind::none)
                    predictor.push_back(lane.recipe.optimiser.predictor_rate);
            }
    std::string text = norm.empty() ? "" : ", norm rate " + range_text(norm);
    return predictor.empty() ? text : text + ", predictor rate " + range_text(predictor);
}

/// The one corruption of all cells; nothing where they differ, or where a stream holds several.
std::string corruption_text(const std::vector<StudyCell>& cells) {
    const StreamSpec& first = cells.front().spec.stream;
    for (const StudyCell& cell : cells)
        if (cell.spec.stream.corruption.kind != first.corruption.kind)
            return "";
    const bool several = first.scenario == ScenarioKind::mixed || first.scenario == ScenarioKind::continual;
    return several ? "" : to_string(first.corruption.kind) + ", ";
}

} // namespace

std::string study_conditions(const StudyOptions& options, const std::vector<StudyCell>& cells,
                             const CellStore& store) {
    const StreamSpec& stream = cells.front().spec.stream;
    std::set<std::string> devices;
    for (const CellOutcome* outcome : own_outcomes(cells, store))
        devices.insert(outcome->device);
    std::string device;
    for (const std::string& one : devices)
        device += (device.empty() ? "" : " and ") + one;
    if (device.empty())
        device = options.device;
    return shown(options.data) + " test pictures, model " + shown(options.model) + ", " +
           name_of(stream.scenario) + ", " + std::to_string(stream.images) + " images per " +
           (stream.scenario == ScenarioKind::mixed ? "corruption" : "run") + ", " + corruption_text(cells) +
           "severity " + std::to_string(stream.corruption.severity) + ", batch " +
           std::to_string(stream.batch_size) + rates_text(cells) + ", " + seeds_text(options) + ", " + device;
}

} // namespace lab
