#include "tests/support/small_decoders.h"

#include "core/model/hash_weights.h"
#include "core/weights/safetensors.h"

#include <ATen/ATen.h>

#include <cmath>
#include <fstream>

namespace test_models {

namespace {

lab::DecoderConfig shape_of(const nlohmann::json& config) {
    return lab::decoder_config_from(config.dump(), "", "small");
}

bool tied(const nlohmann::json& config) {
    return config.value("tie_word_embeddings", false);
}

} // namespace

nlohmann::json decoder_config(const std::string& family) {
    nlohmann::json config = {{"model_type", family},
                             {"hidden_act", "silu"},
                             {"hidden_size", 16},
                             {"intermediate_size", 24},
                             {"num_hidden_layers", 2},
                             {"num_attention_heads", 4},
                             {"num_key_value_heads", 2},
                             {"vocab_size", 40},
                             {"max_position_embeddings", 64},
                             {"rms_norm_eps", 1e-5},
                             {"rope_theta", 10000.0},
                             {"eos_token_id", 2},
                             {"pad_token_id", 0},
                             {"tie_word_embeddings", false}};
    if (family == "qwen3")
        config["head_dim"] = 6;
    return config;
}

lab::StateDict decoder_weights(const nlohmann::json& config) {
    const lab::Decoder shapes(shape_of(config), tied(config),
                              at::TensorOptions(at::kDouble).device(at::kMeta), at::kDouble);
    lab::StateDict weights;
    for (const auto& entry : shapes.parameters().entries()) {
        // Twice the usual size, so that predictions are neither even nor certain.
        const double scale = entry.value.dim() == 2 ? 2.0 : 1.0;
        weights[entry.name] =
            (scale * lab::hash_weight(entry.name, entry.value.sizes().vec())).to(at::kFloat);
    }
    return weights;
}

std::string write_decoder(const std::filesystem::path& folder, const nlohmann::json& config,
                          const lab::StateDict& weights) {
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "config.json") << config.dump(1);
    lab::write_safetensors((folder / "model.safetensors").string(), weights, {{"format", "pt"}});
    return folder.string();
}

std::string write_decoder(const std::filesystem::path& folder, const std::string& family) {
    const nlohmann::json config = decoder_config(family);
    return write_decoder(folder, config, decoder_weights(config));
}

std::unique_ptr<lab::Decoder> decoder_of(const nlohmann::json& config) {
    auto made = std::make_unique<lab::Decoder>(shape_of(config), tied(config), at::TensorOptions(at::kDouble),
                                               at::kDouble);
    made->parameters().load(decoder_weights(config), "small");
    return made;
}

std::unique_ptr<lab::Decoder> decoder(const std::string& family) {
    return decoder_of(decoder_config(family));
}

} // namespace test_models
