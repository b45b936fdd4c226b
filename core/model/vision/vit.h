#pragma once

#include "core/nn/classifier.h"

namespace lab {

/// A vision transformer as a table row (class token, learned positions, pre-norm blocks). Names of parameters
/// as in timm's published weight files: cls_token, pos_embed, patch_embed.proj, blocks.0.norm1, …, norm,
/// head.
struct VitConfig {
    int image_size = 224;
    int patch = 16;
    int width = 384;
    int depth = 12;
    int heads = 6;
    int mlp_ratio = 4;
    int in_channels = 3;
    int classes = 1000;
    double epsilon = 1e-6;
    bool operator==(const VitConfig&) const = default;
};

std::unique_ptr<Classifier> make_vit(const VitConfig& config, const at::TensorOptions& options);

} // namespace lab
