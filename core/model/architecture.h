#pragma once

#include "core/model/vision/convnext.h"
#include "core/model/vision/resnet.h"
#include "core/model/vision/swin.h"
#include "core/model/vision/vit.h"

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lab {

/// What an architecture must know of the data.
struct ModelShape {
    int channels = 1;
    int image_size = 28; ///< side of the square input, pixels
    int classes = 10;
};

/// What a network is made of, whatever its family.
using NetworkConfig = std::variant<ResNetConfig, VitConfig, ConvNextConfig, SwinConfig>;

/// What the pictures of a published network went through before they were normalised.
struct Preprocessing {
    std::vector<double> mean; ///< per channel, of pixels scaled to [0, 1]; empty: comes with the weights
    std::vector<double> std;  ///< per channel, likewise
    double crop = 1.0;        ///< share of the resized picture's side that is cut out of its middle
    std::string interpolation = "bicubic"; ///< of the resizing
};

/// A row of the table of architectures.
struct Architecture {
    std::string id;     ///< "resnet50_gn": timm's name where the network is a published one
    std::string title;  ///< "ResNet-50, GroupNorm"
    std::string family; ///< "resnet_gn", "resnet_bn", "vit", "convnext", "swin"
    std::string rates;  ///< row of the table of default rates (core/recipe/default_rates.h)
    int image_size;     ///< side of the square input that the published weights were tested with, pixels
    Preprocessing preprocessing;
    NetworkConfig network; ///< its channels, classes and picture size are those of the published weights

    std::unique_ptr<Classifier> make(const ModelShape& shape, const at::TensorOptions& options) const;
};

const std::vector<Architecture>& architectures();
/// Throws std::invalid_argument naming the id and the known ones.
const Architecture& architecture(std::string_view id);

/// The row with exactly these blocks and widths, or else one of its own made for it: id "resnet_gn",
/// "resnet_bn", "vit", "convnext" or "swin", with its family's preprocessing and rates. The number of heads
/// of a ViT cannot be read from weights: a row's own counts, elsewhere one per 64 channels.
Architecture architecture_for(const NetworkConfig& network);

} // namespace lab
