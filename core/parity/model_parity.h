#pragma once

#include <c10/core/Device.h>

#include <cstdint>
#include <functional>
#include <string>

namespace lab {

/// How one network met its golden logits and features.
struct ModelParity {
    std::string model;
    std::string architecture; ///< as it was recognised: "ResNet-50, GroupNorm"
    std::int64_t parameters = 0;
    double logits_error = 0; ///< largest, relative or absolute, whichever is looser; infinite where it failed
    double features_error = -1; ///< likewise; −1 where the golden file has no features
    double seconds = 0;         ///< for weights and forward pass
    std::string note;           ///< what failed, or ""

    double largest_error() const { return logits_error > features_error ? logits_error : features_error; }
};

/// Builds every network of a directory's models.json from its list of parameters, fills it and the input with
/// hash-made values (hash_weights.h), and compares logits and features with those of NAME.safetensors, in
/// double precision and evaluation mode. BatchNorm's running averages that are not listed stay at 0 and 1.
/// @param report called after each network, in the order of the file
/// Throws std::runtime_error naming the file where the directory cannot be read.
void replay_model_parity(const std::string& directory, const std::function<void(const ModelParity&)>& report,
                         const c10::Device& device = c10::kCPU);

} // namespace lab
