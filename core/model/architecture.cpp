#include "core/model/architecture.h"

#include "core/model/resnet.h"
#include "core/model/vit.h"

#include <stdexcept>

namespace lab {

namespace {

/// ResNet for small pictures: 3×3 stem, three stages of two basic blocks, doubling their channels.
std::unique_ptr<Classifier> small_resnet(const ModelShape& shape, const at::TensorOptions& options,
                                         NormKind norm, int width = 16) {
    ResNetConfig config;
    config.stem = ResNetConfig::Stem::small;
    config.depths = {2, 2, 2};
    config.widths = {width, 2 * width, 4 * width};
    config.norm = {norm, 8, 1e-5};
    config.in_channels = shape.channels;
    config.classes = shape.classes;
    return make_resnet(config, options);
}

std::unique_ptr<Classifier> small_vit(const ModelShape& shape, const at::TensorOptions& options, int width,
                                      int depth) {
    VitConfig config;
    config.image_size = shape.image_size;
    config.patch = 4;
    config.width = width;
    config.depth = depth;
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
        {"resnet14_wide_gn", "ResNet-14 of twice the width, GroupNorm", "resnet_gn",
         [](const ModelShape& s, const at::TensorOptions& o) {
             return small_resnet(s, o, NormKind::group, 32);
         }},
        {"vit_tiny_patch4", "ViT, 4 blocks of width 64, LayerNorm", "vit",
         [](const ModelShape& s, const at::TensorOptions& o) { return small_vit(s, o, 64, 4); }},
        {"vit_small_patch4", "ViT, 6 blocks of width 128, LayerNorm", "vit",
         [](const ModelShape& s, const at::TensorOptions& o) { return small_vit(s, o, 128, 6); }},
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
