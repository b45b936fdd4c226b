#include "core/nn/layers.h"

#include <ATen/ATen.h>

namespace lab {

Conv2d::Conv2d(Parameters& parameters, const std::string& name, int in, int out, int kernel, int conv_stride,
               int conv_padding, bool with_bias, int conv_groups)
    : weight(parameters.add(name + ".weight", {out, in / conv_groups, kernel, kernel})), stride(conv_stride),
      padding(conv_padding), groups(conv_groups) {
    if (with_bias)
        bias = parameters.add(name + ".bias", {out});
}

at::Tensor Conv2d::operator()(const at::Tensor& x) const {
    if (weight.scalar_type() == x.scalar_type())
        return at::conv2d(x, weight, bias, stride, padding, 1, groups);
    const at::Tensor y =
        at::conv2d(x.to(weight.scalar_type()), weight, {}, stride, padding, 1, groups).to(x.scalar_type());
    return bias.defined() ? y + bias.view({1, -1, 1, 1}) : y;
}

Linear::Linear(Parameters& parameters, const std::string& name, int in, int out, LinearKind kind,
               TensorRole role)
    : weight(parameters.add(name + ".weight",
                            kind == LinearKind::pointwise ? std::vector<std::int64_t>{out, in, 1, 1}
                                                          : std::vector<std::int64_t>{out, in},
                            role)) {
    if (kind != LinearKind::no_bias)
        bias = parameters.add(name + ".bias", {out}, role);
}

Linear::Linear(at::Tensor existing, at::Tensor existing_bias)
    : weight(std::move(existing)), bias(std::move(existing_bias)) {}

at::Tensor Linear::operator()(const at::Tensor& x) const {
    const at::Tensor matrix = weight.dim() == 2 ? weight : weight.flatten(1);
    if (weight.scalar_type() == x.scalar_type())
        return at::linear(x, matrix, bias);
    const at::Tensor y = at::linear(x.to(weight.scalar_type()), matrix).to(x.scalar_type());
    return bias.defined() ? y + bias : y;
}

Norm::Norm(Parameters& parameters, const std::string& layer_name, int channels, const NormConfig& norm_config,
           const NormMode& norm_mode)
    : name(layer_name), config(norm_config),
      weight(parameters.add(layer_name + ".weight", {channels}, TensorRole::norm_weight)),
      bias(parameters.add(layer_name + ".bias", {channels}, TensorRole::norm_bias)), mode(&norm_mode) {
    if (config.kind == NormKind::batch && config.averages) {
        running_mean = parameters.add_buffer(layer_name + ".running_mean", {channels}, 0.0);
        running_var = parameters.add_buffer(layer_name + ".running_var", {channels}, 1.0);
    }
}

at::Tensor Norm::operator()(const at::Tensor& x) const {
    switch (config.kind) {
    case NormKind::group:
        return at::group_norm(x, config.groups, weight, bias, config.epsilon);
    case NormKind::layer:
        return at::layer_norm(x, weight.sizes(), weight, bias, config.epsilon);
    case NormKind::batch:
        break;
    }
    constexpr double momentum = 0.1;
    if (*mode == NormMode::batch_statistics || !config.averages)
        return at::batch_norm(x, weight, bias, {}, {}, true, momentum, config.epsilon, false);
    if (mode->kind == NormMode::given)
        return mode->statistics->normalised(*this, x);
    return at::batch_norm(x, weight, bias, running_mean, running_var, *mode == NormMode::training, momentum,
                          config.epsilon, false);
}

} // namespace lab
