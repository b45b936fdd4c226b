#include "core/train/initialise.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <c10/core/GradMode.h>

#include <cmath>

namespace lab {

namespace {

bool ends_with(const std::string& text, const std::string& ending) {
    return text.size() >= ending.size() &&
           text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

/// Two factors [D,k] of the best rank-k approximation of a matrix [D,D].
std::pair<at::Tensor, at::Tensor> factors(const at::Tensor& matrix, std::int64_t rank) {
    const auto [u, s, v] = at::linalg_svd(matrix, false);
    const at::Tensor root = s.narrow(0, 0, rank).sqrt();
    return {u.narrow(1, 0, rank) * root, v.narrow(0, 0, rank).t() * root};
}

/// Sines and cosines of row and column at rising wavelengths, [1, 1 + side², D]; zero for the class token.
at::Tensor sine_positions(std::int64_t side, std::int64_t width) {
    const auto quarter = width / 4;
    const at::Tensor place = at::arange(side, at::kFloat);
    const at::Tensor frequency =
        at::pow(10000.0, at::arange(quarter, at::kFloat) / -static_cast<double>(quarter));
    const at::Tensor angle = place.unsqueeze(1) * frequency; // [side, D/4]
    const at::Tensor along = at::cat({angle.sin(), angle.cos()}, 1);
    const at::Tensor grid = at::cat({along.unsqueeze(1).expand({side, side, 2 * quarter}),
                                     along.unsqueeze(0).expand({side, side, 2 * quarter})},
                                    2)
                                .reshape({side * side, 4 * quarter});
    return at::constant_pad_nd(grid, {0, width - 4 * quarter, 1, 0}).unsqueeze(0);
}

} // namespace

void initialise_mimetic(Classifier& classifier, std::uint64_t seed) {
    const c10::NoGradGuard no_grad;
    const at::Generator generator = at::detail::createCPUGenerator(seed);
    if (classifier.attention_heads() == 0)
        return;
    at::Tensor pending_projection;
    for (const auto& entry : classifier.parameters().entries()) {
        at::Tensor value = entry.value;
        if (entry.name == "pos_embed") {
            const auto side = std::lround(std::sqrt(static_cast<double>(value.size(1) - 1)));
            value.copy_(sine_positions(side, value.size(2)) * 0.1);
        } else if (ends_with(entry.name, ".attn.qkv.weight")) {
            const auto d = value.size(1), head = d / classifier.attention_heads();
            const auto noise = [&, d = d] {
                return at::randn({d, d}, generator, at::kFloat) / std::sqrt(static_cast<double>(d));
            };
            const at::Tensor eye = at::eye(d, at::kFloat);
            for (std::int64_t first = 0; first < d; first += head) {
                const auto [query, key] = factors(0.7 * noise() + 0.7 * eye, head);
                value.narrow(0, first, head).copy_(query.t());
                value.narrow(0, d + first, head).copy_(key.t());
            }
            const auto [projection, values] = factors(0.4 * noise() - 0.4 * eye, d);
            value.narrow(0, 2 * d, d).copy_(values.t());
            pending_projection = projection;
        } else if (ends_with(entry.name, ".attn.proj.weight")) {
            value.copy_(pending_projection); // created right after its qkv
        }
    }
}

void initialise(Classifier& classifier, std::uint64_t seed) {
    const c10::NoGradGuard no_grad;
    const at::Generator generator = at::detail::createCPUGenerator(seed);
    for (const auto& entry : classifier.parameters().entries()) {
        at::Tensor value = entry.value;
        if (entry.buffer)
            continue;
        if (entry.role == TensorRole::norm_weight)
            value.fill_(1.0);
        else if (ends_with(entry.name, ".bias"))
            value.zero_();
        else if (value.dim() == 4)
            value.normal_(0.0, std::sqrt(2.0 / static_cast<double>(value[0].numel())), generator);
        else
            value.normal_(0.0, 0.02, generator).clamp_(-0.04, 0.04);
    }
}

} // namespace lab
