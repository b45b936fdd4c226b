#include "core/model/hash_weights.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <cmath>

namespace lab {

std::uint64_t fnv1a64(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return hash;
}

double hash_value(std::uint64_t name_hash, std::uint64_t j) {
    std::uint64_t z = name_hash + j * 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    z ^= z >> 31;
    return static_cast<double>(z >> 11) * 0x1p-53 * 2 - 1;
}

at::Tensor hash_tensor(std::string_view name, const std::vector<std::int64_t>& shape) {
    at::Tensor values = at::empty(shape, at::kDouble);
    const std::uint64_t hash = fnv1a64(name);
    auto* out = values.data_ptr<double>();
    for (std::int64_t j = 0; j < values.numel(); ++j)
        out[j] = hash_value(hash, static_cast<std::uint64_t>(j));
    return values;
}

at::Tensor hash_weight(const std::string& name, const std::vector<std::int64_t>& shape) {
    const at::Tensor u = hash_tensor(name, shape);
    const std::string last = name.substr(name.rfind('.') + 1);
    if (last == "pos_embed" || last == "cls_token" || last.ends_with("relative_position_bias_table"))
        return 0.02 * u;
    if (last == "gamma")
        return 0.5 + 0.1 * u;
    if (shape.size() >= 2) {
        double fan_in = 1;
        for (std::size_t i = 1; i < shape.size(); ++i)
            fan_in *= static_cast<double>(shape[i]);
        return u * std::sqrt(3.0 / fan_in);
    }
    return last == "weight" ? 1.0 + 0.1 * u : 0.05 * u;
}

void fill_with_hash_weights(Classifier& classifier) {
    const c10::NoGradGuard no_grad;
    for (const auto& entry : classifier.parameters().entries())
        if (!entry.buffer)
            at::Tensor(entry.value).copy_(hash_weight(entry.name, entry.value.sizes().vec()));
}

} // namespace lab
