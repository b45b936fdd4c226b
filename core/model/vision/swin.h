#pragma once

#include "core/nn/classifier.h"

namespace lab {

/// A Swin transformer (Liu et al., ICCV 2021) as a table row: attention within windows, every other block's
/// windows shifted by half their side. Names of parameters as in timm's published weight files:
/// patch_embed.proj, layers.0.blocks.0.attn.relative_position_bias_table, …, layers.1.downsample.reduction
/// (at the start of its stage), norm, head.fc.
struct SwinConfig {
    std::vector<int> depths; ///< blocks per stage
    std::vector<int> heads;  ///< attention heads per stage
    int width = 96;          ///< channels of the first stage; each later stage has twice as many
    int window = 7;          ///< side, tokens
    int patch = 4;
    int mlp_ratio = 4;
    int in_channels = 3;
    int classes = 1000;
    double epsilon = 1e-5;
    bool operator==(const SwinConfig&) const = default;
};

std::unique_ptr<Classifier> make_swin(const SwinConfig& config, const at::TensorOptions& options);

} // namespace lab
