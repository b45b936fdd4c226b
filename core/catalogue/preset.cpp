#include "core/catalogue/preset.h"

#include "core/catalogue/catalog.h"
#include "core/catalogue/experiment_table.h"
#include "core/spec/spec_json.h"

#include <cstdio>
#include <optional>
#include <stdexcept>

namespace lab {

namespace {

constexpr int shipped_classes = 10; ///< of all pictures that the shipped models know

std::string rate_name(const LaneSpec& lane, double factor) {
    char text[32];
    std::snprintf(text, sizeof text, ", rate × %g", factor);
    return lane_title(lane) + text;
}

/// A lane for each value of the axis; the one at the method's own rates has the method's name.
std::vector<LaneSpec> lanes_by_rate(const NamedExperiment& experiment, const ExperimentSpec& spec) {
    std::vector<LaneSpec> lanes;
    for (const LaneSpec& lane : spec.lanes)
        for (const double factor : experiment.axis.preset_values) {
            ExperimentSpec one = spec;
            one.lanes = {lane};
            if (factor != 1) {
                one.lanes[0].name = rate_name(lane, factor);
                vary(experiment, factor, shipped_classes, one);
            }
            lanes.push_back(one.lanes[0]);
        }
    return lanes;
}

/// First the stream, then the lanes, whose rates depend on its batch size.
ExperimentSpec adjusted(const NamedExperiment& experiment, const ExperimentSpec& ground,
                        std::optional<int> batch_size) {
    ExperimentSpec spec = ground;
    spec.stream = stream_of(experiment);
    spec.stream.seed = default_experiment().stream.seed;
    if (experiment.preset_images > 0)
        spec.stream.images = experiment.preset_images;
    spec.stream.batch_size = batch_size.value_or(spec.stream.batch_size);
    spec.lanes = lanes_of(experiment, UsedIn::preset, spec);
    if (experiment.axis.field == VariedField::rates)
        spec.lanes = lanes_by_rate(experiment, spec);
    else if (!experiment.axis.preset_values.empty())
        vary(experiment, experiment.axis.preset_values.front(), shipped_classes, spec);
    return spec;
}

const NamedExperiment& preset_named(const std::string& id) {
    std::string known;
    for (const NamedExperiment& row : named_experiments()) {
        if (row.preset.empty())
            continue;
        if (row.preset == id)
            return row;
        known += (known.empty() ? "" : ", ") + row.preset;
    }
    throw std::invalid_argument("preset: expected one of " + known + ", found \"" + id + "\"");
}

} // namespace

std::vector<Choice> preset_choices() {
    std::vector<Choice> all;
    for (const NamedExperiment& row : named_experiments())
        if (!row.preset.empty())
            all.push_back({row.preset, row.title, row.sentence, row.group});
    return all;
}

ExperimentSpec ground_of(const std::vector<std::string>& assignments) {
    ExperimentSpec ground = default_experiment();
    const auto take = [&](const char* field) {
        bool named = false;
        for (const std::string& assignment : assignments)
            if (assigns(assignment, field)) {
                set_field(ground, assignment);
                named = true;
            }
        return named;
    };
    const bool data_named = take("data.id"), model_named = take("model.id");
    if (!model_named)
        ground.model = model_for(ground.data, ground.model);
    else if (const std::string home = data_for(ground.model); !data_named && !home.empty())
        ground.data = home;
    return ground;
}

ExperimentSpec preset_experiment(const std::string& id, const ExperimentSpec& ground) {
    return adjusted(preset_named(id), ground, std::nullopt);
}

ExperimentSpec preset_with(const std::string& id, const std::vector<std::string>& assignments,
                           std::vector<Notice>& notices) {
    const ExperimentSpec ground = ground_of(assignments);
    ExperimentSpec outlook = preset_experiment(id, ground);
    set_fields(outlook, assignments);
    // The lanes anew, for the batch size that the run has: rates that a preset tells as multiples of the
    // defaults stay such.
    ExperimentSpec spec = adjusted(preset_named(id), ground, outlook.stream.batch_size);
    notices = set_fields(spec, assignments);
    return spec;
}

} // namespace lab
