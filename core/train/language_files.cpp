#include "core/train/language_files.h"

#include "core/base/atomic_file.h"
#include "core/base/new_folder.h"
#include "core/weights/safetensors.h"

#include <nlohmann/json.hpp>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

constexpr int padding = 0, end = 1;
constexpr int context = 512; ///< tokens of question and answer

std::string text_of(const Json& json) {
    return json.dump(2) + "\n";
}

} // namespace

std::vector<std::string> language_marks() {
    return {"<pad>", "<end>"};
}

std::string language_config(const DecoderSize& size, std::size_t vocabulary) {
    return text_of({{"architectures", Json::array({"LlamaForCausalLM"})},
                    {"model_type", "llama"},
                    {"vocab_size", vocabulary},
                    {"hidden_size", size.width},
                    {"intermediate_size", size.inner},
                    {"num_hidden_layers", size.layers},
                    {"num_attention_heads", size.heads},
                    {"num_key_value_heads", size.key_heads},
                    {"max_position_embeddings", context},
                    {"rms_norm_eps", 1e-5},
                    {"rope_theta", 10000.0},
                    {"hidden_act", "silu"},
                    {"attention_bias", false},
                    {"mlp_bias", false},
                    {"tie_word_embeddings", true},
                    {"pad_token_id", padding},
                    {"eos_token_id", end},
                    {"torch_dtype", "float32"}});
}

std::string language_tokenizer_config() {
    return text_of({{"tokenizer_class", "PreTrainedTokenizerFast"},
                    {"pad_token", language_marks()[padding]},
                    {"eos_token", language_marks()[end]},
                    {"padding_side", "left"},
                    {"clean_up_tokenization_spaces", false},
                    {"model_max_length", context}});
}

std::string language_card(const TrainedLanguageModel& model) {
    const LanguageTrainOptions& o = model.options;
    const TextTaskRow& row = row_of(o.task);
    return text_of({{"task", row.id},
                    {"lengths", Json::array({row.least_length, row.most_length})},
                    {"answer_mark", "#"},
                    {"command", o.command},
                    {"seed", o.seed},
                    {"steps", model.steps},
                    {"steps_planned", o.steps},
                    {"batch_size", o.batch_size},
                    {"rate", o.rate},
                    {"random_results", o.random_results},
                    {"loss", model.loss},
                    {"test_questions", model.score.questions},
                    {"test_right", model.score.right},
                    {"test_work_right", model.score.work_right},
                    {"test_ended", model.score.ended},
                    {"test_accuracy", model.score.accuracy()}});
}

void write_language_folder(const std::string& folder, const TrainedLanguageModel& model) {
    write_new_folder(folder, [&](const std::filesystem::path& place) {
        const std::size_t vocabulary = static_cast<std::size_t>(model.decoder->config().vocabulary);
        write_file_atomically(place / "config.json", language_config(model.options.size, vocabulary));
        write_file_atomically(place / "tokenizer.json", model.tokenizer_json);
        write_file_atomically(place / "tokenizer_config.json", language_tokenizer_config());
        write_file_atomically(place / "collapse-lab.json", language_card(model));
        write_safetensors((place / "model.safetensors").string(), model.decoder->parameters().state(),
                          {{"format", "pt"}});
    });
}

} // namespace lab
