#pragma once

#include <ATen/core/Tensor.h>

#include <map>
#include <string>

namespace lab {

using NamedTensors = std::map<std::string, at::Tensor>;

/// Both maps' tensors; the names must differ.
inline NamedTensors joined(const NamedTensors& a, const NamedTensors& b) {
    NamedTensors all = a;
    all.insert(b.begin(), b.end());
    return all;
}

/// Deep copies without gradients.
inline NamedTensors copies(const NamedTensors& tensors) {
    NamedTensors all;
    for (const auto& [name, tensor] : tensors)
        all[name] = tensor.detach().clone();
    return all;
}

} // namespace lab
