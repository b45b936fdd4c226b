#include "core/adapt/default_rates.h"

#include <array>

namespace lab {

namespace {

/// Rates for batch 64 and what SAR and DeYO leave alone, per family. ZeroSiam multiplies the rate, as its
/// reference code does for each architecture. Found for our small networks by a search on other seeds than
/// those of the demonstration (README, "How the rates were chosen").
struct FamilyRow {
    const char* family;
    double rate;
    double zerosiam_norm;      ///< factor
    double zerosiam_predictor; ///< factor
    std::array<const char*, 2> top_layers;
};
constexpr std::array<FamilyRow, 3> rows = {{{"resnet_gn", 0.007, 1, 1, {"layer3", nullptr}},
                                            {"resnet_bn", 0.007, 1, 1, {"layer3", nullptr}},
                                            {"vit", 0.007, 1, 1, {"blocks.3", "norm"}}}};

const FamilyRow& row_of(std::string_view family) {
    for (const FamilyRow& row : rows)
        if (family == row.family)
            return row;
    return rows.front();
}

bool leaves_top_layers_alone(const Recipe& recipe) {
    return recipe.optimiser.kind == OptimiserKind::sam ||
           recipe.selection.kind == SelectionKind::entropy_plpd;
}

} // namespace

Recipe recipe_for(std::string_view method, std::string_view family, int batch_size) {
    const FamilyRow& row = row_of(family);
    Recipe recipe = named_recipe(method).recipe;
    const bool zerosiam = recipe.alignment.predictor != PredictorKind::none;
    double scale = 1;
    if (batch_size == 1) {
        scale = (row.family == std::string_view("resnet_gn") ? 2.0 : 1.0) / 64;
        if (zerosiam || leaves_top_layers_alone(recipe) || recipe.objective == ObjectiveKind::come)
            scale *= 2;
    }
    recipe.optimiser.rate = row.rate * scale * (zerosiam ? row.zerosiam_norm : 1);
    recipe.optimiser.predictor_rate = row.rate * scale * row.zerosiam_predictor;
    if (leaves_top_layers_alone(recipe))
        for (const char* layer : row.top_layers)
            if (layer != nullptr)
                recipe.frozen_prefixes.emplace_back(layer);
    return recipe;
}

} // namespace lab
