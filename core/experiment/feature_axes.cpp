#include "core/experiment/feature_axes.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>

namespace lab {

namespace {

constexpr int most_rounds = 2000;
constexpr double close_enough = 1e-12;

/// The columns of a [D,2] made orthonormal, the first keeping its direction (Gram and Schmidt).
at::Tensor orthonormal(const at::Tensor& a) {
    const at::Tensor first = a.select(1, 0) / a.select(1, 0).norm().clamp_min(1e-300);
    at::Tensor second = a.select(1, 1);
    second = second - first * first.dot(second);
    second = second - first * first.dot(second); // what rounding left of it
    return at::stack({first, second / second.norm().clamp_min(1e-300)}, 1);
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
    const std::int64_t d = x.size(1);
    // Two fixed vectors that no natural direction is orthogonal to.
    const at::Tensor index = at::arange(1, d + 1, at::kDouble);
    at::Tensor q = orthonormal(at::stack({(index * 0.7).cos() + 2, (index * 1.3).sin()}, 1));
    for (int round = 0; round < most_rounds; ++round) {
        const at::Tensor next = orthonormal(centred.t().matmul(centred.matmul(q)));
        const double change = (next - q).abs().max().item<double>();
        q = next;
        if (change < close_enough)
            break;
    }
    axes.directions = with_fixed_signs(q);
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
