#include "core/model/language/decoder_layers.h"

#include "core/model/hash_weights.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <cmath>
#include <limits>

namespace lab {

RmsNorm::RmsNorm(Parameters& parameters, const std::string& name, std::int64_t channels, double eps)
    : weight(parameters.add(name + ".weight", {channels}, TensorRole::norm_weight)), epsilon(eps) {}

at::Tensor RmsNorm::operator()(const at::Tensor& x) const {
    return x * (x.square().mean(-1, true) + epsilon).rsqrt() * weight;
}

Projection::Projection(Parameters& parameters, const std::string& full_name, std::int64_t in,
                       std::int64_t out, bool with_bias, at::ScalarType type)
    : name(full_name), linear(parameters.add(name + ".weight", {out, in}, TensorRole::other, type)) {
    if (with_bias)
        linear.bias = parameters.add(name + ".bias", {out});
}

at::Tensor Projection::operator()(const at::Tensor& x) const {
    const at::Tensor y = linear(x);
    return lora_a.defined() ? y + lora_scale * at::linear(at::linear(x, lora_a), lora_b) : y;
}

void Projection::add_lora(Parameters& parameters, int rank, double alpha, std::uint64_t seed) {
    lora_scale = alpha / rank;
    if (lora_a.defined())
        return;
    const c10::NoGradGuard no_grad;
    const auto in = linear.weight.size(1), out = linear.weight.size(0);
    lora_a = parameters.add(name + ".lora_A.weight", {rank, in}, TensorRole::lora);
    lora_b = parameters.add(name + ".lora_B.weight", {out, rank}, TensorRole::lora);
    std::string key = name + ".lora_A.weight";
    if (seed != 0)
        (key += '#') += std::to_string(seed);
    lora_a.copy_(hash_tensor(key, {rank, in}) * (1 / std::sqrt(static_cast<double>(in))));
    lora_b.zero_();
}

DecoderLayer::DecoderLayer(Parameters& parameters, const std::string& name, const DecoderConfig& c,
                           at::ScalarType type)
    : heads_(c.heads), key_heads_(c.key_heads), head_width_(c.head_width),
      input_norm_(parameters, name + ".input_layernorm", c.width, c.epsilon),
      q_(parameters, name + ".self_attn.q_proj", c.width, c.heads * c.head_width, c.input_bias, type),
      k_(parameters, name + ".self_attn.k_proj", c.width, c.key_heads * c.head_width, c.input_bias, type),
      v_(parameters, name + ".self_attn.v_proj", c.width, c.key_heads * c.head_width, c.input_bias, type),
      o_(parameters, name + ".self_attn.o_proj", c.heads * c.head_width, c.width, c.output_bias, type),
      mlp_norm_(parameters, name + ".post_attention_layernorm", c.width, c.epsilon),
      gate_(parameters, name + ".mlp.gate_proj", c.width, c.inner, c.mlp_bias, type),
      up_(parameters, name + ".mlp.up_proj", c.width, c.inner, c.mlp_bias, type),
      down_(parameters, name + ".mlp.down_proj", c.inner, c.width, c.mlp_bias, type) {
    if (c.head_norms)
        for (const char* part : {".self_attn.q_norm", ".self_attn.k_norm"})
            head_norms_.emplace_back(parameters, name + part, c.head_width, c.epsilon);
}

std::vector<Projection*> DecoderLayer::projections() {
    return {&q_, &k_, &v_, &o_, &gate_, &up_, &down_};
}

/// [B,T,h·d] to [B,h,T,d].
at::Tensor DecoderLayer::heads_of(const at::Tensor& x, std::int64_t heads) const {
    return x.view({x.size(0), x.size(1), heads, head_width_}).transpose(1, 2);
}

/// softmax(q kᵀ / √d) v; the queries of a group of heads share their keys and values.
at::Tensor DecoderLayer::attention(const at::Tensor& x, std::size_t number, const Pass& pass) const {
    const auto b = x.size(0), t = x.size(1), group = heads_ / key_heads_;
    at::Tensor q = heads_of(q_(x), heads_), k = heads_of(k_(x), key_heads_);
    if (!head_norms_.empty()) {
        q = head_norms_[0](q);
        k = head_norms_[1](k);
    }
    KeyValueCache::Pair all{pass.rotation(k), heads_of(v_(x), key_heads_)}; // [B,g,S,d]
    if (pass.cache != nullptr)
        all = pass.cache->store(number, all.keys, all.values);
    const auto s = all.keys.size(2);
    q = pass.rotation(q) * (1.0 / std::sqrt(static_cast<double>(head_width_)));
    at::Tensor scores = q.reshape({b, key_heads_, group * t, head_width_})
                            .matmul(all.keys.transpose(2, 3))
                            .view({b, key_heads_, group, t, s});
    if (pass.visible.defined()) {
        // The lowest number in place of −∞: rows of padding see nothing, and must not become NaN.
        const double least = scores.scalar_type() == at::kDouble ? std::numeric_limits<double>::lowest()
                                                                 : std::numeric_limits<float>::lowest();
        scores = scores.masked_fill(pass.visible.logical_not(), least);
    }
    const at::Tensor mixed = scores.softmax(-1).view({b, key_heads_, group * t, s}).matmul(all.values);
    return o_(mixed.view({b, heads_, t, head_width_}).transpose(1, 2).reshape({b, t, heads_ * head_width_}));
}

at::Tensor DecoderLayer::operator()(const at::Tensor& x, std::size_t number, const Pass& pass) const {
    const at::Tensor y = x + attention(input_norm_(x), number, pass);
    const at::Tensor z = mlp_norm_(y);
    return y + down_(at::silu(gate_(z)) * up_(z));
}

} // namespace lab
