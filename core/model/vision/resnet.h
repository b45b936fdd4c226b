#pragma once

#include "core/nn/classifier.h"

#include <optional>
#include <string>

namespace lab {

/// A residual network as a table row. Names of parameters as in timm's published weight files: conv1, bn1
/// (whatever the norm), layer1.0.conv1, …, layer2.0.downsample.0, fc.
struct ResNetConfig {
    enum class Stem {
        small, ///< 3×3, stride 1: pictures of 28 to 64 pixels
        large, ///< 7×7, stride 2, then max pooling 3×3, stride 2
    };
    /// How the stem shrinks a picture, which leaves no trace among the weights.
    enum class StemSteps {
        usual,    ///< as of a stem with such a kernel
        imagenet, ///< stride 2, then max pooling
        cifar,    ///< stride 1, no pooling
        strided,  ///< stride 2, no pooling
        pooled,   ///< stride 1, then max pooling
    };
    Stem stem = Stem::large;
    StemSteps stem_steps = StemSteps::usual;
    bool bottleneck = false;
    std::vector<int> depths; ///< blocks per stage
    std::vector<int> widths; ///< channels per stage, before a bottleneck's expansion by 4
    NormConfig norm;
    int in_channels = 3;
    int classes = 1000;
    bool operator==(const ResNetConfig&) const = default;
};

/// "imagenet", "cifar", "strided", "pooled"; "" for the usual ones.
std::string name_of(ResNetConfig::StemSteps steps);
/// Throws std::invalid_argument with the names that there are and what was found.
ResNetConfig::StemSteps stem_steps_named(const std::string& name);
/// The same steps, called "usual" where a stem of this kernel has them anyway.
ResNetConfig::StemSteps shortest_name(ResNetConfig::StemSteps steps, ResNetConfig::Stem stem);

std::unique_ptr<Classifier> make_resnet(const ResNetConfig& config, const at::TensorOptions& options);

} // namespace lab
