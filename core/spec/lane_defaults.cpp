#include "core/spec/lane_defaults.h"

#include "core/recipe/default_rates.h"
#include "core/spec/rate_source.h"
#include "core/spec/spec_values.h"

#include <stdexcept>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

Recipe recipe_of(const std::string& method, const LaneBasis& basis) {
    return basis.language ? language_recipe(method).recipe
                          : make_lane(method, basis.model, basis.batch_size, basis.options).recipe;
}

} // namespace

LaneBasis lane_basis(const ExperimentSpec& spec) {
    return {spec.model, spec.stream.batch_size, spec.model_options, is_language(spec)};
}

void expect_known_defaults(const std::string& model, const ModelOptions& options) {
    if (const RateSource source = rate_source(model, options); !source.fault.empty())
        throw std::runtime_error(source.fault);
}

Json default_recipe(const std::string& method, const LaneBasis& basis) {
    return recipe_value(recipe_of(method, basis));
}

Json merged(Json base, const Json& patch) {
    if (!base.is_object() || !patch.is_object())
        return patch;
    for (const auto& [key, value] : patch.items())
        base[key] = base.contains(key) ? merged(base[key], value) : value;
    return base;
}

Json differences(const Json& value, const Json& base) {
    Json unlike = Json::object();
    for (const auto& [key, item] : value.items())
        if (base.contains(key) && item.is_object() && base[key].is_object() && !is_text(item)) {
            if (Json inner = differences(item, base[key]); !inner.empty())
                unlike[key] = std::move(inner);
        } else if (!base.contains(key) || item != base[key]) {
            unlike[key] = item;
        }
    return unlike;
}

bool names_all(const Json& value, const Json& all) {
    if (!all.is_object())
        return true;
    if (!value.is_object())
        return false;
    for (const auto& [key, item] : all.items())
        if (!value.contains(key) || !names_all(value[key], item))
            return false;
    return true;
}

std::vector<std::size_t> suit_lanes(ExperimentSpec& spec, const LaneBasis& before) {
    const LaneBasis after = lane_basis(spec);
    std::vector<std::size_t> changed;
    if (before == after)
        return changed;
    for (std::size_t i = 0; i < spec.lanes.size(); ++i) {
        LaneSpec& lane = spec.lanes[i];
        const Recipe was = recipe_of(lane.method, before);
        if (lane.recipe.optimiser.rate != was.optimiser.rate ||
            lane.recipe.optimiser.predictor_rate != was.optimiser.predictor_rate)
            continue;
        const Json by_hand = differences(recipe_value(lane.recipe), recipe_value(was));
        const Recipe suited =
            recipe_from_value(merged(default_recipe(lane.method, after), by_hand), "recipe");
        if (suited == lane.recipe)
            continue;
        lane.recipe = suited;
        changed.push_back(i);
    }
    return changed;
}

} // namespace lab
