#include "core/model/language/decoder.h"

#include "core/base/text.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace lab {

namespace {

constexpr const char* lora_targets[] = {"q_proj",    "k_proj",  "v_proj",   "o_proj",
                                        "gate_proj", "up_proj", "down_proj"};

void expect_shape(const LoraShape& shape) {
    if (shape.rank < 1 || shape.rank > 4096)
        throw std::invalid_argument("trained.lora.rank: expected 1 to 4096, found " +
                                    std::to_string(shape.rank));
    if (!std::isfinite(shape.alpha) || shape.alpha <= 0)
        throw std::invalid_argument("trained.lora.alpha: expected a number above 0, found " +
                                    std::to_string(shape.alpha));
    if (shape.targets.empty())
        throw std::invalid_argument("trained.lora.targets: expected at least one map, found none");
    for (const std::string& target : shape.targets)
        if (std::find(std::begin(lora_targets), std::end(lora_targets), target) == std::end(lora_targets))
            throw std::invalid_argument("trained.lora.targets: expected q_proj, k_proj, v_proj, o_proj, "
                                        "gate_proj, up_proj or down_proj, found \"" +
                                        shown(target) + "\"");
}

/// Which of all tokens so far (S) each of the last T sees: those before it and itself that are no padding.
/// [B,1,1,T,S]; undefined where that is all.
at::Tensor visible_to(const at::Tensor& mask, std::int64_t t) {
    const auto s = mask.size(1);
    const at::Tensor present = mask.view({mask.size(0), 1, 1, 1, s});
    if (t == 1)
        return present;
    const at::Tensor causal = at::ones({t, s}, mask.options()).tril(s - t);
    return present.logical_and(causal);
}

} // namespace

Decoder::Decoder(const DecoderConfig& config, bool tied, const at::TensorOptions& options,
                 at::ScalarType matrices)
    : Classifier(options), config_(config),
      embedding_(parameters_.add("model.embed_tokens.weight", {config.vocabulary, config.width},
                                 tied ? TensorRole::head : TensorRole::other, matrices)),
      rope_(config, options), head_(at::Tensor()) {
    for (std::int64_t i = 0; i < config.layers; ++i)
        layers_.emplace_back(parameters_, "model.layers." + std::to_string(i), config_, matrices);
    norm_ = std::make_unique<RmsNorm>(parameters_, "model.norm", config.width, config.epsilon);
    if (!tied)
        head_.weight =
            parameters_.add("lm_head.weight", {config.vocabulary, config.width}, TensorRole::head, matrices);
}

double Decoder::embedding_scale() const {
    if (!embedding_scale_)
        embedding_scale_ = embedding_.detach().to(at::kFloat).square().mean().sqrt().item<double>();
    return *embedding_scale_;
}

at::Tensor Decoder::states(const at::Tensor& tokens, const at::Tensor& mask, KeyValueCache* cache,
                           const at::Tensor& noise) const {
    const auto t = tokens.size(1);
    const at::Tensor present = cache != nullptr ? cache->extend(mask) : mask; // [B,S]
    // Positions count from the first token that is no padding.
    const at::Tensor positions =
        (present.to(at::kLong).cumsum(1) - 1).clamp_min(0).narrow(1, present.size(1) - t, t);
    const Pass pass{rope_.at(positions), visible_to(present, t), cache};
    at::Tensor x = at::embedding(embedding_, tokens).to(options().dtype()); // [B,T,D]
    if (noise.defined())
        x = x + at::constant_pad_nd(noise.to(x.options()) * embedding_scale(), {0, 0, 0, t - noise.size(1)});
    for (std::size_t i = 0; i < layers_.size(); ++i)
        x = layers_[i](x, i, pass);
    if (cache != nullptr)
        cache->advance(t);
    return x;
}

at::Tensor Decoder::hidden(const at::Tensor& tokens, const at::Tensor& mask, KeyValueCache* cache,
                           const at::Tensor& noise) const {
    return (*norm_)(states(tokens, mask, cache, noise));
}

at::Tensor Decoder::features(const ModelInput& input) const {
    if (!input.has_tokens())
        throw std::invalid_argument("input: expected tokens for a language model, found pictures");
    const at::Tensor x = states(input.tokens, input.mask, nullptr, input.noise);
    return (*norm_)(x.flatten(0, 1).index_select(0, input.rows.places));
}

at::Tensor Decoder::head(const at::Tensor& features) const {
    const at::Tensor z = shift_.defined() ? features + shift_ : features;
    return Linear(tied() ? embedding_ : head_.weight)(z);
}

std::int64_t Decoder::rows_at_once() const {
    constexpr std::int64_t logits = 1 << 20; // 4 MB in single precision; a loss holds about twenty such
    return std::max<std::int64_t>(1, logits / config_.vocabulary);
}

void Decoder::add_lora(const LoraShape& shape, std::uint64_t seed) {
    expect_shape(shape);
    if (has_lora_ && (shape.rank != lora_.rank || shape.targets != lora_.targets))
        throw std::invalid_argument("trained.lora: expected the rank " + std::to_string(lora_.rank) +
                                    " and the targets that this model began with, found others");
    has_lora_ = true;
    lora_ = shape;
    for (DecoderLayer& layer : layers_)
        for (Projection* map : layer.projections())
            if (std::find(shape.targets.begin(), shape.targets.end(),
                          map->name.substr(map->name.rfind('.') + 1)) != shape.targets.end())
                map->add_lora(parameters_, shape.rank, shape.alpha, seed);
}

void Decoder::add_shift() {
    if (shift_.defined())
        return;
    shift_ = parameters_.add("head.shift", {config_.width}, TensorRole::shift);
    shift_.zero_();
}

void Decoder::expect_end_token() const {
    if (config_.end_tokens.empty())
        throw std::runtime_error("eos_token_id: expected a token that ends an answer in config.json or "
                                 "generation_config.json, found none");
}

void Decoder::expect_ids_up_to(std::int64_t largest, const std::string& source) const {
    if (largest >= config_.vocabulary)
        throw std::runtime_error(source + ": expected tokens from 0 to " +
                                 std::to_string(config_.vocabulary - 1) +
                                 ", as the embedding has them, found " + std::to_string(largest));
}

} // namespace lab
