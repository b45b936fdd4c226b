#pragma once

#include "core/model/language/decoder.h"
#include "core/text/text_task.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace lab {

class Tokenizer;

/// The shape of a decoder that is trained here; a Llama.
struct DecoderSize {
    int layers = 4, width = 128, heads = 4, key_heads = 2, inner = 344;
    bool operator==(const DecoderSize&) const = default;
};

struct LanguageTrainOptions {
    TextTask task = TextTask::chain_arithmetic;
    int steps = 1500;
    int batch_size = 512;        ///< questions per step
    double rate = 1e-3;          ///< peak of AdamW's rate, which falls along half a cosine
    double random_results = 0.2; ///< share of the steps in the training texts whose result is random
    DecoderSize size;
    int test_questions = 1000; ///< to be answered at the end
    std::uint64_t seed = 0;
    std::string command; ///< stored in the card
};

/// What is told after every step.
struct LanguageTrainProgress {
    int step = 0, steps = 0;
    double loss = 0; ///< of this step's batch, nats per token
    double tokens_per_second = 0, eta_seconds = 0;
};

/// How questions were answered, greedily.
struct TaskScore {
    int questions = 0;
    int right = 0;      ///< final answers
    int work_right = 0; ///< answers with all steps right
    int ended = 0;      ///< by themselves
    double accuracy() const { return questions > 0 ? static_cast<double>(right) / questions : 0; }
};

struct TrainedLanguageModel {
    LanguageTrainOptions options;
    int steps = 0;   ///< that were made
    double loss = 0; ///< mean over the last fifty of them
    TaskScore score; ///< on test questions without a shift
    std::string tokenizer_json;
    std::unique_ptr<Decoder> decoder;
};

/// Trains a decoder of the task's questions, from scratch: next-token loss on steps and answer alone, fresh
/// questions of the training split without end, one question in fifty with fillers. The same options give the
/// same weights on one machine with one number of threads. Throws std::invalid_argument for options that make
/// no sense, std::runtime_error when the loss is not finite.
/// @param go_on called after every step; false ends the training there, and what was reached is scored
TrainedLanguageModel train_language(const LanguageTrainOptions& options,
                                    const std::function<bool(const LanguageTrainProgress&)>& go_on);

/// Asks questions of the test split without a shift.
/// @param most_tokens of an answer
TaskScore score_on(const Decoder& decoder, const Tokenizer& tokenizer, TextTask task, int questions,
                   std::uint64_t seed, int most_tokens = 80);

/// Writes the folder as the Hugging Face hub has them, whole or not at all: config.json, model.safetensors,
/// tokenizer.json, tokenizer_config.json and collapse-lab.json, the card: task, seed, command, what was
/// reached. Throws as write_new_folder().
void write_language_folder(const std::string& folder, const TrainedLanguageModel& model);

} // namespace lab
