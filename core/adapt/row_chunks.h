#pragma once

#include <ATen/ATen.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace lab {

/// f of [N,K] to [N], a few rows at a time where there are many values: what f needs besides its result then
/// depends on a few rows. Without gradients. The digits are the same either way.
template <class Rowwise>
at::Tensor in_row_chunks(const at::Tensor& values, const Rowwise& f) {
    constexpr std::int64_t many = 1 << 22, few = 1 << 20;
    if (values.numel() <= many)
        return f(values);
    const std::int64_t n = values.size(0), rows = std::max<std::int64_t>(1, few / values.size(1));
    std::vector<at::Tensor> parts;
    for (std::int64_t begin = 0; begin < n; begin += rows)
        parts.push_back(f(values.narrow(0, begin, std::min(rows, n - begin))));
    return at::cat(parts);
}

/// The same, f taking the rows' own numbers [N] too.
template <class Rowwise>
at::Tensor in_row_chunks(const at::Tensor& values, const at::Tensor& beside, const Rowwise& f) {
    std::int64_t begin = 0;
    return in_row_chunks(values, [&](const at::Tensor& some) {
        const at::Tensor own = beside.narrow(0, begin, some.size(0));
        begin += some.size(0);
        return f(some, own);
    });
}

} // namespace lab
