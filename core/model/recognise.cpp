#include "core/model/recognise.h"

#include "core/base/text.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace lab {

namespace {

constexpr std::int64_t largest_side = 1 << 20; ///< of any tensor that decides a network's size
constexpr int most_blocks = 512;

/// A weight file's shapes, asked for with an expectation.
class Names {
  public:
    Names(const Shapes& shapes, const std::string& source) : shapes_(shapes), source_(source) {}

    bool has(const std::string& name) const { return shapes_.contains(name); }

    bool any_ends_with(const std::string& ending) const {
        return std::any_of(shapes_.begin(), shapes_.end(),
                           [&](const auto& entry) { return entry.first.ends_with(ending); });
    }

    /// The first names and their number: "a", "b", "c" and 5 more.
    std::string listed() const {
        std::vector<std::string> names;
        for (const auto& [name, shape] : shapes_)
            names.push_back(name);
        return std::to_string(names.size()) + " names: " + first_few(names);
    }

    std::size_t dimensions(const std::string& name) const { return shape(name).size(); }

    /// One side of a tensor of so many dimensions.
    int side(const std::string& name, std::size_t dimension_count, std::size_t which) const {
        if (dimensions(name) != dimension_count)
            fail(name + ": expected " + std::to_string(dimension_count) + " dimensions, found " +
                 std::to_string(dimensions(name)));
        const std::int64_t value = shape(name)[which];
        if (value < 1 || value > largest_side)
            fail(name + ": expected sides of 1 to " + std::to_string(largest_side) + ", found " +
                 std::to_string(value));
        return static_cast<int>(value);
    }

    /// Number of consecutive numbers in prefix + number + suffix, from `first` on.
    int count(const std::string& prefix, const std::string& suffix, int first = 0) const {
        int n = 0;
        while (n <= most_blocks && has(prefix + std::to_string(first + n) + suffix))
            ++n;
        expect(n <= most_blocks, prefix, "at most " + std::to_string(most_blocks) + " blocks", n);
        return n;
    }

    void expect(bool holds, const std::string& what, const std::string& expected, std::int64_t found) const {
        if (!holds)
            fail(what + ": expected " + expected + ", found " + std::to_string(found));
    }

    [[noreturn]] void fail(const std::string& what) const {
        throw std::runtime_error(source_ + ": its network cannot be recognised: " + what);
    }

  private:
    const std::vector<std::int64_t>& shape(const std::string& name) const {
        const auto found = shapes_.find(name);
        if (found == shapes_.end())
            fail("expected a tensor " + name + ", found none among " + listed());
        return found->second;
    }

    const Shapes& shapes_;
    const std::string& source_;
};

ResNetConfig resnet_of(const Names& names, const NetworkFacts& facts) {
    ResNetConfig config;
    const int kernel = names.side("conv1.weight", 4, 2);
    if (kernel != 7 && kernel != 3)
        names.expect(false, "conv1.weight", "a kernel of 7 or 3", kernel);
    config.stem = kernel == 7 ? ResNetConfig::Stem::large : ResNetConfig::Stem::small;
    config.stem_steps = shortest_name(facts.stem.value_or(ResNetConfig::StemSteps::usual), config.stem);
    config.bottleneck = names.has("layer1.0.conv3.weight");
    for (int stage = 1; names.has("layer" + std::to_string(stage) + ".0.conv1.weight"); ++stage) {
        const std::string name = "layer" + std::to_string(stage) + ".";
        config.depths.push_back(names.count(name, ".conv1.weight"));
        config.widths.push_back(names.side(name + "0.conv1.weight", 4, 0));
        names.expect(stage <= 16, "layer", "at most 16 stages", stage);
    }
    const bool averages = names.any_ends_with(".running_mean");
    const bool batch = averages || facts.norm == NormKind::batch;
    config.norm.kind = batch ? NormKind::batch : NormKind::group;
    config.norm.averages = averages || facts.averages_unlisted || !batch;
    config.norm.groups = config.stem == ResNetConfig::Stem::large && !batch ? 32 : 8;
    if (!batch) {
        config.norm.groups = facts.groups.value_or(config.norm.groups);
        for (const int width : config.widths)
            names.expect(width % config.norm.groups == 0, "layer",
                         "widths that " + std::to_string(config.norm.groups) + " groups divide", width);
    }
    config.in_channels = names.side("conv1.weight", 4, 1);
    config.classes = names.side("fc.weight", 2, 0);
    return config;
}

VitConfig vit_of(const Names& names, const NetworkFacts& facts) {
    VitConfig config;
    config.width = names.side("patch_embed.proj.weight", 4, 0);
    config.in_channels = names.side("patch_embed.proj.weight", 4, 1);
    config.patch = names.side("patch_embed.proj.weight", 4, 2);
    const int patches = names.side("pos_embed", 3, 1) - 1;
    const auto side = static_cast<int>(std::lround(std::sqrt(patches)));
    names.expect(side >= 1 && side * side == patches, "pos_embed",
                 "a square number of patches and a class token", patches + 1);
    config.image_size = side * config.patch;
    config.depth = names.count("blocks.", ".attn.qkv.weight");
    const int hidden = names.side("blocks.0.mlp.fc1.weight", 2, 0);
    names.expect(hidden % config.width == 0, "blocks.0.mlp.fc1.weight",
                 "a multiple of the width " + std::to_string(config.width), hidden);
    config.mlp_ratio = hidden / config.width;
    config.classes = names.side("head.weight", 2, 0);
    // Heads do not show in the shapes: a row of the table knows better.
    config.heads = config.width % 64 == 0 ? config.width / 64 : 1;
    if (const auto row = architecture_for(config); std::holds_alternative<VitConfig>(row.network))
        config.heads = std::get<VitConfig>(row.network).heads;
    names.expect(facts.heads || config.width % 64 == 0, "patch_embed.proj.weight",
                 "a width that heads of 64 channels divide, or a number of heads (--heads)", config.width);
    config.heads = facts.heads.value_or(config.heads);
    names.expect(config.width % config.heads == 0, "patch_embed.proj.weight",
                 "a width that " + std::to_string(config.heads) + " heads divide", config.width);
    return config;
}

ConvNextConfig convnext_of(const Names& names) {
    ConvNextConfig config;
    const int stages = names.count("stages.", ".blocks.0.conv_dw.weight");
    for (int stage = 0; stage < stages; ++stage) {
        const std::string name = "stages." + std::to_string(stage) + ".blocks.";
        config.depths.push_back(names.count(name, ".conv_dw.weight"));
        config.widths.push_back(names.side(name + "0.conv_dw.weight", 4, 0));
    }
    const std::string mlp = "stages.0.blocks.0.mlp.fc1.weight";
    config.pointwise_convolutions = names.dimensions(mlp) == 4;
    const int hidden = names.side(mlp, config.pointwise_convolutions ? 4 : 2, 0);
    names.expect(hidden % config.widths[0] == 0, mlp,
                 "a multiple of the width " + std::to_string(config.widths[0]), hidden);
    config.mlp_ratio = hidden / config.widths[0];
    names.expect(config.mlp_ratio <= 64, mlp, "at most 64 times the width", config.mlp_ratio);
    config.head_norm_first = names.has("norm_pre.weight");
    config.patch = names.side("stem.0.weight", 4, 2);
    config.in_channels = names.side("stem.0.weight", 4, 1);
    config.classes = names.side("head.fc.weight", 2, 0);
    return config;
}

SwinConfig swin_of(const Names& names) {
    const std::string table = ".attn.relative_position_bias_table";
    SwinConfig config;
    config.width = names.side("patch_embed.proj.weight", 4, 0);
    config.in_channels = names.side("patch_embed.proj.weight", 4, 1);
    config.patch = names.side("patch_embed.proj.weight", 4, 2);
    const int distances = names.side("layers.0.blocks.0" + table, 2, 0);
    config.window = (static_cast<int>(std::lround(std::sqrt(distances))) + 1) / 2;
    names.expect((2 * config.window - 1) * (2 * config.window - 1) == distances, "layers.0.blocks.0" + table,
                 "the square of an odd number of rows", distances);
    const int stages = names.count("layers.", ".blocks.0" + table);
    names.expect(stages <= 8, "layers", "at most 8 stages", stages);
    for (int stage = 0; stage < stages; ++stage) {
        const std::string name = "layers." + std::to_string(stage) + ".blocks.";
        config.depths.push_back(names.count(name, table));
        config.heads.push_back(names.side(name + "0" + table, 2, 1));
        const int width = config.width << stage;
        names.expect(width % config.heads.back() == 0, name + "0" + table,
                     "a number of heads that divides the width " + std::to_string(width),
                     config.heads.back());
    }
    const int hidden = names.side("layers.0.blocks.0.mlp.fc1.weight", 2, 0);
    names.expect(hidden % config.width == 0, "layers.0.blocks.0.mlp.fc1.weight",
                 "a multiple of the width " + std::to_string(config.width), hidden);
    config.mlp_ratio = hidden / config.width;
    config.classes = names.side("head.fc.weight", 2, 0);
    return config;
}

NetworkConfig network_of(const Names& names, const NetworkFacts& facts) {
    if (names.has("layer1.0.conv1.weight"))
        return resnet_of(names, facts);
    if (names.has("blocks.0.attn.qkv.weight") && names.has("cls_token"))
        return vit_of(names, facts);
    if (names.has("stages.0.blocks.0.conv_dw.weight"))
        return convnext_of(names);
    if (names.has("layers.0.blocks.0.attn.relative_position_bias_table"))
        return swin_of(names);
    names.fail(
        "expected the names of a ResNet (layer1.0.conv1.weight), a ViT with class token "
        "(blocks.0.attn.qkv.weight, cls_token), a ConvNeXt (stages.0.blocks.0.conv_dw.weight) or a Swin "
        "(layers.0.blocks.0.attn.relative_position_bias_table), found none of them among " +
        names.listed());
}

/// What had to be assumed of this network, and the side of the pictures that it is for.
void assume(Recognised& found, const NetworkConfig& network, const NetworkFacts& facts, bool averages) {
    found.shape.image_size = facts.image_size.value_or(found.architecture.image_size);
    found.size_assumed = !facts.image_size;
    if (const auto* resnet = std::get_if<ResNetConfig>(&network)) {
        found.norm_assumed = !averages && !facts.norm;
        found.stem_assumed = !facts.stem;
        found.groups_assumed = resnet->norm.kind == NormKind::group && !facts.groups;
        if (resnet->stem == ResNetConfig::Stem::small && resnet->in_channels == 3 && !facts.image_size)
            found.shape.image_size = 32; // CIFAR's
    }
    if (const auto* vit = std::get_if<VitConfig>(&network)) {
        found.heads_assumed = !facts.heads;
        found.shape.image_size = vit->image_size;
        found.size_assumed = false;
    }
}

} // namespace

Shapes shapes_of(const StateDict& state) {
    Shapes shapes;
    for (const auto& [name, tensor] : state)
        shapes[name] = tensor.sizes().vec();
    return shapes;
}

Recognised recognise(const Shapes& shapes, const std::string& source, const NetworkFacts& facts) {
    const Names names(shapes, source);
    const NetworkConfig network = network_of(names, facts);
    Recognised found{architecture_for(network), {}};
    found.architecture.network = network;
    std::visit(
        [&](const auto& config) {
            found.shape.channels = config.in_channels;
            found.shape.classes = config.classes;
        },
        network);
    assume(found, network, facts, names.any_ends_with(".running_mean"));
    return found;
}

} // namespace lab
