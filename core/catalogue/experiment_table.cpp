#include "core/catalogue/experiment_table.h"

#include "core/spec/spec_json.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace lab {

double scaled_imbalance(double ratio_of_thousand, int classes) {
    return std::max(1.0, ratio_of_thousand * (classes - 1) / 999.0);
}

const StreamSpec& stream_of(const NamedExperiment& experiment) {
    // The window asks for all of them whenever it recognises a preset.
    static std::mutex mutex;
    static std::map<std::vector<std::string>, StreamSpec> known;
    const std::lock_guard lock(mutex);
    const auto found = known.find(experiment.fields);
    if (found != known.end())
        return found->second;
    ExperimentSpec spec;
    set_fields(spec, experiment.fields);
    return known.emplace(experiment.fields, spec.stream).first->second;
}

std::vector<LaneSpec> lanes_of(const NamedExperiment& experiment, UsedIn use, const ExperimentSpec& spec) {
    std::vector<LaneSpec> lanes;
    for (const ExperimentLane& row : experiment.lanes) {
        if (row.used != UsedIn::both && row.used != use)
            continue;
        LaneSpec& lane = lanes.emplace_back(make_lane(row.method, spec));
        lane.name = row.name;
        for (const FieldSetting& field : row.fields)
            set_recipe_field(lane.recipe, field.path, field.value);
    }
    return lanes;
}

void vary(const NamedExperiment& experiment, double value, int classes, ExperimentSpec& spec) {
    switch (experiment.axis.field) {
    case VariedField::nothing:
    case VariedField::corruption: // is no number
        break;
    case VariedField::imbalance_ratio:
        spec.stream.imbalance_ratio = scaled_imbalance(value, classes);
        break;
    case VariedField::noise_batches:
        spec.stream.noise_batches = static_cast<int>(value);
        break;
    case VariedField::rates:
        for (LaneSpec& lane : spec.lanes)
            for (const char* rate : {"optimiser.rate", "optimiser.predictor_rate"})
                scale_recipe_field(lane.recipe, rate, value);
        break;
    }
}

} // namespace lab
