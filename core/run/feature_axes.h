#pragma once

#include <ATen/core/Tensor.h>

#include <array>

namespace lab {

/// The two directions along which a set of features varies most: the axes of every feature map of a run.
struct FeatureAxes {
    at::Tensor mean;                ///< [D], double, CPU
    at::Tensor directions;          ///< [D,2] orthonormal; each one's largest entry by absolute value is > 0
    std::array<double, 2> shares{}; ///< of the variance
};

/// Principal components by orthogonal iteration on the covariance, in double precision: no random start, so
/// the same features give the same axes. @param features [M,D], any type and device
FeatureAxes principal_axes(const at::Tensor& features);

/// Features [N,D] on the axes: [N,2], float, CPU.
at::Tensor projected(const FeatureAxes& axes, const at::Tensor& features);

} // namespace lab
