#include "core/train/augment.h"

#include <ATen/ATen.h>

namespace lab {

at::Tensor per_channel(const std::vector<double>& values, const c10::Device& device) {
    return at::tensor(values, at::kFloat).view({1, -1, 1, 1}).to(device);
}

at::Tensor mirror_and_shift(const at::Tensor& images, int shift, const at::Generator& generator) {
    const auto n = images.size(0);
    const c10::Device device = images.device();
    const at::Tensor mirrored = (at::rand({n, 1, 1, 1}, generator, at::kFloat) < 0.5).to(device);
    const at::Tensor result = at::where(mirrored, images.flip({3}), images);
    if (shift == 0)
        return result;
    const at::Tensor padded = at::constant_pad_nd(result, {shift, shift, shift, shift});
    const at::Tensor offsets = at::randint(0, 2 * shift + 1, {n, 2}, generator, at::kLong).to(device);
    const auto along = [&](int axis) { // [N,H] or [N,W]: the rows or columns that each picture keeps
        return offsets.select(1, axis).unsqueeze(1) + at::arange(images.size(2 + axis), offsets.options());
    };
    const at::Tensor rows = along(0).view({n, 1, -1, 1}), columns = along(1).view({n, 1, 1, -1});
    const at::Tensor strips = padded.gather(2, rows.expand({n, images.size(1), -1, padded.size(3)}));
    return strips.gather(3, columns.expand(images.sizes()));
}

at::Tensor with_noise(const at::Tensor& images, double largest, const ModelCard& card,
                      const at::Generator& generator) {
    if (largest <= 0)
        return images;
    const auto n = images.size(0);
    const c10::Device device = images.device();
    const at::Tensor chosen = (at::rand({n, 1, 1, 1}, generator, at::kFloat) < 0.5).to(at::kFloat);
    const at::Tensor sigma = at::rand({n, 1, 1, 1}, generator, at::kFloat) * largest * chosen;
    const at::Tensor noise = at::randn(images.sizes(), generator, at::kFloat).to(device);
    return images + noise * sigma.to(device) / per_channel(card.std, device);
}

at::Tensor Mixture::mixed(const at::Tensor& values) const {
    return others.defined() ? share * values + (1 - share) * values.index_select(0, others) : values;
}

Mixture draw_mixture(double probability, std::int64_t n, const c10::Device& device,
                     const at::Generator& generator) {
    if (probability <= 0)
        return {};
    const at::Tensor drawn = at::rand({2}, generator, at::kDouble);
    if (drawn[0].item<double>() >= probability)
        return {};
    return {drawn[1].item<double>(), at::randperm(n, generator, at::kLong).to(device)};
}

} // namespace lab
