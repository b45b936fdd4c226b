#pragma once

#include "core/toy/toy_data.h"

#include <vector>

namespace lab {

/// What is trained. Features z = scale ∘ x + offset, as the affine part of a norm layer; predictor h(z) = P
/// z, the identity at the start.
struct ToyParameters {
    ToyVector scale{1, 1};
    ToyVector offset{0, 0};
    std::array<double, 4> predictor{1, 0, 0, 1}; ///< P row by row
    bool operator==(const ToyParameters&) const = default;
};

/// ZeroSiam's loss (arXiv 2509.23183): L = mean_b [ H(p_o) + α · D(p_o ‖ sg[p_r]) ] with
/// p_r = softmax(W z), p_o = softmax(W P z), H(p) = −Σ_c p_c ln p_c and D the symmetric KL divergence,
/// Σ_c (p_o − p_r)(ln p_o − ln p_r). Without the predictor p_o = p_r and it is Tent's entropy.
struct ToyRule {
    double alpha = 1;
    bool predictor = true;
    bool stop_gradient = true;
};

using ToyProbabilities = std::array<double, toy_classes>;

/// z of a point.
ToyVector toy_feature(const ToyParameters& parameters, const ToyVector& x);
/// Logits u = W z.
ToyProbabilities toy_logits(const ToyVector& feature);
ToyProbabilities toy_softmax(const ToyProbabilities& logits);
/// The prediction that counts: the arg max of the target branch.
int toy_prediction(const ToyParameters& parameters, const ToyVector& x);

/// Of one point, in nats.
struct ToyLoss {
    double entropy = 0;    ///< H(p_o)
    double divergence = 0; ///< D(p_o ‖ p_r), before α
    double total = 0;      ///< H + α D
};
/// @param target the parameters of the target branch: the same as the online branch's, unless they are held
/// still to look at a loss with stop-gradient as a function of `online` alone
ToyLoss toy_loss(const ToyRule& rule, const ToyParameters& online, const ToyParameters& target,
                 const ToyVector& x);

/// ∂L/∂z of one point: what its features feel. With δ_o = ∂L/∂u_o and δ_r = ∂L/∂u_r it is
/// Pᵀ Wᵀ δ_o, and Wᵀ δ_r besides without the stop-gradient.
///   ∂H/∂u_o,k = −p_k (ln p_k + H)
///   ∂D/∂u_o,k = p_o,k (d_k − Σ_c p_o,c d_c) + p_o,k − p_r,k, d = ln p_o − ln p_r
///   ∂D/∂u_r,k = −p_r,k (d_k − Σ_c p_r,c d_c) + p_r,k − p_o,k
ToyVector toy_pull(const ToyRule& rule, const ToyParameters& parameters, const ToyVector& x);

/// Mean over the points of ∂L/∂θ: ∂L/∂scale = ∂L/∂z ∘ x, ∂L/∂offset = ∂L/∂z, ∂L/∂P = (Wᵀ δ_o) zᵀ, zero
/// where there is no predictor. Zero for no points.
ToyParameters toy_gradient(const ToyRule& rule, const ToyParameters& parameters,
                           const std::vector<ToyPoint>& points);

} // namespace lab
