#pragma once

#include "core/model/language/decoder_config.h"
#include "core/model/language/key_value_cache.h"
#include "core/model/language/rope.h"
#include "core/nn/layers.h"
#include "core/recipe/lora_shape.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lab {

/// x · w / √(mean x² + ε) over the last dimension.
struct RmsNorm {
    at::Tensor weight; ///< [C]
    double epsilon;

    RmsNorm(Parameters& parameters, const std::string& name, std::int64_t channels, double eps);
    at::Tensor operator()(const at::Tensor& x) const;
};

/// A linear map that may have a low-rank pair: W·x + b + (alpha / rank)·B·A·x.
struct Projection {
    std::string name; ///< "model.layers.0.self_attn.q_proj"
    Linear linear;
    at::Tensor lora_a, lora_b; ///< [rank,in] and [out,rank], undefined at first
    double lora_scale = 0;

    /// @param type of the weight
    Projection(Parameters& parameters, const std::string& full_name, std::int64_t in, std::int64_t out,
               bool with_bias, at::ScalarType type);
    at::Tensor operator()(const at::Tensor& x) const;
    /// A uniform in ±1/√in, from a hash of its name and the seed; B zero.
    void add_lora(Parameters& parameters, int rank, double alpha, std::uint64_t seed);
};

/// What all layers of a pass share.
struct Pass {
    Rotation rotation;
    at::Tensor visible; ///< [B,1,1,T,S] bool: which tokens a token sees; undefined: all of them
    KeyValueCache* cache;
};

/// x + attention(norm(x)), then x + mlp(norm(x)).
class DecoderLayer {
  public:
    DecoderLayer(Parameters& parameters, const std::string& name, const DecoderConfig& config,
                 at::ScalarType matrices);

    /// States [B,T,D] to the same.
    at::Tensor operator()(const at::Tensor& x, std::size_t number, const Pass& pass) const;
    std::vector<Projection*> projections();

  private:
    at::Tensor attention(const at::Tensor& x, std::size_t number, const Pass& pass) const;
    at::Tensor heads_of(const at::Tensor& x, std::int64_t heads) const;

    std::int64_t heads_, key_heads_, head_width_;
    RmsNorm input_norm_;
    Projection q_, k_, v_, o_;
    std::vector<RmsNorm> head_norms_; ///< of queries and of keys, or none
    RmsNorm mlp_norm_;
    Projection gate_, up_, down_;
};

} // namespace lab
