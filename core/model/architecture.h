#pragma once

#include "core/model/classifier.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lab {

/// What an architecture must know of the data.
struct ModelShape {
    int channels = 1;
    int image_size = 28; ///< side of the square input, pixels
    int classes = 10;
};

/// A row of the table of architectures.
struct Architecture {
    std::string id;     ///< "resnet14_gn"
    std::string title;  ///< "ResNet-14, GroupNorm"
    std::string family; ///< "resnet_gn", "resnet_bn", "vit": decides default rates and layers left alone
    std::function<std::unique_ptr<Classifier>(const ModelShape&, const at::TensorOptions&)> make;
};

const std::vector<Architecture>& architectures();
/// Throws std::invalid_argument naming the id and the known ones.
const Architecture& architecture(std::string_view id);

} // namespace lab
