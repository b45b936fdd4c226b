#pragma once

#include "core/base/notice.h"
#include "core/nn/parameters.h"

#include <string>
#include <vector>

namespace lab {

/// Throws std::runtime_error naming the source, the first tensor with NaN or infinite values and how many
/// there are in all. Integers are not looked at.
void expect_finite(const StateDict& tensors, const std::string& source);

/// Throws std::runtime_error naming the source and the first tensors whose numbers are integers or the like:
/// nothing here could follow a scheme of quantisation. Looks at no values.
void expect_real(const StateDict& tensors, const std::string& source);

/// BatchNorm's running statistics. Throws std::runtime_error where a variance is below 0, or all variances of
/// all layers are 0. Warns where those of a layer are, or nothing was ever gathered.
std::vector<Notice> expect_statistics(const StateDict& tensors, const std::string& source);

/// A hash of names, types, shapes and values (ContentHash): the same weights have the same, whatever file
/// they lie in.
std::string hash_of(const StateDict& tensors);

} // namespace lab
