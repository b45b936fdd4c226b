#include "core/adapt/blocks/divergence.h"

#include <ATen/ATen.h>

#include <stdexcept>

namespace lab {

at::Tensor divergence_of(DivergenceKind kind, const at::Tensor& online, const at::Tensor& target) {
    const at::Tensor log_o = online.log_softmax(1), log_r = target.log_softmax(1);
    const at::Tensor p_o = log_o.exp(), p_r = log_r.exp();
    switch (kind) {
    case DivergenceKind::symmetric_kl:
        return ((p_o - p_r) * (log_o - log_r)).sum(1);
    case DivergenceKind::kl:
        return (p_o * (log_o - log_r)).sum(1);
    case DivergenceKind::reverse_kl:
        return (p_r * (log_r - log_o)).sum(1);
    case DivergenceKind::jensen_shannon: {
        // log m = log((p_o + p_r) / 2), finite as long as one of the two is
        const at::Tensor log_m = at::logaddexp(log_o, log_r) - 0.69314718055994530942;
        return 0.5 * (p_o * (log_o - log_m) + p_r * (log_r - log_m)).sum(1);
    }
    case DivergenceKind::mean_squared:
        return (p_o - p_r).square().sum(1);
    }
    throw std::invalid_argument("divergence: unknown kind");
}

} // namespace lab
