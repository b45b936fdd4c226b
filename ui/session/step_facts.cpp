#include "ui/session/step_facts.h"

#include "core/record/measure_table.h"

#include <cmath>

namespace lab {

StepFacts factsOf(const Scene& scene, int lane, const Recipe& recipe) {
    StepFacts facts;
    const StepRecord* record = scene.record(lane);
    if (!record)
        return facts;
    facts.known = true;
    facts.record = *record;
    facts.recipe = recipe;
    if (lane < scene.lanes())
        facts.lane = scene.styles[static_cast<std::size_t>(lane)].name;
    // A predictor that is new begins as the identity.
    const MeasureRow& distance = *measures_at(ChartPlace::predictor).front();
    const StepRecord* before = scene.record(lane, scene.step - 1);
    if (before && std::isfinite(distance.value(*before)))
        facts.distance_before = distance.value(*before);
    facts.distance = distance.value(*record);
    const BatchDetailPtr batch = scene.detail();
    if (const StepDetail* detail = batch ? batch->of_lane(lane) : nullptr) {
        facts.has_detail = true;
        facts.recipe = detail->recipe;
        facts.feature_norm = detail->feature_norm;
        facts.norm_change = detail->norm_change;
        facts.predictor_change = detail->predictor_change;
        if (detail->matrix_side > 0)
            facts.distance_before = detail->distance_before;
    }
    return facts;
}

} // namespace lab
