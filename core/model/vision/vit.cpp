#include "core/model/vision/vit.h"

#include <ATen/ATen.h>

#include <cmath>
#include <stdexcept>
#include <string>

namespace lab {

namespace {

struct Block {
    Norm norm1;
    Linear qkv, projection;
    Norm norm2;
    Linear fc1, fc2;
    int heads;

    Block(Parameters& parameters, const std::string& name, const VitConfig& config, const NormMode& mode)
        : norm1(parameters, name + ".norm1", config.width, {NormKind::layer, 1, config.epsilon}, mode),
          qkv(parameters, name + ".attn.qkv", config.width, 3 * config.width),
          projection(parameters, name + ".attn.proj", config.width, config.width),
          norm2(parameters, name + ".norm2", config.width, {NormKind::layer, 1, config.epsilon}, mode),
          fc1(parameters, name + ".mlp.fc1", config.width, config.mlp_ratio * config.width),
          fc2(parameters, name + ".mlp.fc2", config.mlp_ratio * config.width, config.width),
          heads(config.heads) {}

    /// softmax(q kᵀ / √d) v over the tokens, x [N,T,D] to [N,T,D].
    at::Tensor attention(const at::Tensor& x) const {
        const auto n = x.size(0), t = x.size(1), d = x.size(2) / heads;
        const auto parts =
            qkv(x).reshape({n, t, 3, heads, d}).permute({2, 0, 3, 1, 4}).unbind(0); // [N,h,T,d]
        const at::Tensor scores =
            (parts[0] * (1.0 / std::sqrt(static_cast<double>(d)))).matmul(parts[1].transpose(2, 3));
        return projection(scores.softmax(-1).matmul(parts[2]).transpose(1, 2).reshape({n, t, heads * d}));
    }

    at::Tensor operator()(const at::Tensor& x) const {
        const at::Tensor y = x + attention(norm1(x));
        return y + fc2(at::gelu(fc1(norm2(y))));
    }
};

class Vit final : public Classifier {
  public:
    Vit(const VitConfig& config, const at::TensorOptions& options)
        : Classifier(options), cls_token_(parameters_.add("cls_token", {1, 1, config.width})),
          pos_embed_(parameters_.add("pos_embed", {1, tokens(config), config.width})),
          patch_embed_(parameters_, "patch_embed.proj", config.in_channels, config.width, config.patch,
                       config.patch, 0, true) {
        for (int i = 0; i < config.depth; ++i)
            blocks_.emplace_back(parameters_, "blocks." + std::to_string(i), config, norm_mode_);
        norm_ = std::make_unique<Norm>(parameters_, "norm", config.width,
                                       NormConfig{NormKind::layer, 1, config.epsilon}, norm_mode_);
        head_ = std::make_unique<Linear>(parameters_, "head", config.width, config.classes,
                                         LinearKind::affine, TensorRole::head);
    }

    at::Tensor features(const ModelInput& input) const override {
        const at::Tensor patches = patch_embed_(input.images).flatten(2).transpose(1, 2); // [N,T-1,D]
        const at::Tensor cls = cls_token_.expand({input.images.size(0), -1, -1});
        at::Tensor x = at::cat({cls, patches}, 1) + pos_embed_;
        for (const Block& block : blocks_)
            x = block(x);
        return (*norm_)(x).select(1, 0);
    }

    at::Tensor head(const at::Tensor& features) const override { return (*head_)(features); }

    std::vector<const Norm*> norms() const override {
        std::vector<const Norm*> all;
        for (const Block& block : blocks_) {
            all.push_back(&block.norm1);
            all.push_back(&block.norm2);
        }
        all.push_back(norm_.get());
        return all;
    }

    int feature_count() const override { return static_cast<int>(head_->weight.size(1)); }
    int attention_heads() const override { return blocks_.empty() ? 0 : blocks_.front().heads; }

  private:
    static int tokens(const VitConfig& config) {
        const int side = config.image_size / config.patch;
        return side * side + 1;
    }

    at::Tensor cls_token_, pos_embed_;
    Conv2d patch_embed_;
    std::vector<Block> blocks_;
    std::unique_ptr<Norm> norm_;
    std::unique_ptr<Linear> head_;
};

} // namespace

std::unique_ptr<Classifier> make_vit(const VitConfig& config, const at::TensorOptions& options) {
    if (config.patch < 1 || config.image_size < config.patch || config.image_size % config.patch != 0)
        throw std::invalid_argument("vit: expected pictures of a whole number of patches of " +
                                    std::to_string(config.patch) + " pixels a side, found " +
                                    std::to_string(config.image_size));
    return std::make_unique<Vit>(config, options);
}

} // namespace lab
