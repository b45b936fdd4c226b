#include "core/nn/half_precision.h"

#include <ATen/ATen.h>

#include <stdexcept>

namespace lab {

void narrow_encoder(Classifier& classifier, at::ScalarType type) {
    if (type != at::kBFloat16 && type != at::kHalf)
        throw std::invalid_argument("half precision: expected bfloat16 or float16");
    for (const Parameters::Entry& entry : classifier.parameters().entries()) {
        const bool matrix = entry.value.dim() >= 2 && entry.name.ends_with(".weight");
        if (matrix && entry.role == TensorRole::other)
            at::Tensor(entry.value).set_data(entry.value.to(type)); // the layers hold the same tensor
    }
}

} // namespace lab
