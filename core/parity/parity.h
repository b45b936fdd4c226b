#pragma once

#include <c10/core/Device.h>

#include <string>
#include <vector>

namespace lab {

/// How one golden trace was met.
struct ParityResult {
    std::string trace;
    bool known = true;        ///< false: a method or switch that is not built
    double largest_error = 0; ///< relative or absolute, whichever is looser
    std::string worst;        ///< the tensor with the largest error: "step11.logits"
    std::string note;         ///< why it is unknown, or what failed
};

/// Replays every trace of a directory's index.json in double precision.
/// Throws std::runtime_error naming the file where the directory cannot be read.
std::vector<ParityResult> replay_adaptation_traces(const std::string& directory,
                                                   const c10::Device& device = c10::kCPU);

/// Largest error that counts as a match.
inline constexpr double parity_tolerance = 1e-9;

} // namespace lab
