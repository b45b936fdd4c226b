#include "core/model/architecture.h"

#include "core/model/resnet.h"
#include "core/model/vit.h"

#include <stdexcept>

namespace lab {

namespace {

/// ResNet for small pictures: 3×3 stem, three stages of two basic blocks.
std::unique_ptr<Classifier> small_resnet(const ModelShape& shape, const at::TensorOptions& options,
                                         NormKind norm) {
    ResNetConfig config;
    config.stem = ResNetConfig::Stem::small;
    config.depths = {2, 2, 2};
    config.widths = {16, 32, 64};
    config.norm = {norm, 8, 1e-5};
    config.in_channels = shape.channels;
    config.classes = shape.classes;
    return make_resnet(config, options);
}

std::unique_ptr<Classifier> small_vit(const ModelShape& shape, const at::TensorOptions& options) {
    VitConfig config;
    config.image_size = shape.image_size;
    config.patch = 4;
    config.width = 64;
    config.depth = 4;
    config.heads = 4;
    config.mlp_ratio = 2;
    config.in_channels = shape.channels;
    config.classes = shape.classes;
    return make_vit(config, options);
}

} // namespace

const std::vector<Architecture>& architectures() {
    static const std::vector<Architecture> table = {
        {"resnet14_gn", "ResNet-14, GroupNorm", "resnet_gn",
         [](const ModelShape& s, const at::TensorOptions& o) { return small_resnet(s, o, NormKind::group); }},
        {"resnet14_bn", "ResNet-14, BatchNorm", "resnet_bn",
         [](const ModelShape& s, const at::TensorOptions& o) { return small_resnet(s, o, NormKind::batch); }},
        {"vit_tiny_patch4", "ViT, 4 blocks of width 64, LayerNorm", "vit", small_vit},
    };
    return table;
}

const Architecture& architecture(std::string_view id) {
    std::string known;
    for (const Architecture& row : architectures()) {
        if (row.id == id)
            return row;
        known += (known.empty() ? "" : ", ") + row.id;
    }
    throw std::invalid_argument("architecture: expected one of " + known + ", found \"" + std::string(id) +
                                "\"");
}

} // namespace lab
