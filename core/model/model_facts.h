#pragma once

#include "core/base/notice.h"
#include "core/model/vision/resnet.h"

#include <optional>
#include <string>
#include <vector>

namespace lab {

/// What is known of a model besides its tensors' names and shapes, from one source.
struct ModelFacts {
    std::string source;           ///< for sentences: "…/config.json", "the options"
    std::string family;           ///< "resnet", "vit", "convnext", "swin"; "" where it is not told
    std::optional<NormKind> norm; ///< of a ResNet
    std::optional<int> groups;    ///< of its GroupNorm
    std::optional<int> heads;     ///< of a ViT
    std::optional<ResNetConfig::StemSteps> stem; ///< of a ResNet
    int heads_width = 0;                         ///< the width that these heads belong to; 0: any
    std::optional<int> image_size;               ///< side of the square input, pixels
    std::optional<int> classes;
    std::optional<std::vector<double>> mean, std; ///< one value, or one per channel
    std::optional<double> crop;
    std::optional<std::string> interpolation;
    std::optional<std::vector<std::string>> class_names;
    std::vector<Notice> notices; ///< what the source says and nobody here can follow
};

} // namespace lab
