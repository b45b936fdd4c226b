#pragma once

#include "core/nn/parameters.h"

#include <string>

namespace lab {

/// Throws std::runtime_error naming the source, the first tensor with NaN or infinite values and how many
/// there are in all. Integers are not looked at.
void expect_finite(const StateDict& tensors, const std::string& source);

/// A hash of names, types, shapes and values (ContentHash): the same weights have the same, whatever file
/// they lie in.
std::string hash_of(const StateDict& tensors);

} // namespace lab
