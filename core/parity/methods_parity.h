#pragma once

#include "core/parity/parity.h"

#include <c10/core/Device.h>

#include <string>
#include <vector>

namespace lab {

/// Whether a folder's index.json describes traces of further methods: entries with "hyper_parameters".
bool is_methods_parity(const std::string& folder);

/// Replays every trace of a folder's index.json in double precision: the named method's recipe with the
/// entry's numbers, on the entry's network, over the folder's inputs. Every recorded figure is compared; a
/// method, a number or a figure that is not built makes the trace unknown. Throws std::runtime_error naming
/// the file where the folder cannot be read.
std::vector<ParityResult> replay_method_traces(const std::string& folder,
                                               const c10::Device& device = c10::kCPU);

} // namespace lab
