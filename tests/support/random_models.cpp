#include "tests/support/random_models.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <c10/core/GradMode.h>

#include <cmath>

namespace test_models {

void randomise(lab::Classifier& classifier, std::uint64_t seed) {
    const c10::NoGradGuard no_grad;
    const at::Generator generator = at::detail::createCPUGenerator(seed);
    for (const auto& entry : classifier.parameters().entries()) {
        at::Tensor value = entry.value;
        const at::Tensor normal =
            at::empty(value.sizes(), at::kDouble).normal_(0.0, 1.0, generator).to(value.options());
        if (value.dim() == 1) {
            const bool scale = entry.name.ends_with(".weight") || entry.name.ends_with(".running_var");
            value.copy_((scale ? 1.0 : 0.0) + 0.1 * normal.clamp(-2.0, 2.0));
        } else {
            const auto fan_in = static_cast<double>(value[0].numel());
            const double gain = value.dim() == 4 ? 2.0 : 4.0;
            value.copy_(normal * std::sqrt(gain / fan_in));
        }
    }
}

std::unique_ptr<lab::Classifier> convnet(lab::NormKind norm, std::uint64_t seed) {
    auto net = lab::make_small_convnet({norm, 4, 1e-5}, at::kDouble);
    randomise(*net, seed);
    return net;
}

at::Tensor pictures(std::int64_t n, std::uint64_t seed, std::int64_t channels, std::int64_t side) {
    return at::empty({n, channels, side, side}, at::kDouble)
        .normal_(0.0, 1.0, at::detail::createCPUGenerator(seed));
}

lab::ModelCard card(const std::string& architecture, int image_size) {
    lab::ModelCard card;
    card.architecture = architecture;
    card.shape = {1, image_size, 10};
    card.mean = {0.4};
    card.std = {0.25};
    card.class_names = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
    card.data = "random weights";
    return card;
}

std::string write(const std::filesystem::path& file, const std::string& architecture, int image_size,
                  std::uint64_t seed) {
    const lab::ModelCard description = card(architecture, image_size);
    const auto classifier =
        lab::architecture(architecture).make(description.shape, at::TensorOptions(at::kFloat));
    randomise(*classifier, seed);
    lab::save_model(file.string(), description, *classifier);
    return file.string();
}

} // namespace test_models
