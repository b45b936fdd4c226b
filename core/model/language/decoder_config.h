#pragma once

#include "core/base/notice.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lab {

/// What the published families of decoders differ in. Names as in config.json's model_type.
struct DecoderFamily {
    enum class Bias { never, always, told }; ///< told: by a field of config.json

    const char* type;         ///< "llama"
    const char* architecture; ///< "LlamaForCausalLM"
    Bias input_bias;          ///< of q_proj, k_proj and v_proj; told by attention_bias
    Bias output_bias;         ///< of o_proj; likewise
    Bias mlp_bias;            ///< told by mlp_bias
    bool head_norms;          ///< RMSNorm over each head's queries and keys, before the rotation
    int head_width;           ///< where config.json does not tell; 0: width / heads
};

/// All that are known; SmolLM2 is a Llama.
const std::vector<DecoderFamily>& decoder_families();

/// Llama 3.1's scaling of the rotations, which acts at every length: wavelengths above original / low are
/// stretched by the factor, those below original / high are kept, those between are mixed.
struct RopeScaling {
    double factor = 8, low = 1, high = 4;
    double original = 8192; ///< tokens
    bool operator==(const RopeScaling&) const = default;
};

/// The shape of a decoder-only transformer, all of it read from its folder.
struct DecoderConfig {
    std::string family; ///< "llama", "qwen2" or "qwen3"
    std::int64_t vocabulary = 0, width = 0, inner = 0, layers = 0;
    std::int64_t heads = 0, key_heads = 0, head_width = 0;
    std::int64_t context = 0; ///< the most tokens that question and answer may have together
    double epsilon = 1e-6;
    double rope_theta = 10000;
    std::optional<RopeScaling> scaling;
    bool input_bias = false, output_bias = false, mlp_bias = false, head_norms = false;
    bool told_tied = false;               ///< what tie_word_embeddings says; the weights decide
    std::vector<std::int64_t> end_tokens; ///< may be none: then nothing can be answered
    std::int64_t padding = 0;             ///< what stands where a sequence has no token
    /// A padding token that ends no answer is never said: nobody could tell it from what fills an answer up.
    std::optional<std::int64_t> never_said;
    std::vector<Notice> notices; ///< what was assumed or ignored
};

/// Reads config.json and, where it is there, generation_config.json, whose end tokens come first. Throws
/// std::runtime_error naming file and field for what is missing, is of a wrong kind, disagrees, or asks for
/// arithmetic that is not implemented (another architecture or activation, sliding windows, other rotations,
/// quantised weights).
DecoderConfig read_decoder_config(const std::string& folder);

/// The same from texts. @param generation "" where there is none
DecoderConfig decoder_config_from(std::string_view config, std::string_view generation,
                                  const std::string& folder);

} // namespace lab
