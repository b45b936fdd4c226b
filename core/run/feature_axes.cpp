#include "core/run/feature_axes.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>

namespace lab {

namespace {

/// The two eigenvectors [D,2] of XᵀX with the largest eigenvalues, from the smaller of XᵀX and XXᵀ; zeros in
/// place of those that so few rows or columns do not have.
at::Tensor leading_directions(const at::Tensor& x) {
    const bool wide = x.size(0) < x.size(1);
    const at::Tensor square = wide ? x.matmul(x.t()) : x.t().matmul(x);
    const at::Tensor vectors = std::get<1>(at::linalg_eigh(square)); // by ascending eigenvalue
    const std::int64_t found = std::min<std::int64_t>(vectors.size(1), 2);
    at::Tensor two = vectors.narrow(1, vectors.size(1) - found, found).flip(1);
    if (wide) {
        two = x.t().matmul(two);
        two = two / two.norm(2, {0}, true).clamp_min(1e-300);
    }
    return found == 2 ? two : at::cat({two, at::zeros({two.size(0), 2 - found}, two.options())}, 1);
}

at::Tensor with_fixed_signs(const at::Tensor& directions) {
    const at::Tensor largest = directions.abs().argmax(0, true);
    return directions * directions.gather(0, largest).sign();
}

} // namespace

FeatureAxes principal_axes(const at::Tensor& features) {
    const c10::NoGradGuard no_grad;
    const at::Tensor x = features.detach().to(at::kCPU, at::kDouble);
    FeatureAxes axes;
    axes.mean = x.mean(0);
    const at::Tensor centred = x - axes.mean; // [M,D]
    axes.directions = with_fixed_signs(leading_directions(centred));
    const double total = centred.square().sum().item<double>();
    const at::Tensor along = centred.matmul(axes.directions).square().sum(0);
    for (int i = 0; i < 2; ++i)
        axes.shares[static_cast<std::size_t>(i)] = total > 0 ? along[i].item<double>() / total : 0;
    return axes;
}

at::Tensor projected(const FeatureAxes& axes, const at::Tensor& features) {
    const c10::NoGradGuard no_grad;
    const at::Tensor x = features.detach().to(at::kCPU, at::kDouble);
    return (x - axes.mean).matmul(axes.directions).to(at::kFloat).contiguous();
}

} // namespace lab
