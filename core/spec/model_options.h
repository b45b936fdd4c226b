#pragma once

#include <optional>
#include <string>
#include <vector>

namespace lab {

/// What a person says of a weight file that its tensors do not tell. What is absent is read from the file or
/// what lies beside it, or else assumed, and told.
struct ModelOptions {
    std::optional<std::string> norm = {};                   ///< of a ResNet: "group" or "batch"
    std::optional<int> groups = {};                         ///< of GroupNorm
    std::optional<int> heads = {};                          ///< of a ViT's attention
    std::optional<std::string> stem = {};                   ///< of a ResNet: "imagenet", "cifar", …
    std::optional<int> image_size = {};                     ///< side of the square input, pixels
    std::optional<std::vector<double>> mean = {}, std = {}; ///< per channel, of pixels scaled to [0, 1]
    std::optional<double> crop = {};               ///< share of the resized picture's side, 0.1 … 1
    std::optional<std::string> interpolation = {}; ///< of the resizing: "bilinear" or "bicubic"
    std::optional<std::string> labels = {};        ///< path of a class list, one name a line
    std::optional<std::string> weights = {};       ///< which set of weights, where a file holds several
    bool operator==(const ModelOptions&) const = default;
};

} // namespace lab
