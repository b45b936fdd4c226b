#pragma once

#include "core/nn/classifier.h"

#include <optional>

namespace lab {

/// A ConvNeXt (Liu et al., CVPR 2022) as a table row. Names of parameters as in timm's published weight
/// files: stem.0, stages.0.blocks.0.conv_dw, …, stages.1.downsample.1, head.norm or norm_pre, head.fc.
struct ConvNextConfig {
    std::vector<int> depths; ///< blocks per stage
    std::vector<int> widths; ///< channels per stage
    /// The last norm acts on the map before pooling ("norm_pre"), not on the pooled feature ("head.norm").
    bool head_norm_first = false;
    bool pointwise_convolutions = false; ///< the weights of fc1 and fc2 are stored as 1×1 convolutions
    int patch = 4;
    int mlp_ratio = 4;
    int in_channels = 3;
    int classes = 1000;
    double epsilon = 1e-6;
    bool operator==(const ConvNextConfig&) const = default;
};

std::unique_ptr<Classifier> make_convnext(const ConvNextConfig& config, const at::TensorOptions& options);

} // namespace lab
