#include "core/model/vision/resnet.h"

#include "core/base/text.h"
#include "core/nn/group_norm.h"

#include <ATen/ATen.h>

#include <array>
#include <stdexcept>
#include <utility>

namespace lab {

namespace {

constexpr int bottleneck_expansion = 4;

using Steps = ResNetConfig::StemSteps;
constexpr std::array<std::pair<Steps, const char*>, 5> steps_names = {{{Steps::usual, ""},
                                                                       {Steps::imagenet, "imagenet"},
                                                                       {Steps::cifar, "cifar"},
                                                                       {Steps::strided, "strided"},
                                                                       {Steps::pooled, "pooled"}}};

Steps usual_steps(ResNetConfig::Stem stem) {
    return stem == ResNetConfig::Stem::large ? Steps::imagenet : Steps::cifar;
}

Conv2d stem_of(const ResNetConfig& config, Steps steps, Parameters& parameters) {
    const int kernel = config.stem == ResNetConfig::Stem::large ? 7 : 3;
    const int stride = steps == Steps::imagenet || steps == Steps::strided ? 2 : 1;
    return {parameters, "conv1", config.in_channels, config.widths[0], kernel, stride, kernel / 2, false};
}

struct Block {
    std::vector<Conv2d> convs;
    std::vector<Norm> norms;
    std::optional<Conv2d> downsample_conv;
    std::optional<Norm> downsample_norm;

    at::Tensor operator()(const at::Tensor& x) const {
        at::Tensor y = x;
        for (std::size_t i = 0; i < convs.size(); ++i) {
            y = convs[i](y);
            if (i + 1 < convs.size())
                y = normalised_relu(norms[i], y);
        }
        const at::Tensor shortcut = downsample_conv ? (*downsample_norm)((*downsample_conv)(x)) : x;
        return normalised_relu(norms.back(), y, shortcut);
    }
};

class ResNet final : public Classifier {
  public:
    ResNet(const ResNetConfig& config, const at::TensorOptions& options)
        : Classifier(options),
          steps_(config.stem_steps == Steps::usual ? usual_steps(config.stem) : config.stem_steps),
          conv1_(stem_of(config, steps_, parameters_)),
          bn1_(parameters_, "bn1", config.widths[0], config.norm, norm_mode_) {
        int channels = config.widths[0];
        for (std::size_t stage = 0; stage < config.depths.size(); ++stage)
            for (int index = 0; index < config.depths[stage]; ++index) {
                const int stride = stage > 0 && index == 0 ? 2 : 1;
                const std::string name = "layer" + std::to_string(stage + 1) + "." + std::to_string(index);
                blocks_.push_back(make_block(config, name, channels, config.widths[stage], stride));
                channels = config.widths[stage] * (config.bottleneck ? bottleneck_expansion : 1);
            }
        fc_.emplace(parameters_, "fc", channels, config.classes, LinearKind::affine, TensorRole::head);
    }

    at::Tensor features(const ModelInput& input) const override {
        at::Tensor x = normalised_relu(bn1_, conv1_(input.images));
        if (steps_ == Steps::imagenet || steps_ == Steps::pooled)
            x = at::max_pool2d(x, 3, 2, 1);
        for (const Block& block : blocks_)
            x = block(x);
        return x.mean({2, 3}); // [N,D,H,W] to [N,D]
    }

    at::Tensor head(const at::Tensor& features) const override { return (*fc_)(features); }

    std::vector<const Norm*> norms() const override {
        std::vector<const Norm*> all{&bn1_};
        for (const Block& block : blocks_) {
            for (const Norm& norm : block.norms)
                all.push_back(&norm);
            if (block.downsample_norm)
                all.push_back(&*block.downsample_norm);
        }
        return all;
    }

    int feature_count() const override { return static_cast<int>(fc_->weight.size(1)); }

  private:
    Block make_block(const ResNetConfig& config, const std::string& name, int in, int width, int stride) {
        struct Layer {
            int in, out, kernel, stride;
        };
        const int out = width * (config.bottleneck ? bottleneck_expansion : 1);
        const std::vector<Layer> layers =
            config.bottleneck
                ? std::vector<Layer>{{in, width, 1, 1}, {width, width, 3, stride}, {width, out, 1, 1}}
                : std::vector<Layer>{{in, width, 3, stride}, {width, out, 3, 1}};
        Block block;
        for (std::size_t i = 0; i < layers.size(); ++i) {
            const Layer& layer = layers[i];
            const std::string number = std::to_string(i + 1);
            block.convs.emplace_back(parameters_, name + ".conv" + number, layer.in, layer.out, layer.kernel,
                                     layer.stride, layer.kernel / 2, false);
            block.norms.emplace_back(parameters_, name + ".bn" + number, layer.out, config.norm, norm_mode_);
        }
        if (stride != 1 || in != out) {
            block.downsample_conv.emplace(parameters_, name + ".downsample.0", in, out, 1, stride, 0, false);
            block.downsample_norm.emplace(parameters_, name + ".downsample.1", out, config.norm, norm_mode_);
        }
        return block;
    }

    Steps steps_;
    Conv2d conv1_;
    Norm bn1_;
    std::vector<Block> blocks_;
    std::optional<Linear> fc_;
};

} // namespace

std::string name_of(Steps steps) {
    return steps_names[static_cast<std::size_t>(steps)].second;
}

Steps stem_steps_named(const std::string& name) {
    for (const auto& [steps, text] : steps_names)
        if (steps != Steps::usual && name == text)
            return steps;
    throw std::invalid_argument("expected imagenet, cifar, strided or pooled, found \"" + shown(name) + "\"");
}

Steps shortest_name(Steps steps, ResNetConfig::Stem stem) {
    return steps == usual_steps(stem) ? Steps::usual : steps;
}

std::unique_ptr<Classifier> make_resnet(const ResNetConfig& config, const at::TensorOptions& options) {
    return std::make_unique<ResNet>(config, options);
}

} // namespace lab
