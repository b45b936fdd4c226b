#include "core/model/architecture.h"

#include <stdexcept>

namespace lab {

namespace {

// Constants of the published weights in timm: resnet50_gn (a1h), resnet* (a1; earlier weights of the same
// networks were cropped to 0.875), vit_* (augreg), convnext_*, swin_*.
Preprocessing imagenet(double crop) {
    return {{0.485, 0.456, 0.406}, {0.229, 0.224, 0.225}, crop, "bicubic"};
}
Preprocessing halves(double crop) {
    return {{0.5, 0.5, 0.5}, {0.5, 0.5, 0.5}, crop, "bicubic"};
}

constexpr int groups_of_small_networks = 8;
constexpr int groups_of_published_networks = 32;

NormConfig norm_of(NormKind kind, int groups) {
    // The groups say nothing where there are none; one value keeps equal networks equal.
    return {kind, kind == NormKind::group ? groups : groups_of_small_networks, 1e-5, true};
}

/// ResNet for small pictures: 3×3 stem, three stages of two basic blocks, doubling their channels.
ResNetConfig small_resnet(NormKind kind, int width = 16) {
    ResNetConfig config;
    config.stem = ResNetConfig::Stem::small;
    config.depths = {2, 2, 2};
    config.widths = {width, 2 * width, 4 * width};
    config.norm = norm_of(kind, groups_of_small_networks);
    return config;
}

ResNetConfig large_resnet(NormKind kind, bool bottleneck, std::vector<int> depths) {
    ResNetConfig config;
    config.bottleneck = bottleneck;
    config.depths = std::move(depths);
    config.widths = {64, 128, 256, 512};
    config.norm = norm_of(kind, groups_of_published_networks);
    return config;
}

VitConfig small_vit(int width, int depth) {
    VitConfig config;
    config.image_size = 28;
    config.patch = 4;
    config.width = width;
    config.depth = depth;
    config.heads = 4;
    config.mlp_ratio = 2;
    return config;
}

VitConfig large_vit(int width, int heads) {
    VitConfig config;
    config.width = width;
    config.heads = heads;
    return config;
}

ConvNextConfig convnext(std::vector<int> depths, int width, bool head_norm_first = false) {
    ConvNextConfig config;
    config.depths = std::move(depths);
    config.widths = {width, 2 * width, 4 * width, 8 * width};
    config.head_norm_first = head_norm_first;
    config.pointwise_convolutions = head_norm_first;
    return config;
}

SwinConfig swin(std::vector<int> depths, std::vector<int> heads, int width) {
    SwinConfig config;
    config.depths = std::move(depths);
    config.heads = std::move(heads);
    config.width = width;
    return config;
}

std::vector<Architecture> table() {
    constexpr auto group = NormKind::group, batch = NormKind::batch;
    const Preprocessing own{};
    // clang-format off
    return {
        {"resnet14_gn", "ResNet-14, GroupNorm", "resnet_gn", "resnet_gn", 28, own, small_resnet(group)},
        {"resnet14_bn", "ResNet-14, BatchNorm", "resnet_bn", "resnet_bn", 28, own, small_resnet(batch)},
        {"resnet14_wide_gn", "ResNet-14 of twice the width, GroupNorm", "resnet_gn", "resnet14_wide_gn", 28, own, small_resnet(group, 32)},
        {"vit_tiny_patch4", "ViT, 4 blocks of width 64, LayerNorm", "vit", "vit", 28, own, small_vit(64, 4)},
        {"vit_small_patch4", "ViT, 6 blocks of width 128, LayerNorm", "vit", "vit_small_patch4", 28, own, small_vit(128, 6)},
        {"resnet18_gn", "ResNet-18, GroupNorm", "resnet_gn", "resnet50_gn", 224, imagenet(0.94), large_resnet(group, false, {2, 2, 2, 2})},
        {"resnet26_gn", "ResNet-26, GroupNorm", "resnet_gn", "resnet50_gn", 224, imagenet(0.94), large_resnet(group, true, {2, 2, 2, 2})},
        {"resnet34_gn", "ResNet-34, GroupNorm", "resnet_gn", "resnet50_gn", 224, imagenet(0.94), large_resnet(group, false, {3, 4, 6, 3})},
        {"resnet50_gn", "ResNet-50, GroupNorm", "resnet_gn", "resnet50_gn", 224, imagenet(0.94), large_resnet(group, true, {3, 4, 6, 3})},
        {"resnet18", "ResNet-18, BatchNorm", "resnet_bn", "resnet50", 224, imagenet(0.95), large_resnet(batch, false, {2, 2, 2, 2})},
        {"resnet26", "ResNet-26, BatchNorm", "resnet_bn", "resnet50", 224, imagenet(0.95), large_resnet(batch, true, {2, 2, 2, 2})},
        {"resnet34", "ResNet-34, BatchNorm", "resnet_bn", "resnet50", 224, imagenet(0.95), large_resnet(batch, false, {3, 4, 6, 3})},
        {"resnet50", "ResNet-50, BatchNorm", "resnet_bn", "resnet50", 224, imagenet(0.95), large_resnet(batch, true, {3, 4, 6, 3})},
        {"vit_tiny_patch16_224", "ViT-Ti/16", "vit", "vit_small_patch16_224", 224, halves(0.9), large_vit(192, 3)},
        {"vit_small_patch16_224", "ViT-S/16", "vit", "vit_small_patch16_224", 224, halves(0.9), large_vit(384, 6)},
        {"vit_base_patch16_224", "ViT-B/16", "vit", "vit_base_patch16_224", 224, halves(0.9), large_vit(768, 12)},
        {"convnext_tiny", "ConvNeXt-T", "convnext", "convnext_tiny", 224, imagenet(0.95), convnext({3, 3, 9, 3}, 96)},
        {"convnext_tiny_hnf", "ConvNeXt-T, norm before pooling", "convnext", "convnext_tiny", 224, imagenet(0.95), convnext({3, 3, 9, 3}, 96, true)},
        {"swin_tiny_patch4_window7_224", "Swin-T", "swin", "swin_tiny_patch4_window7_224", 224, imagenet(0.9), swin({2, 2, 6, 2}, {3, 6, 12, 24}, 96)},
    };
    // clang-format on
}

/// A copy for other data. A ViT's picture size counts its positions, so it belongs to the data too.
NetworkConfig fitted(NetworkConfig network, const ModelShape& shape) {
    std::visit(
        [&](auto& config) {
            config.in_channels = shape.channels;
            config.classes = shape.classes;
            if constexpr (std::is_same_v<std::decay_t<decltype(config)>, VitConfig>)
                config.image_size = shape.image_size;
        },
        network);
    return network;
}

std::unique_ptr<Classifier> made(const ResNetConfig& config, const at::TensorOptions& options) {
    return make_resnet(config, options);
}
std::unique_ptr<Classifier> made(const VitConfig& config, const at::TensorOptions& options) {
    return make_vit(config, options);
}
std::unique_ptr<Classifier> made(const ConvNextConfig& config, const at::TensorOptions& options) {
    return make_convnext(config, options);
}
std::unique_ptr<Classifier> made(const SwinConfig& config, const at::TensorOptions& options) {
    return make_swin(config, options);
}

/// With everything that differs without making another architecture set to one value.
NetworkConfig comparable(NetworkConfig network) {
    network = fitted(std::move(network), {});
    if (auto* vit = std::get_if<VitConfig>(&network))
        vit->heads = 0;
    if (auto* resnet = std::get_if<ResNetConfig>(&network)) {
        resnet->norm.averages = true;
        resnet->stem_steps = ResNetConfig::StemSteps::usual;
        if (resnet->norm.kind == NormKind::group)
            resnet->norm.groups = 0;
    }
    return network;
}

/// A network that is in no row: the family's published row lends what weights do not tell.
Architecture unlisted(const NetworkConfig& network) {
    const auto named = [&](const char* relative, const char* id, const std::string& title) {
        Architecture row = architecture(relative);
        row.id = id;
        row.title = title;
        row.network = network;
        return row;
    };
    const auto depth = [](const std::vector<int>& depths) {
        std::string text;
        for (const int d : depths)
            text += (text.empty() ? "" : "-") + std::to_string(d);
        return text;
    };
    if (const auto* resnet = std::get_if<ResNetConfig>(&network)) {
        const bool batch = resnet->norm.kind == NormKind::batch;
        const bool large = resnet->stem == ResNetConfig::Stem::large;
        return named(batch ? (large ? "resnet50" : "resnet14_bn") : (large ? "resnet50_gn" : "resnet14_gn"),
                     batch ? "resnet_bn" : "resnet_gn",
                     "ResNet of " + depth(resnet->depths) + (resnet->bottleneck ? " bottleneck" : " basic") +
                         " blocks, " + (batch ? "BatchNorm" : "GroupNorm"));
    }
    if (const auto* vit = std::get_if<VitConfig>(&network)) {
        Architecture row =
            named("vit_small_patch16_224", "vit",
                  "ViT, " + std::to_string(vit->depth) + " blocks of width " + std::to_string(vit->width) +
                      ", patches of " + std::to_string(vit->patch));
        row.image_size = vit->image_size;
        return row;
    }
    if (const auto* convnext_net = std::get_if<ConvNextConfig>(&network))
        return named("convnext_tiny", "convnext", "ConvNeXt of " + depth(convnext_net->depths) + " blocks");
    return named("swin_tiny_patch4_window7_224", "swin",
                 "Swin of " + depth(std::get<SwinConfig>(network).depths) + " blocks");
}

} // namespace

std::unique_ptr<Classifier> Architecture::make(const ModelShape& shape,
                                               const at::TensorOptions& options) const {
    return std::visit([&](const auto& config) { return made(config, options); }, fitted(network, shape));
}

const std::vector<Architecture>& architectures() {
    static const std::vector<Architecture> rows = table();
    return rows;
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

Architecture architecture_for(const NetworkConfig& network) {
    for (const Architecture& row : architectures())
        if (comparable(row.network) == comparable(network))
            return row;
    return unlisted(network);
}

} // namespace lab
