#include "core/model/input.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <stdexcept>

namespace lab {

namespace {

/// Planar bytes [C,H,W] of one picture, padded to the model's square.
void place(const Image& image, const ModelShape& shape, std::uint8_t* planes) {
    const int top = (shape.image_size - image.height) / 2;
    const int left = (shape.image_size - image.width) / 2;
    for (int channel = 0; channel < shape.channels; ++channel) {
        std::uint8_t* const plane =
            planes + static_cast<std::size_t>(channel) * shape.image_size * shape.image_size;
        const int source = image.channels == 1 ? 0 : channel;
        for (int y = 0; y < image.height; ++y) {
            const std::uint8_t* in =
                image.pixels.data() + static_cast<std::size_t>(y) * image.width * image.channels;
            std::uint8_t* out = plane + static_cast<std::size_t>(y + top) * shape.image_size + left;
            for (int x = 0; x < image.width; ++x)
                out[x] = in[x * image.channels + source];
        }
    }
}

} // namespace

at::Tensor pack(const std::vector<Image>& images, const ModelShape& shape, bool pinned) {
    const auto n = static_cast<std::int64_t>(images.size());
    at::Tensor bytes = at::empty({n, shape.channels, shape.image_size, shape.image_size},
                                 at::TensorOptions(at::kByte).pinned_memory(pinned));
    // Not zero_(): it would share the work out, and a second thread that does so has a pool of its own. With
    // more threads than cores the OpenMP runtime then puts every waiting one to sleep, and each step takes
    // half as long again or more.
    std::fill_n(bytes.data_ptr<std::uint8_t>(), bytes.numel(), std::uint8_t{0});
    for (std::int64_t i = 0; i < n; ++i) {
        const Image& image = images[static_cast<std::size_t>(i)];
        if (image.channels > shape.channels)
            throw std::invalid_argument("the model expects grey pictures, found a colour picture");
        if (image.height > shape.image_size || image.width > shape.image_size)
            throw std::invalid_argument("the model expects pictures of at most " +
                                        std::to_string(shape.image_size) + " pixels a side, found " +
                                        std::to_string(image.width) + "x" + std::to_string(image.height));
        place(image, shape, bytes[i].data_ptr<std::uint8_t>());
    }
    return bytes;
}

Normaliser::Normaliser(const ModelCard& card, const at::TensorOptions& options)
    : options_(options), mean_(at::tensor(card.mean, at::kDouble).to(options).view({1, -1, 1, 1})),
      std_(at::tensor(card.std, at::kDouble).to(options).view({1, -1, 1, 1})) {}

at::Tensor Normaliser::operator()(const at::Tensor& bytes) const {
    const at::Tensor there = bytes.to(options_.device(), at::kByte, bytes.is_pinned());
    return (there.to(options_) / 255.0 - mean_) / std_;
}

at::Tensor to_input(const std::vector<Image>& images, const ModelCard& card,
                    const at::TensorOptions& options) {
    return Normaliser(card, options)(pack(images, card.shape));
}

} // namespace lab
