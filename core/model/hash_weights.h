#pragma once

#include "core/nn/classifier.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lab {

/// Weights from a hash of their names: a network of any size whose values every program can work out for
/// itself, so that parity tests and benchmarks need no weight files.

/// FNV-1a, 64 bits.
std::uint64_t fnv1a64(std::string_view text);
/// Value j of the sequence of a name, in [−1, 1): splitmix64's finaliser of fnv1a64(name) +
/// j·0x9E3779B97F4A7C15.
double hash_value(std::uint64_t name_hash, std::uint64_t j);
/// Values 0, 1, 2, … in row-major order, [shape] in double precision.
at::Tensor hash_tensor(std::string_view name, const std::vector<std::int64_t>& shape);
/// The same, scaled so that activations stay near one: positions and class token 0.02·u, layer scale
/// 0.5 + 0.1·u, matrices and kernels u·√(3 / fan-in), other weights 1 + 0.1·u, all else 0.05·u.
at::Tensor hash_weight(const std::string& name, const std::vector<std::int64_t>& shape);
/// Fills all parameters; running averages are left at mean 0 and variance 1.
void fill_with_hash_weights(Classifier& classifier);

} // namespace lab
