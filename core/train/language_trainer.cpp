#include "core/train/language_trainer.h"

#include "core/base/elapsed.h"
#include "core/base/random.h"
#include "core/model/language/decoding.h"
#include "core/text/character_tokenizer.h"
#include "core/text/text_shift.h"
#include "core/text/tokenizer.h"
#include "core/train/expect_option.h"
#include "core/train/initialise.h"
#include "core/train/language_files.h"

#include <ATen/ATen.h>
#include <torch/optim/adamw.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace lab {

namespace {

constexpr std::uint64_t filler_stream = 0x71;
constexpr double share_with_fillers = 0.02, fillers_of_them = 0.1;

void check(const LanguageTrainOptions& o) {
    expect_option(o.steps >= 1, "steps", "1 or more", o.steps);
    expect_option(o.batch_size >= 1, "batch size", "1 or more", o.batch_size);
    expect_option(std::isfinite(o.rate) && o.rate > 0, "rate", "a number above 0", o.rate);
    expect_option(o.random_results >= 0 && o.random_results <= 1, "random results", "0 to 1",
                  o.random_results);
    expect_option(o.test_questions >= 1, "test questions", "1 or more", o.test_questions);
}

/// A short linear rise, then half a cosine down to zero.
double rate_at(int step, const LanguageTrainOptions& o) {
    const double rise = std::min(100.0, std::max(1.0, o.steps / 20.0)), at = step;
    if (at < rise)
        return o.rate * (at + 1) / (rise + 1);
    return o.rate * 0.5 * (1 + std::cos(std::numbers::pi * (at - rise) / std::max(1.0, o.steps - rise)));
}

torch::optim::AdamW make_optimiser(Decoder& decoder) {
    std::vector<at::Tensor> matrices, gains; // gains carry no weight decay
    for (const auto& entry : decoder.parameters().entries()) {
        at::Tensor value = entry.value;
        value.set_requires_grad(true);
        (value.dim() >= 2 ? matrices : gains).push_back(value);
    }
    std::vector<torch::optim::OptimizerParamGroup> groups;
    for (const auto& [tensors, decay] : {std::pair(matrices, 0.01), {gains, 0.0}})
        groups.emplace_back(tensors, std::make_unique<torch::optim::AdamWOptions>(
                                         torch::optim::AdamWOptions().weight_decay(decay)));
    return torch::optim::AdamW(groups);
}

/// Question and solution as tokens, the end token last.
struct Example {
    TokenIds tokens;
    std::int64_t asked = 0; ///< tokens of the question
};

TokenIds ids_of(const Tokenizer& tokenizer, std::string_view text) {
    const std::vector<std::int32_t> ids = tokenizer.encode(text).ids;
    return {ids.begin(), ids.end()};
}

Example example_of(const LanguageTrainOptions& o, const Tokenizer& tokenizer, std::int64_t end,
                   std::uint64_t number) {
    const WorkedQuestion right = worked_question(o.task, TaskSplit::training, o.seed, number);
    const WorkedQuestion told = with_random_results(o.task, right, o.random_results, o.seed, number);
    const bool filled = Random({filler_stream, o.seed, number}).uniform() < share_with_fillers;
    const std::string question =
        filled ? with_fillers(told.question, fillers_of_them, o.seed, number) : told.question;
    Example example{ids_of(tokenizer, question), 0};
    example.asked = std::ssize(example.tokens);
    const TokenIds solution = ids_of(tokenizer, told.solution());
    example.tokens.insert(example.tokens.end(), solution.begin(), solution.end());
    example.tokens.push_back(end);
    return example;
}

/// Of one length or nearly so, so that hardly anything is padding.
ModelInput input_of(const std::vector<Example>& examples, std::size_t begin, std::size_t end,
                    std::int64_t padding) {
    std::vector<TokenIds> sequences;
    for (std::size_t i = begin; i < end; ++i)
        sequences.emplace_back(examples[i].tokens.begin(), examples[i].tokens.end() - 1);
    const Sequences all = padded_left(sequences, padding);
    std::vector<std::int64_t> places, next;
    for (std::size_t i = begin; i < end; ++i) {
        const auto t = all.length(), length = std::ssize(sequences[i - begin]);
        for (std::int64_t j = examples[i].asked - 1; j < length; ++j) {
            places.push_back(static_cast<std::int64_t>(i - begin) * t + t - length + j);
            next.push_back(examples[i].tokens[static_cast<std::size_t>(j) + 1]);
        }
    }
    ModelInput input;
    input.tokens = all.tokens;
    input.mask = all.mask;
    input.rows.places = at::tensor(places, at::kLong);
    input.rows.next = at::tensor(next, at::kLong);
    return input;
}

struct BatchLoss {
    double mean = 0; ///< over the tokens of solutions
    std::int64_t tokens = 0;
};

/// Adds a batch's gradients, some questions at a time.
BatchLoss learn_from(const Decoder& decoder, std::vector<Example>& batch) {
    constexpr std::size_t at_once = 64;
    std::stable_sort(batch.begin(), batch.end(),
                     [](const Example& a, const Example& b) { return a.tokens.size() < b.tokens.size(); });
    std::int64_t rows = 0;
    BatchLoss all;
    for (const Example& example : batch) {
        rows += std::ssize(example.tokens) - example.asked;
        all.tokens += std::ssize(example.tokens);
    }
    for (std::size_t begin = 0; begin < batch.size(); begin += at_once) {
        const ModelInput input =
            input_of(batch, begin, std::min(batch.size(), begin + at_once), decoder.config().padding);
        const at::Tensor logits = decoder.head(decoder.features(input));
        const at::Tensor loss =
            at::cross_entropy_loss(logits, input.rows.next, {}, at::Reduction::Sum) / rows;
        loss.backward();
        all.mean += loss.item<double>();
    }
    return all;
}

/// Learns step by step, as long as `go_on` says.
void learn(TrainedLanguageModel& model, const Tokenizer& tokenizer,
           const std::function<bool(const LanguageTrainProgress&)>& go_on) {
    const LanguageTrainOptions& o = model.options;
    const std::int64_t end = model.decoder->config().end_tokens.front();
    auto optimiser = make_optimiser(*model.decoder);
    const auto start = std::chrono::steady_clock::now();
    std::vector<double> losses;
    std::int64_t tokens = 0;
    for (int step = 0; step < o.steps; ++step) {
        std::vector<Example> batch;
        for (int i = 0; i < o.batch_size; ++i)
            batch.push_back(
                example_of(o, tokenizer, end,
                           static_cast<std::uint64_t>(step) * static_cast<std::uint64_t>(o.batch_size) +
                               static_cast<std::uint64_t>(i)));
        for (auto& group : optimiser.param_groups())
            group.options().set_lr(rate_at(step, o));
        optimiser.zero_grad();
        const BatchLoss loss = learn_from(*model.decoder, batch);
        if (!std::isfinite(loss.mean))
            throw std::runtime_error("train: the loss is no longer finite; try a smaller rate");
        optimiser.step();
        losses.push_back(loss.mean);
        tokens += loss.tokens;
        const double seconds = seconds_since(start);
        model.steps = step + 1;
        if (!go_on({model.steps, o.steps, loss.mean, static_cast<double>(tokens) / seconds,
                    seconds / model.steps * (o.steps - model.steps)}))
            break;
    }
    const auto last = std::min<std::ptrdiff_t>(50, std::ssize(losses));
    for (auto loss = losses.end() - last; loss != losses.end(); ++loss)
        model.loss += *loss / static_cast<double>(last);
    for (const auto& entry : model.decoder->parameters().entries())
        at::Tensor(entry.value).set_requires_grad(false);
}

} // namespace

TaskScore score_on(const Decoder& decoder, const Tokenizer& tokenizer, TextTask task, int questions,
                   std::uint64_t seed, int most_tokens) {
    constexpr int at_once = 64;
    Decoding decoding;
    decoding.most_tokens = most_tokens;
    TaskScore score;
    while (score.questions < questions) {
        std::vector<WorkedQuestion> asked;
        std::vector<TokenIds> ids;
        for (int i = score.questions; i < std::min(questions, score.questions + at_once); ++i) {
            asked.push_back(worked_question(task, TaskSplit::test, seed, static_cast<std::uint64_t>(i)));
            ids.push_back(ids_of(tokenizer, asked.back().question));
        }
        const Answers answers = answers_to(decoder, ids, decoding);
        for (std::size_t i = 0; i < asked.size(); ++i) {
            const auto* const said = answers.tokens.data_ptr<std::int64_t>() +
                                     static_cast<std::int64_t>(i) * answers.tokens.size(1);
            const WorkJudgement judged =
                judge_work(asked[i], tokenizer.decode({said, said + answers.lengths[i]}, true));
            score.right += judged.right ? 1 : 0;
            score.work_right += judged.right && !judged.first_wrong ? 1 : 0;
            score.ended += answers.ended[i] ? 1 : 0;
        }
        score.questions += static_cast<int>(asked.size());
    }
    return score;
}

TrainedLanguageModel train_language(const LanguageTrainOptions& options,
                                    const std::function<bool(const LanguageTrainProgress&)>& go_on) {
    check(options);
    TrainedLanguageModel model;
    model.options = options;
    model.tokenizer_json = character_tokenizer_json(language_marks(), task_characters());
    const Tokenizer tokenizer = Tokenizer::parse(model.tokenizer_json);
    const DecoderConfig config =
        decoder_config_from(language_config(options.size, tokenizer.vocabulary_size()), "", "train");
    model.decoder = std::make_unique<Decoder>(config, true, at::TensorOptions(at::kFloat), at::kFloat);
    initialise(*model.decoder, options.seed);
    learn(model, tokenizer, go_on);
    model.score = score_on(*model.decoder, tokenizer, options.task, options.test_questions, options.seed);
    return model;
}

} // namespace lab
