#pragma once

#include "core/spec/spec.h"

#include <functional>

namespace lab {

/// Does the work. Errors of LibTorch, which tell of its source and its stack, become std::runtime_error with
/// a sentence; where memory ran out, one that names the batch size and the device. Others pass through.
void in_words(const ExperimentSpec& spec, const std::function<void()>& work);

} // namespace lab
