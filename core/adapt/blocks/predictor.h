#pragma once

#include "core/recipe/recipe.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <map>
#include <string>

namespace lab {

/// h: features [N,D] to features [N,D], without bias. Acts as z·Pᵀ. Keeps one set of weights per kind, so
/// that a switch thrown back and forth finds the trained matrix again.
class Predictor {
  public:
    Predictor(int features, const at::TensorOptions& options, std::uint64_t seed);

    at::Tensor operator()(PredictorKind kind, const at::Tensor& features) const;

    /// The weights that a kind trains, by name; made on first use. Empty for none and fixed_random.
    std::map<std::string, at::Tensor> trained(PredictorKind kind);
    /// ‖θ_h − I‖_F of the linear or fixed random matrix, a scalar tensor; zero for none and mlp.
    at::Tensor distance(PredictorKind kind) const;
    /// θ_h [D,D] of the linear or fixed random matrix; undefined for none and mlp.
    at::Tensor matrix(PredictorKind kind) const;

  private:
    void make(PredictorKind kind);

    int features_;
    at::TensorOptions options_;
    std::uint64_t seed_;
    at::Tensor linear_;       ///< [D,D], starts as the identity
    at::Tensor fixed_random_; ///< [D,D], normal with standard deviation 1/√D
    at::Tensor mlp_first_;    ///< [D,D], uniform in ±1/√D
    at::Tensor mlp_second_;   ///< [D,D], likewise
};

} // namespace lab
