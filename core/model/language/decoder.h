#pragma once

#include "core/model/language/decoder_config.h"
#include "core/model/language/decoder_layers.h"
#include "core/model/language/key_value_cache.h"
#include "core/model/language/rope.h"
#include "core/nn/classifier.h"

#include <memory>
#include <optional>
#include <vector>

namespace lab {

/// A decoder-only transformer as Llama, Qwen2 and Qwen3 are published: RMSNorm, rotary positions,
/// grouped-query attention, SwiGLU. Its features are the hidden states after the last norm, its head maps
/// them to logits over the vocabulary. Names of parameters as in the published files:
/// model.embed_tokens.weight, model.layers.0.self_attn.q_proj.weight, …, model.norm.weight, lm_head.weight
/// (none where the head is tied to the embedding).
class Decoder final : public Classifier {
  public:
    /// @param options device, and the type of norms, states and logits
    /// @param matrices the type of embedding, head and linear maps, which are never trained themselves where
    /// it is a narrower one
    Decoder(const DecoderConfig& config, bool tied, const at::TensorOptions& options,
            at::ScalarType matrices);

    at::Tensor features(const ModelInput& input) const override;
    at::Tensor head(const at::Tensor& features) const override;
    /// Hidden states after the last norm, [B,T,D]; those of padding mean nothing.
    /// @param tokens [B,T] int64; mask [B,T] bool, false where there is padding, which lies on the left
    /// @param cache what was seen before these tokens, and takes them in; may be none. For inference alone
    /// @param noise [B,P,D] in units of embedding_scale(), added to the embeddings of the first P ≤ T tokens;
    /// may be undefined
    at::Tensor hidden(const at::Tensor& tokens, const at::Tensor& mask, KeyValueCache* cache = nullptr,
                      const at::Tensor& noise = {}) const;

    std::vector<const Norm*> norms() const override { return {}; }
    int feature_count() const override { return static_cast<int>(config_.width); }
    int attention_heads() const override { return static_cast<int>(config_.heads); }
    std::int64_t rows_at_once() const override;
    void add_lora(const LoraShape& shape, std::uint64_t seed) override;
    void add_shift() override;

    const DecoderConfig& config() const { return config_; }
    /// The root of the mean square of all embeddings, as they are when it is first asked for.
    double embedding_scale() const;
    bool tied() const { return !head_.weight.defined(); }
    /// Throws std::runtime_error where nothing says how an answer ends.
    void expect_end_token() const;
    /// Throws std::runtime_error where a tokeniser's ids have no row in the embedding.
    /// @param largest id; source of the tokeniser, for the sentence
    void expect_ids_up_to(std::int64_t largest, const std::string& source) const;

  private:
    at::Tensor states(const at::Tensor& tokens, const at::Tensor& mask, KeyValueCache* cache,
                      const at::Tensor& noise) const;

    DecoderConfig config_;
    at::Tensor embedding_; ///< [V,D]
    mutable std::optional<double> embedding_scale_;
    Rope rope_;
    std::vector<DecoderLayer> layers_;
    std::unique_ptr<RmsNorm> norm_;
    Linear head_;      ///< undefined where it is tied
    at::Tensor shift_; ///< [D], undefined at first
    LoraShape lora_;   ///< counts where has_lora_
    bool has_lora_ = false;
};

} // namespace lab
