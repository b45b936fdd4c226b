#include "core/adapt/blocks/lame.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lab {

at::Tensor affinity_of(const at::Tensor& rows, const Lame& rule) {
    const c10::NoGradGuard no_grad;
    const std::int64_t n = rows.size(0), k = rule.neighbours;
    const at::Tensor unit = rows / rows.norm(2, {1}, true).clamp_min(1e-12);
    constexpr std::int64_t exactly = 2; // cdist's mode without the shortcut that loses digits of small ones
    const at::Tensor distance = at::cdist(unit, unit, 2, exactly);
    at::Tensor affinity;
    if (rule.affinity == LameAffinity::rbf) {
        const at::Tensor nearest = std::get<0>(distance.sort(1));
        const at::Tensor sigma = nearest.select(1, std::min(k, n) - 1).mean();
        const at::Tensor width = (2 * sigma.square()).clamp_min(std::numeric_limits<float>::min());
        affinity = at::exp(-distance.square() / width);
    } else {
        // Oneself stands first, whoever else has the same features.
        const at::Tensor others = distance.clone();
        others.diagonal().fill_(-1);
        const at::Tensor order = std::get<1>(others.sort(true, 1, false));
        const at::Tensor chosen = order.narrow(1, 1, std::min(k + 1, n) - 1);
        affinity = at::zeros_like(distance).scatter(1, chosen, 1.0);
    }
    return rule.symmetric ? 0.5 * (affinity + affinity.t()) : affinity;
}

LameResult lame(const at::Tensor& logits, const at::Tensor& affinity, const Lame& rule) {
    const c10::NoGradGuard no_grad;
    LameResult result;
    result.affinity = affinity;
    const at::Tensor unary = -at::log(logits.softmax(1) + 1e-10);
    result.log_assignment = (-unary).log_softmax(1);
    double before = std::numeric_limits<double>::infinity();
    for (int round = 0; round < rule.rounds; ++round) {
        const at::Tensor pairwise = affinity.matmul(result.log_assignment.exp());
        result.log_assignment = (pairwise - unary).log_softmax(1);
        const at::Tensor z = result.log_assignment.exp();
        const double energy = (unary * z - pairwise * z + z * z.clamp_min(1e-20).log()).sum().item<double>();
        result.energy.push_back(energy);
        if (round > 1 && std::abs(energy - before) <= rule.tolerance * std::abs(before))
            break;
        before = energy;
    }
    return result;
}

} // namespace lab
