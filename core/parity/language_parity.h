#pragma once

#include "core/parity/parity.h"

#include <c10/core/Device.h>

#include <string>
#include <vector>

namespace lab {

/// Whether a folder holds a language model with golden values: config.json beside golden.safetensors.
bool is_language_parity(const std::string& folder);

/// Loads the folder's model in double precision and compares hidden states, logits and greedy answers with
/// those of golden.safetensors, then replays every trace of traces.json (absent: none). A result per subject,
/// its `trace` beginning with the folder's name. What padding stands for is not compared. Throws
/// std::runtime_error where the model or traces.json cannot be read.
std::vector<ParityResult> replay_language_parity(const std::string& folder,
                                                 const c10::Device& device = c10::kCPU);

} // namespace lab
