#pragma once

#include "core/nn/parameters.h"

#include <string>
#include <vector>

namespace lab {

struct Norm;

/// Statistics of BatchNorm layers that come from outside the network.
class NormStatistics {
  public:
    virtual ~NormStatistics() = default;
    /// @param x [N,C,...]; the result is scaled and shifted by the layer's weight and bias
    virtual at::Tensor normalised(const Norm& norm, const at::Tensor& x) = 0;
};

/// What a BatchNorm layer normalises with. Group and layer norms know no difference.
struct NormMode {
    enum Kind {
        evaluation,       ///< running averages
        batch_statistics, ///< the batch's own statistics, nothing is averaged (adaptation)
        training,         ///< the batch's own statistics, running averages are updated
        given,            ///< what `statistics` says
    };
    Kind kind = evaluation;
    NormStatistics* statistics = nullptr; ///< of `given` alone; outlives the mode

    NormMode(Kind mode = evaluation, NormStatistics* given_by = nullptr) : kind(mode), statistics(given_by) {}
    bool operator==(const NormMode&) const = default;
};

enum class NormKind { batch, group, layer };

struct NormConfig {
    NormKind kind = NormKind::group;
    int groups = 8; ///< group norm
    double epsilon = 1e-5;
    /// Batch norm: running averages are kept. Without them it always normalises with the batch's statistics.
    bool averages = true;
    bool operator==(const NormConfig&) const = default;
};

/// 2-D convolution with zero padding, [N,C,H,W] to [N,C',H',W']. Computes in the type of its weight, gives
/// that of its input; the bias is added in the latter.
struct Conv2d {
    at::Tensor weight; ///< [out, in / groups, kernel, kernel]
    at::Tensor bias;   ///< [out] or undefined
    int stride = 1;
    int padding = 0;
    int groups = 1;

    Conv2d(Parameters& parameters, const std::string& name, int in, int out, int kernel, int conv_stride,
           int conv_padding, bool with_bias, int conv_groups = 1);
    at::Tensor operator()(const at::Tensor& x) const;
};

enum class LinearKind {
    affine,
    no_bias,
    pointwise, ///< affine, its weight stored as that of a 1×1 convolution
};

/// Affine map of the last dimension, [..., in] to [..., out]. Types as in Conv2d.
struct Linear {
    at::Tensor weight; ///< [out, in]; pointwise: [out, in, 1, 1]
    at::Tensor bias;   ///< [out] or undefined

    Linear(Parameters& parameters, const std::string& name, int in, int out,
           LinearKind kind = LinearKind::affine, TensorRole role = TensorRole::other);
    /// A weight that exists already.
    explicit Linear(at::Tensor existing, at::Tensor existing_bias = {});
    at::Tensor operator()(const at::Tensor& x) const;
};

/// A normalisation layer with affine weight and bias: what test-time adaptation trains.
struct Norm {
    std::string name;
    NormConfig config;
    at::Tensor weight, bias;              ///< [C]
    at::Tensor running_mean, running_var; ///< [C], batch norm with averages only
    const NormMode* mode = nullptr;       ///< the owning classifier's

    Norm(Parameters& parameters, const std::string& layer_name, int channels, const NormConfig& norm_config,
         const NormMode& norm_mode);
    at::Tensor operator()(const at::Tensor& x) const;
};

} // namespace lab
