#pragma once

#include "core/spec/spec.h"

#include <functional>
#include <string>

namespace lab {

/// Does the work. Errors of LibTorch, which tell of its source and its stack, become std::runtime_error with
/// a sentence; where memory ran out, one that names the batch size and the device. Others pass through.
/// @param batch_option what sets the batch size there
void in_words(const ExperimentSpec& spec, const std::function<void()>& work,
              const std::string& batch_option = "stream.batch_size");

} // namespace lab
