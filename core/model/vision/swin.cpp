#include "core/model/vision/swin.h"

#include "core/nn/window_attention.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace lab {

namespace {

/// Adds rows and columns of zeros to [N,H,W,C] until both are multiples of `side`.
at::Tensor padded(const at::Tensor& x, std::int64_t side) {
    const auto below = (side - x.size(1) % side) % side, right = (side - x.size(2) % side) % side;
    return below == 0 && right == 0 ? x : at::constant_pad_nd(x, {0, 0, 0, right, 0, below});
}

/// How far the windows of every other block lie from the others'; a length that one window holds is left.
std::int64_t shift_of(std::int64_t length, std::int64_t window) {
    return length > window ? window / 2 : 0;
}

struct Block {
    Norm norm1;
    at::Tensor bias_table; ///< [(2w − 1)², heads]
    Linear qkv, projection;
    Norm norm2;
    Linear fc1, fc2;
    int heads, window;
    bool shifted;

    Block(Parameters& parameters, const std::string& name, const SwinConfig& config, int width,
          int head_count, bool shifted_windows, const NormMode& mode)
        : norm1(parameters, name + ".norm1", width, {NormKind::layer, 1, config.epsilon}, mode),
          bias_table(parameters.add(name + ".attn.relative_position_bias_table",
                                    {(2 * config.window - 1) * (2 * config.window - 1), head_count})),
          qkv(parameters, name + ".attn.qkv", width, 3 * width),
          projection(parameters, name + ".attn.proj", width, width),
          norm2(parameters, name + ".norm2", width, {NormKind::layer, 1, config.epsilon}, mode),
          fc1(parameters, name + ".mlp.fc1", width, config.mlp_ratio * width),
          fc2(parameters, name + ".mlp.fc2", config.mlp_ratio * width, width), heads(head_count),
          window(config.window), shifted(shifted_windows) {}

    /// softmax(q kᵀ / √d + bias + mask) v within each window, x [B,w²,C], mask [windows,w²,w²] or undefined.
    at::Tensor attention(const at::Tensor& x, const at::Tensor& positions, const at::Tensor& mask) const {
        const auto b = x.size(0), t = x.size(1), d = x.size(2) / heads;
        const auto parts =
            qkv(x).reshape({b, t, 3, heads, d}).permute({2, 0, 3, 1, 4}).unbind(0); // [B,h,t,d]
        at::Tensor scores =
            (parts[0] * (1.0 / std::sqrt(static_cast<double>(d)))).matmul(parts[1].transpose(2, 3));
        scores = scores + bias_table.index_select(0, positions).view({t, t, heads}).permute({2, 0, 1});
        if (mask.defined()) {
            const auto windows = mask.size(0);
            scores = (scores.view({b / windows, windows, heads, t, t}) + mask.unsqueeze(1).unsqueeze(0))
                         .view({b, heads, t, t});
        }
        return projection(scores.softmax(-1).matmul(parts[2]).transpose(1, 2).reshape({b, t, heads * d}));
    }

    /// x [N,H,W,C], likewise out.
    at::Tensor operator()(const at::Tensor& x, const at::Tensor& positions, const at::Tensor& mask) const {
        const auto height = x.size(1), width = x.size(2);
        const auto down = shifted ? shift_of(height, window) : 0;
        const auto across = shifted ? shift_of(width, window) : 0;
        at::Tensor map = norm1(x);
        if (down > 0 || across > 0)
            map = map.roll({-down, -across}, {1, 2});
        map = padded(map, window);
        const at::Tensor seen = attention(windows_of(map, window), positions, shifted ? mask : at::Tensor());
        map = joined_windows(seen, window, map.size(1), map.size(2)).slice(1, 0, height).slice(2, 0, width);
        if (down > 0 || across > 0)
            map = map.roll({down, across}, {1, 2});
        const at::Tensor y = x + map;
        return y + fc2(at::gelu(fc1(norm2(y))));
    }
};

struct Stage {
    std::optional<Norm> downsample_norm;
    std::optional<Linear> reduction;
    std::vector<Block> blocks;

    /// Neighbouring 2×2 tokens become one, [N,H,W,C] to [N,H/2,W/2,2C].
    at::Tensor merged(const at::Tensor& x) const {
        const at::Tensor even = padded(x, 2);
        const auto n = even.size(0), rows = even.size(1) / 2, columns = even.size(2) / 2, c = even.size(3);
        // Column before row, as the weights were trained: (0,0), (1,0), (0,1), (1,1).
        const at::Tensor four = even.reshape({n, rows, 2, columns, 2, c})
                                    .permute({0, 1, 3, 4, 2, 5})
                                    .reshape({n, rows, columns, 4 * c});
        return (*reduction)((*downsample_norm)(four));
    }
};

class Swin final : public Classifier {
  public:
    Swin(const SwinConfig& config, const at::TensorOptions& options)
        : Classifier(options), window_(config.window),
          patch_embed_(parameters_, "patch_embed.proj", config.in_channels, config.width, config.patch,
                       config.patch, 0, true),
          patch_norm_(parameters_, "patch_embed.norm", config.width, {NormKind::layer, 1, config.epsilon},
                      norm_mode_) {
        int width = config.width;
        for (std::size_t i = 0; i < config.depths.size(); ++i) {
            const std::string name = "layers." + std::to_string(i);
            Stage stage;
            if (i > 0) {
                stage.downsample_norm.emplace(parameters_, name + ".downsample.norm", 4 * width,
                                              NormConfig{NormKind::layer, 1, config.epsilon}, norm_mode_);
                stage.reduction.emplace(parameters_, name + ".downsample.reduction", 4 * width, 2 * width,
                                        LinearKind::no_bias);
                width *= 2;
            }
            for (int block = 0; block < config.depths[i]; ++block)
                stage.blocks.emplace_back(parameters_, name + ".blocks." + std::to_string(block), config,
                                          width, config.heads[i], block % 2 == 1, norm_mode_);
            stages_.push_back(std::move(stage));
        }
        norm_.emplace(parameters_, "norm", width, NormConfig{NormKind::layer, 1, config.epsilon}, norm_mode_);
        fc_.emplace(parameters_, "head.fc", width, config.classes, LinearKind::affine, TensorRole::head);
        if (options.device().type() != at::kMeta)
            positions_ = relative_positions(window_).to(options.device());
    }

    at::Tensor features(const ModelInput& input) const override {
        at::Tensor x = patch_norm_(patch_embed_(input.images).permute({0, 2, 3, 1})); // [N,H,W,C]
        for (const Stage& stage : stages_) {
            if (stage.reduction)
                x = stage.merged(x);
            const at::Tensor mask = mask_for(x);
            for (const Block& block : stage.blocks)
                x = block(x, positions_, mask);
        }
        return (*norm_)(x).mean({1, 2}); // [N,H,W,D] to [N,D]
    }

    at::Tensor head(const at::Tensor& features) const override { return (*fc_)(features); }

    std::vector<const Norm*> norms() const override {
        std::vector<const Norm*> all{&patch_norm_};
        for (const Stage& stage : stages_) {
            if (stage.downsample_norm)
                all.push_back(&*stage.downsample_norm);
            for (const Block& block : stage.blocks) {
                all.push_back(&block.norm1);
                all.push_back(&block.norm2);
            }
        }
        all.push_back(&*norm_);
        return all;
    }

    int feature_count() const override { return static_cast<int>(fc_->weight.size(1)); }
    int attention_heads() const override { return stages_.front().blocks.front().heads; }

  private:
    /// The mask of a map's shifted blocks; undefined where one window holds all of it.
    at::Tensor mask_for(const at::Tensor& x) const {
        const auto down = shift_of(x.size(1), window_), across = shift_of(x.size(2), window_);
        if (down == 0 && across == 0)
            return {};
        const auto up = [&](std::int64_t length) { return (length + window_ - 1) / window_ * window_; };
        return shift_mask(up(x.size(1)), up(x.size(2)), window_, down, across, options());
    }

    std::int64_t window_;
    Conv2d patch_embed_;
    Norm patch_norm_;
    std::vector<Stage> stages_;
    std::optional<Norm> norm_;
    std::optional<Linear> fc_;
    at::Tensor positions_;
};

} // namespace

std::unique_ptr<Classifier> make_swin(const SwinConfig& config, const at::TensorOptions& options) {
    return std::make_unique<Swin>(config, options);
}

} // namespace lab
