#include "core/adapt/blocks/class_drift.h"

#include "core/adapt/blocks/live_tensors.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <stdexcept>
#include <vector>

namespace lab {

void ClassDriftBlock::estimate(
    const std::function<ModelInput()>& next,
    const std::function<std::pair<at::Tensor, at::Tensor>(const ModelInput&)>& look) {
    const c10::NoGradGuard no_grad;
    // In double precision, about the first batch's mean, so that little is lost in the squares.
    const at::TensorOptions doubles = options_.dtype(at::kDouble);
    at::Tensor shift, counts, sums, squares; // [1,D], [K,1], [K,D], [K,D]
    for (ModelInput input = next(); input.defined(); input = next()) {
        const auto [features, logits] = look(input);
        const at::Tensor z = features.to(at::kDouble), labels = logits.argmax(1);
        if (!shift.defined()) {
            shift = z.mean(0, true);
            counts = at::zeros({logits.size(1), 1}, doubles);
            sums = at::zeros({logits.size(1), z.size(1)}, doubles);
            squares = at::zeros_like(sums);
        }
        const at::Tensor from = z - shift;
        counts.index_add_(0, labels, at::ones({z.size(0), 1}, doubles));
        sums.index_add_(0, labels, from);
        squares.index_add_(0, labels, from.square());
    }
    if (!shift.defined())
        throw std::invalid_argument("teacher.by_divergence: expected clean pictures, found none");
    const at::Tensor mean = sums / counts.clamp_min(1);
    const at::Tensor variance = ((squares - counts * mean.square()) / (counts - 1).clamp_min(1)).clamp_min(0);
    restore({{"mean", (mean + shift).to(options_)},
             {"variance", variance.to(options_)},
             {"known", counts.squeeze(1) > 1},
             {"prototypes", (mean + shift).to(options_)}});
}

at::Tensor ClassDriftBlock::gamma(const at::Tensor& features, const at::Tensor& labels, double momentum) {
    const c10::NoGradGuard no_grad;
    if (!known())
        throw std::logic_error("the source's class means were not estimated");
    const at::Tensor one = at::ones({features.size(0), 1}, features.options());
    const at::Tensor counts = at::zeros({mean_.size(0), 1}, features.options()).index_add(0, labels, one);
    const at::Tensor sums = at::zeros_like(prototypes_).index_add(0, labels, features);
    const at::Tensor present = (counts.squeeze(1) > 0).logical_and(known_);
    const at::Tensor distance = ((prototypes_ - mean_).square() / (variance_ + 1e-6)).mean(1);
    const at::Tensor of_present = distance.masked_fill(present.logical_not(), 0.0).sum();
    const at::Tensor gamma = 1 - at::exp(-of_present / present.sum().clamp_min(1));
    const at::Tensor moved = momentum * prototypes_ + (1 - momentum) * sums / counts.clamp_min(1);
    prototypes_.copy_(at::where(present.unsqueeze(1), moved, prototypes_));
    return gamma;
}

NamedTensors ClassDriftBlock::state() const {
    if (!known())
        return {};
    return copies({{"mean", mean_}, {"variance", variance_}, {"known", known_}, {"prototypes", prototypes_}});
}

void ClassDriftBlock::restore(const NamedTensors& state) {
    if (state.empty())
        return reset({});
    mean_ = state.at("mean").to(options_).clone();
    variance_ = state.at("variance").to(options_).clone();
    known_ = state.at("known").to(options_.device()).clone();
    prototypes_ = state.at("prototypes").to(options_).clone();
}

void ClassDriftBlock::reset(const at::Tensor& when) {
    if (known())
        assign_where(when, prototypes_, mean_);
}

} // namespace lab
