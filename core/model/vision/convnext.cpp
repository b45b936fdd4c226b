#include "core/model/vision/convnext.h"

#include <ATen/ATen.h>

namespace lab {

namespace {

/// [N,C,H,W] to [N,H,W,C], where LayerNorm and Linear act on the channels, and back.
at::Tensor channels_last(const at::Tensor& x) {
    return x.permute({0, 2, 3, 1});
}
at::Tensor channels_first(const at::Tensor& x) {
    return x.permute({0, 3, 1, 2});
}

Norm layer_norm(Parameters& parameters, const std::string& name, int width, const ConvNextConfig& config,
                const NormMode& mode) {
    return {parameters, name, width, {NormKind::layer, 1, config.epsilon}, mode};
}

struct Block {
    at::Tensor gamma; ///< [C], scale of the branch
    Conv2d conv_dw;
    Norm norm;
    Linear fc1, fc2;

    Block(Parameters& parameters, const std::string& name, int width, const ConvNextConfig& config,
          const NormMode& mode)
        : gamma(parameters.add(name + ".gamma", {width})),
          conv_dw(parameters, name + ".conv_dw", width, width, 7, 1, 3, true, width),
          norm(layer_norm(parameters, name + ".norm", width, config, mode)),
          fc1(parameters, name + ".mlp.fc1", width, config.mlp_ratio * width, kind(config)),
          fc2(parameters, name + ".mlp.fc2", config.mlp_ratio * width, width, kind(config)) {}

    static LinearKind kind(const ConvNextConfig& config) {
        return config.pointwise_convolutions ? LinearKind::pointwise : LinearKind::affine;
    }

    at::Tensor operator()(const at::Tensor& x) const {
        const at::Tensor y = norm(channels_last(conv_dw(x)));
        return x + channels_first(fc2(at::gelu(fc1(y))) * gamma);
    }
};

struct Stage {
    std::optional<Norm> downsample_norm;
    std::optional<Conv2d> downsample_conv;
    std::vector<Block> blocks;
};

class ConvNext final : public Classifier {
  public:
    ConvNext(const ConvNextConfig& config, const at::TensorOptions& options)
        : Classifier(options), stem_conv_(parameters_, "stem.0", config.in_channels, config.widths[0],
                                          config.patch, config.patch, 0, true),
          stem_norm_(layer_norm(parameters_, "stem.1", config.widths[0], config, norm_mode_)) {
        for (std::size_t i = 0; i < config.depths.size(); ++i) {
            const std::string name = "stages." + std::to_string(i);
            const int width = config.widths[i];
            Stage stage;
            if (i > 0) {
                const int before = config.widths[i - 1];
                stage.downsample_norm.emplace(
                    layer_norm(parameters_, name + ".downsample.0", before, config, norm_mode_));
                stage.downsample_conv.emplace(parameters_, name + ".downsample.1", before, width, 2, 2, 0,
                                              true);
            }
            for (int block = 0; block < config.depths[i]; ++block)
                stage.blocks.emplace_back(parameters_, name + ".blocks." + std::to_string(block), width,
                                          config, norm_mode_);
            stages_.push_back(std::move(stage));
        }
        auto& last = config.head_norm_first ? norm_pre_ : head_norm_;
        last.emplace(layer_norm(parameters_, config.head_norm_first ? "norm_pre" : "head.norm",
                                config.widths.back(), config, norm_mode_));
        fc_.emplace(parameters_, "head.fc", config.widths.back(), config.classes, LinearKind::affine,
                    TensorRole::head);
    }

    at::Tensor features(const ModelInput& input) const override {
        at::Tensor x = channels_first(stem_norm_(channels_last(stem_conv_(input.images))));
        for (const Stage& stage : stages_) {
            if (stage.downsample_conv)
                x = (*stage.downsample_conv)(channels_first((*stage.downsample_norm)(channels_last(x))));
            for (const Block& block : stage.blocks)
                x = block(x);
        }
        if (norm_pre_)
            return (*norm_pre_)(channels_last(x)).mean({1, 2}); // [N,H,W,D] to [N,D]
        return (*head_norm_)(x.mean({2, 3}));                   // [N,D,H,W] to [N,D]
    }

    at::Tensor head(const at::Tensor& features) const override { return (*fc_)(features); }

    std::vector<const Norm*> norms() const override {
        std::vector<const Norm*> all{&stem_norm_};
        for (const Stage& stage : stages_) {
            if (stage.downsample_norm)
                all.push_back(&*stage.downsample_norm);
            for (const Block& block : stage.blocks)
                all.push_back(&block.norm);
        }
        all.push_back(norm_pre_ ? &*norm_pre_ : &*head_norm_);
        return all;
    }

    int feature_count() const override { return static_cast<int>(fc_->weight.size(1)); }

  private:
    Conv2d stem_conv_;
    Norm stem_norm_;
    std::vector<Stage> stages_;
    std::optional<Norm> norm_pre_, head_norm_; ///< one of them
    std::optional<Linear> fc_;
};

} // namespace

std::unique_ptr<Classifier> make_convnext(const ConvNextConfig& config, const at::TensorOptions& options) {
    return std::make_unique<ConvNext>(config, options);
}

} // namespace lab
