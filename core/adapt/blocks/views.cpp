#include "core/adapt/blocks/views.h"

#include "core/adapt/blocks/augmentation.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <stdexcept>

namespace lab {

void ViewsBlock::set_scale(const at::Tensor& mean, const at::Tensor& deviation) {
    mean_ = mean;
    deviation_ = deviation;
}

at::Tensor ViewsBlock::of(const at::Tensor& pictures) {
    const c10::NoGradGuard no_grad;
    if (!enabled())
        return pictures;
    drawn_ = true;
    const bool scaled = mean_.defined();
    const at::Tensor x = scaled ? pictures * deviation_ + mean_ : pictures;
    at::Tensor there;
    switch (rule_.kind) {
    case ViewsKind::none:
    case ViewsKind::strong:
        there = strong_view(x, chance_);
        break;
    case ViewsKind::mild:
        there = mild_view(x, chance_);
        break;
    case ViewsKind::mixed:
        there = mixed_view(x, chance_);
        break;
    }
    return scaled ? (there - mean_) / deviation_ : there;
}

NamedTensors ViewsBlock::state() const {
    return drawn_ ? NamedTensors{{"draws", chance_.state()}} : NamedTensors{};
}

void ViewsBlock::restore(const NamedTensors& state) {
    for (const auto& [name, tensor] : state)
        if (name != "draws")
            throw std::invalid_argument("state: expected the draws of views, found \"" + name + '"');
    drawn_ = !state.empty();
    chance_.restore(drawn_ ? state.at("draws") : at::Tensor());
}

void ViewsBlock::reset(const at::Tensor& when) {
    // Whoever draws views reads from the device anyway.
    if (when.defined() && !(drawn_ && when.item<bool>()))
        return;
    drawn_ = false;
    chance_.restore({});
}

} // namespace lab
