#include "core/adapt/blocks/predictor.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <c10/core/GradMode.h>

#include <cmath>

namespace lab {

Predictor::Predictor(int features, const at::TensorOptions& options, std::uint64_t seed)
    : features_(features), options_(options), seed_(seed), linear_(at::eye(features, options)) {}

void Predictor::make(PredictorKind kind) {
    const at::Generator generator = at::detail::createCPUGenerator(seed_);
    const double scale = 1.0 / std::sqrt(static_cast<double>(features_));
    const auto uniform = [&] {
        return at::empty({features_, features_}, at::kDouble).uniform_(-scale, scale, generator).to(options_);
    };
    if (kind == PredictorKind::fixed_random && !fixed_random_.defined())
        fixed_random_ =
            at::empty({features_, features_}, at::kDouble).normal_(0.0, scale, generator).to(options_);
    if (kind == PredictorKind::mlp && !mlp_first_.defined()) {
        mlp_first_ = uniform();
        mlp_second_ = uniform();
    }
}

at::Tensor Predictor::operator()(PredictorKind kind, const at::Tensor& features) const {
    switch (kind) {
    case PredictorKind::linear:
        return features.matmul(linear_.t());
    case PredictorKind::fixed_random:
        return features.matmul(fixed_random_.t());
    case PredictorKind::mlp:
        return at::relu(features.matmul(mlp_first_.t())).matmul(mlp_second_.t());
    case PredictorKind::none:
        break;
    }
    return features;
}

std::map<std::string, at::Tensor> Predictor::trained(PredictorKind kind) {
    make(kind);
    if (kind == PredictorKind::linear)
        return {{"predictor.linear", linear_}};
    if (kind == PredictorKind::mlp)
        return {{"predictor.mlp.0", mlp_first_}, {"predictor.mlp.1", mlp_second_}};
    return {};
}

at::Tensor Predictor::matrix(PredictorKind kind) const {
    if (kind == PredictorKind::linear)
        return linear_;
    if (kind == PredictorKind::fixed_random)
        return fixed_random_;
    return {};
}

at::Tensor Predictor::distance(PredictorKind kind) const {
    const at::Tensor theta = matrix(kind);
    if (!theta.defined())
        return at::zeros({}, options_);
    const c10::NoGradGuard no_grad;
    return (theta - at::eye(features_, options_)).norm();
}

} // namespace lab
