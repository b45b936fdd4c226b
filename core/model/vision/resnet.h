#pragma once

#include "core/nn/classifier.h"

#include <optional>

namespace lab {

/// A residual network as a table row. Names of parameters as in timm's published weight files: conv1, bn1
/// (whatever the norm), layer1.0.conv1, …, layer2.0.downsample.0, fc.
struct ResNetConfig {
    enum class Stem {
        small, ///< 3×3, stride 1: pictures of 28 to 64 pixels
        large, ///< 7×7, stride 2, then max pooling 3×3, stride 2
    };
    Stem stem = Stem::large;
    bool bottleneck = false;
    std::vector<int> depths; ///< blocks per stage
    std::vector<int> widths; ///< channels per stage, before a bottleneck's expansion by 4
    NormConfig norm;
    int in_channels = 3;
    int classes = 1000;
    bool operator==(const ResNetConfig&) const = default;
};

std::unique_ptr<Classifier> make_resnet(const ResNetConfig& config, const at::TensorOptions& options);

} // namespace lab
