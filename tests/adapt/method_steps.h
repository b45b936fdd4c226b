#pragma once

#include "core/adapt/adapter.h"
#include "tests/support/random_models.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

/// Steps of further methods over a stream of random pictures that is the same in every run.
namespace method_steps {

inline lab::Recipe recipe_named(const std::string& id) {
    lab::Recipe recipe = lab::named_recipe(id).recipe;
    recipe.optimiser.rate = recipe.optimiser.predictor_rate = 0.05;
    recipe.selection.margin = recipe.selection.weight_margin = 0.9;
    recipe.selection.redundancy_margin = 0.99;
    return recipe;
}

inline lab::StepResult step(lab::Adapter& adapter, int number, int pictures = 16) {
    const auto seed = 100 + static_cast<std::uint64_t>(number);
    lab::Draws draws;
    draws.views = test_models::pictures(pictures, seed).flip({3}).unsqueeze(0);
    return adapter.step(test_models::pictures(pictures, seed), draws);
}

inline std::vector<at::Tensor> steps(lab::Adapter& adapter, int first, int last, int pictures = 16) {
    std::vector<at::Tensor> logits;
    for (int i = first; i <= last; ++i)
        logits.push_back(step(adapter, i, pictures).logits);
    return logits;
}

inline double largest_difference(const std::vector<at::Tensor>& a, const std::vector<at::Tensor>& b) {
    double largest = a.size() == b.size() ? 0 : INFINITY;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
        largest = std::max(largest, (a[i] - b[i]).abs().max().item<double>());
    return largest;
}

inline bool are_finite(const std::vector<at::Tensor>& tensors) {
    return std::all_of(tensors.begin(), tensors.end(),
                       [](const at::Tensor& x) { return at::isfinite(x).all().item<bool>(); });
}

inline lab::NamedTensors weights(const lab::Adapter& adapter) {
    return lab::copies(adapter.trained_norms());
}

} // namespace method_steps
