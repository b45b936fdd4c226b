#include "core/model/language/decoder_config.h"

#include "core/base/input_file.h"
#include "core/base/text.h"
#include "core/model/language/config_fields.h"
#include "core/model/language/rope_config.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <stdexcept>

namespace lab {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Bias = DecoderFamily::Bias;

/// Fields that ask for arithmetic of other networks, unless they have the value at which they ask for
/// nothing.
struct Foreign {
    const char* key;
    const char* nothing; ///< JSON
};
constexpr Foreign foreign_fields[] = {
    {"use_sliding_window", "false"},
    {"rope_interleaved", "false"},
    {"use_mrope", "false"},
    {"partial_rotary_factor", "1"},
    {"attn_logit_softcapping", "0"},
    {"final_logit_softcapping", "0"},
    {"logit_scale", "1"},
    {"logits_scaling", "1"},
    {"residual_multiplier", "1"},
    {"embedding_multiplier", "1"},
    {"attention_multiplier", "null"},
    {"query_pre_attn_scalar", "null"},
    {"num_experts", "0"},
    {"num_local_experts", "0"},
    {"no_rope_layers", "[]"},
    {"no_rope_layer_interval", "0"},
    {"quantization_config", "null"},
    {"use_qk_norm", "false"},
    {"qk_layernorm", "false"},
    {"clip_qkv", "null"},
    {"is_encoder_decoder", "false"},
    {"add_cross_attention", "false"},
    {"cross_attention_layers", "[]"},
    {"attention_chunk_size", "null"},
    {"kv_lora_rank", "null"},
    {"alibi", "false"},
};

/// Fields that are read, or say nothing about the arithmetic.
constexpr std::array harmless_fields = {"architectures",
                                        "model_type",
                                        "attention_bias",
                                        "attention_dropout",
                                        "bos_token_id",
                                        "eos_token_id",
                                        "pad_token_id",
                                        "dtype",
                                        "torch_dtype",
                                        "head_dim",
                                        "hidden_act",
                                        "hidden_size",
                                        "initializer_range",
                                        "intermediate_size",
                                        "max_position_embeddings",
                                        "mlp_bias",
                                        "num_attention_heads",
                                        "num_hidden_layers",
                                        "num_key_value_heads",
                                        "pretraining_tp",
                                        "rms_norm_eps",
                                        "rope_scaling",
                                        "rope_parameters",
                                        "rope_theta",
                                        "tie_word_embeddings",
                                        "transformers_version",
                                        "use_cache",
                                        "vocab_size",
                                        "sliding_window",
                                        "max_window_layers",
                                        "layer_types",
                                        "_name_or_path",
                                        "is_llama_config",
                                        "unsloth_fixed",
                                        "auto_map",
                                        "id2label",
                                        "label2id",
                                        "num_labels",
                                        "problem_type",
                                        "return_dict",
                                        "output_attentions",
                                        "output_hidden_states",
                                        "use_return_dict",
                                        "is_decoder",
                                        "tokenizer_class",
                                        "task_specific_params",
                                        "transformers.js_config"};

std::string listed(const std::vector<DecoderFamily>& rows, const char* DecoderFamily::*name) {
    std::string all;
    for (const DecoderFamily& row : rows)
        all += (all.empty() ? "" : ", ") + std::string(row.*name);
    return all;
}

const DecoderFamily& family_of(const ConfigFields& fields) {
    const std::vector<DecoderFamily>& rows = decoder_families();
    const std::string type = fields.text("model_type", "");
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const DecoderFamily& family) { return type == family.type; });
    if (row == rows.end())
        fields.refuse("model_type", "one of " + listed(rows, &DecoderFamily::type));
    if (fields.has("architectures") && fields["architectures"] != Json::array({row->architecture}))
        fields.refuse("architectures", "[\"" + std::string(row->architecture) + "\"] for the type " + type);
    if (fields.has("auto_map") && fields["auto_map"].is_object() &&
        (fields["auto_map"].contains("AutoModelForCausalLM") || fields["auto_map"].contains("AutoModel")))
        fields.refuse("auto_map", "a model without code of its own");
    return *row;
}

void refuse_foreign(const ConfigFields& fields, std::vector<Notice>& notices) {
    for (const Foreign& row : foreign_fields)
        if (fields.has(row.key) && fields[row.key] != Json::parse(row.nothing))
            fields.refuse(row.key, std::string(row.nothing) + ", as nothing else is implemented");
    std::vector<std::string> unknown;
    for (const auto& [key, value] : fields.object().items()) {
        const bool foreign = std::any_of(std::begin(foreign_fields), std::end(foreign_fields),
                                         [&](const Foreign& row) { return key == row.key; });
        if (!foreign &&
            std::find(harmless_fields.begin(), harmless_fields.end(), key) == harmless_fields.end())
            unknown.push_back(key);
    }
    if (!unknown.empty())
        notices.push_back(
            {NoticeSubject::model, true,
             fields.source() + " has fields that are not known and were ignored: " + first_few(unknown), ""});
}

bool has_bias(Bias rule, const ConfigFields& fields, const char* key) {
    return rule == Bias::always || (rule == Bias::told && fields.truth(key, false));
}

void read_layer_types(const ConfigFields& fields, DecoderConfig& config) {
    if (fields.has("layer_types")) {
        const Json& types = fields["layer_types"];
        if (!types.is_array() || std::ssize(types) != config.layers ||
            !std::all_of(types.begin(), types.end(),
                         [](const Json& type) { return type == "full_attention"; }))
            fields.refuse("layer_types",
                          "\"full_attention\" for each of the " + std::to_string(config.layers) + " layers");
    }
    if (fields.has("sliding_window") && !fields.has("use_sliding_window") && !fields.has("layer_types"))
        config.notices.push_back({NoticeSubject::model, false,
                                  fields.source() + " has a sliding_window that nothing asks to use; "
                                                    "every token sees all before it",
                                  ""});
}

/// Shapes: what they must divide and how large they may be, long before any memory is asked for.
void read_shape(const ConfigFields& fields, const DecoderFamily& family, DecoderConfig& config) {
    constexpr std::int64_t most = 1 << 20;
    config.vocabulary = fields.required("vocab_size", 2, 1 << 22);
    config.width = fields.required("hidden_size", 1, most);
    config.inner = fields.required("intermediate_size", 1, most);
    config.layers = fields.required("num_hidden_layers", 1, 1000);
    config.heads = fields.required("num_attention_heads", 1, 4096);
    config.key_heads = fields.whole("num_key_value_heads", 1, 4096).value_or(config.heads);
    config.context = fields.required("max_position_embeddings", 1, std::int64_t{1} << 31);
    if (config.heads % config.key_heads != 0)
        fields.refuse("num_key_value_heads",
                      "a divisor of num_attention_heads, which is " + std::to_string(config.heads));
    const auto told = fields.whole("head_dim", 1, most);
    if (!told && family.head_width == 0 && config.width % config.heads != 0)
        fields.refuse("hidden_size", "a multiple of num_attention_heads, which is " +
                                         std::to_string(config.heads) + ", where there is no head_dim");
    config.head_width = told ? *told : family.head_width ? family.head_width : config.width / config.heads;
    if (config.head_width % 2 != 0)
        throw std::runtime_error(fields.source() + ": head_dim: expected an even number, found " +
                                 std::to_string(config.head_width));
    if (!fields.has("rms_norm_eps"))
        config.notices.push_back({NoticeSubject::model, false,
                                  "rms_norm_eps 1e-6 assumed: " + fields.source() + " does not tell", ""});
    config.epsilon = fields.positive("rms_norm_eps").value_or(config.epsilon);
}

/// A token or a list of them; what is absent leaves `into` as it is.
bool read_end_tokens(const ConfigFields& fields, DecoderConfig& config) {
    const char* const key = "eos_token_id";
    if (!fields.has(key))
        return false;
    const Json list = fields[key].is_array() ? fields[key] : Json::array({fields[key]});
    const std::string expected = "tokens from 0 to " + std::to_string(config.vocabulary - 1);
    for (const Json& token : list) {
        if (!token.is_number_unsigned() ||
            token.get<std::uint64_t>() >= static_cast<std::uint64_t>(config.vocabulary))
            fields.refuse(key, expected);
        config.end_tokens.push_back(token.get<std::int64_t>());
    }
    return !config.end_tokens.empty();
}

/// Padding is never looked at, so that old files' −1 does no harm.
void read_padding(const ConfigFields& fields, DecoderConfig& config) {
    const std::vector<std::int64_t>& ends = config.end_tokens;
    const auto told = fields.whole("pad_token_id", -1, std::int64_t{1} << 40).value_or(-1);
    if (told < 0 || told >= config.vocabulary) {
        config.padding = ends.empty() ? 0 : ends.front();
        return;
    }
    config.padding = told;
    if (std::find(ends.begin(), ends.end(), told) == ends.end())
        config.never_said = told;
}

/// What generation_config.json asks for besides, which acts on greedy answers elsewhere and not here.
void tell_ignored_settings(const ConfigFields& fields, std::vector<Notice>& notices) {
    constexpr Foreign settings[] = {{"repetition_penalty", "1"}, {"no_repeat_ngram_size", "0"},
                                    {"num_beams", "1"},          {"min_length", "0"},
                                    {"min_new_tokens", "0"},     {"suppress_tokens", "[]"},
                                    {"bad_words_ids", "[]"},     {"begin_suppress_tokens", "[]"}};
    std::vector<std::string> ignored;
    for (const Foreign& row : settings)
        if (fields.has(row.key) && fields[row.key] != Json::parse(row.nothing))
            ignored.push_back(row.key);
    if (!ignored.empty())
        notices.push_back(
            {NoticeSubject::model, false,
             fields.source() + " asks for " + first_few(ignored) + ", which answers here are drawn without",
             ""});
}

Json object_from(std::string_view text, const std::string& source) {
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        throw std::runtime_error(source + ": expected a JSON object, found " +
                                 (json.is_discarded() ? "no JSON" : "other JSON"));
    return json;
}

} // namespace

const std::vector<DecoderFamily>& decoder_families() {
    static const std::vector<DecoderFamily> rows = {
        {"llama", "LlamaForCausalLM", Bias::told, Bias::told, Bias::told, false, 0},
        {"qwen2", "Qwen2ForCausalLM", Bias::always, Bias::never, Bias::never, false, 0},
        {"qwen3", "Qwen3ForCausalLM", Bias::told, Bias::told, Bias::never, true, 128},
    };
    return rows;
}

DecoderConfig decoder_config_from(std::string_view text, std::string_view generation,
                                  const std::string& folder) {
    const std::string source = shown((fs::path(folder) / "config.json").string());
    const Json object = object_from(text, source);
    const ConfigFields fields(object, source);
    const DecoderFamily& family = family_of(fields);
    DecoderConfig config;
    config.family = family.type;
    refuse_foreign(fields, config.notices);
    if (const std::string act = fields.text("hidden_act", "silu"); act != "silu" && act != "swish")
        fields.refuse("hidden_act", "\"silu\"");
    read_shape(fields, family, config);
    read_rotations(fields, config);
    read_layer_types(fields, config);
    config.input_bias = has_bias(family.input_bias, fields, "attention_bias");
    config.output_bias = has_bias(family.output_bias, fields, "attention_bias");
    config.mlp_bias = has_bias(family.mlp_bias, fields, "mlp_bias");
    config.head_norms = family.head_norms;
    config.told_tied = fields.truth("tie_word_embeddings", false);
    bool ends = false;
    if (!generation.empty()) {
        const std::string beside = shown((fs::path(folder) / "generation_config.json").string());
        const Json settings = object_from(generation, beside);
        const ConfigFields generated(settings, beside);
        ends = read_end_tokens(generated, config);
        tell_ignored_settings(generated, config.notices);
    }
    if (!ends)
        read_end_tokens(fields, config);
    read_padding(fields, config);
    return config;
}

DecoderConfig read_decoder_config(const std::string& folder) {
    const fs::path place = folder;
    std::error_code fault;
    if (!fs::is_directory(place, fault))
        throw std::runtime_error(shown(folder) + ": expected the folder of a language model, found " +
                                 (fs::exists(place, fault) ? "a file" : "nothing"));
    const std::string config = text_file_content(place / "config.json");
    const fs::path settings = place / "generation_config.json";
    std::string generation;
    if (fs::exists(settings, fault)) {
        generation = text_file_content(settings);
        if (generation.empty())
            generation = " "; // an empty file is no JSON, and not the same as none
    }
    return decoder_config_from(config, generation, folder);
}

} // namespace lab
