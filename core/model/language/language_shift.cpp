#include "core/model/language/language_shift.h"

#include "core/base/random.h"
#include "core/model/language/decoder.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <array>
#include <cmath>
#include <stdexcept>
#include <string>

namespace lab {

namespace {

constexpr std::uint64_t noise_stream = 0x81;

std::size_t checked(int severity) {
    if (severity < 0 || severity > 5)
        throw std::invalid_argument("severity: expected 0 to 5, found " + std::to_string(severity));
    return static_cast<std::size_t>(severity);
}

} // namespace

double prompt_noise_sigma(int severity) {
    return std::array{0.0, 0.4, 0.55, 0.7, 0.85, 1.0}[checked(severity)];
}

int weight_bits(int severity) {
    return std::array{0, 6, 5, 4, 3, 2}[checked(severity)];
}

at::Tensor prompt_noise(const PromptNoise& noise, const Sequences& questions, std::uint64_t first_question,
                        std::int64_t width) {
    if (!(noise.sigma >= 0 && std::isfinite(noise.sigma)))
        throw std::invalid_argument("noise.sigma: expected a number, 0 or more, found " +
                                    std::to_string(noise.sigma));
    if (noise.sigma == 0)
        return {};
    const auto b = questions.count(), t = questions.length();
    const at::Tensor mask = questions.mask.cpu().contiguous();
    at::Tensor values = at::zeros({b, t, width}, at::kFloat);
    for (std::int64_t i = 0; i < b; ++i) {
        Random random({noise_stream, noise.seed, first_question + static_cast<std::uint64_t>(i)});
        for (std::int64_t j = 0; j < t; ++j) {
            if (!mask.data_ptr<bool>()[i * t + j])
                continue;
            float* const value = values.data_ptr<float>() + (i * t + j) * width;
            for (std::int64_t k = 0; k < width; ++k)
                value[k] = static_cast<float>(noise.sigma * random.normal());
        }
    }
    return values;
}

void round_weights(Decoder& decoder, int bits) {
    if (bits < 2 || bits > 16)
        throw std::invalid_argument("bits: expected 2 to 16, found " + std::to_string(bits));
    const c10::NoGradGuard no_grad;
    const double levels = (1 << (bits - 1)) - 1;
    for (const auto& entry : decoder.parameters().entries()) {
        at::Tensor value = entry.value;
        const bool linear = entry.name.starts_with("model.layers.") && entry.role == TensorRole::other;
        if (!linear || value.dim() != 2)
            continue;
        const at::Tensor exact = value.to(at::kDouble);
        const at::Tensor scale = exact.abs().amax(1, true).clamp_min(1e-30) / levels; // [out,1]
        value.copy_((exact / scale).round() * scale);
    }
}

} // namespace lab
