#include "core/model/language/decoding.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace lab {

namespace {

void expect_settings(const Decoding& d) {
    const auto refuse = [](const char* field, const char* expected, double found) {
        throw std::invalid_argument(std::string("decoding.") + field + ": expected " + expected + ", found " +
                                    std::to_string(found));
    };
    if (d.most_tokens < 1 || d.most_tokens > 1'000'000)
        refuse("most_tokens", "1 to 1000000", static_cast<double>(d.most_tokens));
    if (!(d.temperature >= 0 && d.temperature <= 100))
        refuse("temperature", "0 to 100", d.temperature);
    if (!(d.top_p > 0 && d.top_p <= 1))
        refuse("top_p", "more than 0, at most 1", d.top_p);
}

void expect_questions(const DecoderConfig& config, const std::vector<TokenIds>& questions,
                      std::int64_t most_tokens) {
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const std::string name = "question " + std::to_string(i + 1);
        for (const std::int64_t id : questions[i])
            if (id < 0 || id >= config.vocabulary)
                throw std::invalid_argument(name + ": expected tokens from 0 to " +
                                            std::to_string(config.vocabulary - 1) + ", found " +
                                            std::to_string(id));
        if (std::ssize(questions[i]) + most_tokens > config.context)
            throw std::invalid_argument(
                name + ": expected a question and an answer of at most " + std::to_string(config.context) +
                " tokens together, the model's context, found " + std::to_string(questions[i].size()) +
                " and up to " + std::to_string(most_tokens));
    }
}

std::uint64_t mixed(std::uint64_t z) {
    z += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

/// The next token of each sequence from logits [b,V], on the CPU.
std::vector<std::int64_t> chosen(const at::Tensor& logits, const Decoding& decoding,
                                 const std::vector<std::size_t>& open, std::uint64_t place) {
    std::vector<std::int64_t> tokens(open.size());
    if (decoding.temperature == 0) {
        const at::Tensor best = logits.argmax(1).cpu();
        std::copy_n(best.data_ptr<std::int64_t>(), open.size(), tokens.begin());
        return tokens;
    }
    for (std::size_t i = 0; i < open.size(); ++i)
        tokens[i] = drawn_token(logits[static_cast<std::int64_t>(i)], decoding.temperature, decoding.top_p,
                                draw_of(decoding.seed, decoding.first_question + open[i], place));
    return tokens;
}

} // namespace

double draw_of(std::uint64_t seed, std::uint64_t question, std::uint64_t place) {
    return static_cast<double>(mixed(mixed(mixed(seed) ^ question) ^ place) >> 11) * 0x1p-53;
}

std::int64_t drawn_token(const at::Tensor& logits, double temperature, double top_p, double draw) {
    const at::Tensor values = logits.detach().to(at::kCPU, at::kDouble).contiguous();
    const auto* const u = values.data_ptr<double>();
    const std::int64_t v = values.numel();
    const auto largest = std::max_element(u, u + v) - u;
    if (!std::isfinite(u[largest]) || values.isnan().any().item<bool>())
        return values.argmax().item<std::int64_t>();
    struct Candidate {
        double share;
        std::int64_t id;
        bool operator<(const Candidate& other) const {
            return share != other.share ? share < other.share : id > other.id;
        }
    };
    std::vector<Candidate> heap(static_cast<std::size_t>(v));
    double sum = 0;
    for (std::int64_t i = 0; i < v; ++i) {
        heap[static_cast<std::size_t>(i)] = {std::exp((u[i] - u[largest]) / temperature), i};
        sum += heap[static_cast<std::size_t>(i)].share;
    }
    // Only as many as hold the share top_p are put in order.
    std::make_heap(heap.begin(), heap.end());
    std::vector<Candidate> kept;
    double held = 0;
    while (!heap.empty() && (kept.empty() || held < top_p * sum)) {
        std::pop_heap(heap.begin(), heap.end());
        kept.push_back(heap.back());
        held += heap.back().share;
        heap.pop_back();
    }
    double passed = 0;
    for (const Candidate& candidate : kept) {
        passed += candidate.share;
        if (draw * held < passed)
            return candidate.id;
    }
    return kept.back().id;
}

Sequences asked(const Decoder& decoder, const std::vector<TokenIds>& questions, const Decoding& decoding) {
    const DecoderConfig& config = decoder.config();
    Sequences all = padded_left(questions, config.padding, decoder.options().device());
    all.noise = prompt_noise(decoding.noise, all, decoding.first_question, config.width);
    return all;
}

void expect_answerable(const Decoder& decoder, const std::vector<TokenIds>& questions,
                       const Decoding& decoding) {
    decoder.expect_end_token();
    expect_settings(decoding);
    expect_questions(decoder.config(), questions, decoding.most_tokens);
}

Answers answers_to(const Decoder& decoder, const std::vector<TokenIds>& questions, const Decoding& decoding,
                   const std::function<bool()>& interrupted) {
    const DecoderConfig& config = decoder.config();
    expect_answerable(decoder, questions, decoding);
    const at::Device device = decoder.options().device();
    Sequences input = asked(decoder, questions, decoding);
    const c10::NoGradGuard no_grad;
    KeyValueCache cache(input.length() + decoding.most_tokens - 1);
    std::vector<TokenIds> answers(questions.size());
    Answers found{{}, {}, std::vector<bool>(questions.size(), false)};
    std::vector<std::size_t> open(questions.size()); // questions whose answers go on
    for (std::size_t i = 0; i < open.size(); ++i)
        open[i] = i;
    for (std::int64_t place = 0; place < decoding.most_tokens && !open.empty(); ++place) {
        if (interrupted && interrupted())
            break;
        const at::Tensor last =
            decoder.hidden(input.tokens, input.mask, &cache, input.noise).select(1, -1); // [b,D]
        const at::Tensor logits = decoder.head(last);                                    // [b,V]
        if (config.never_said)
            logits.select(1, *config.never_said).fill_(-std::numeric_limits<double>::infinity());
        const std::vector<std::int64_t> next =
            chosen(logits, decoding, open, static_cast<std::uint64_t>(place));
        std::vector<std::int64_t> rows, tokens;
        std::vector<std::size_t> still;
        for (std::size_t i = 0; i < open.size(); ++i) {
            answers[open[i]].push_back(next[i]);
            if (std::find(config.end_tokens.begin(), config.end_tokens.end(), next[i]) !=
                config.end_tokens.end()) {
                found.ended[open[i]] = true;
                continue;
            }
            rows.push_back(static_cast<std::int64_t>(i));
            tokens.push_back(next[i]);
            still.push_back(open[i]);
        }
        if (still.size() < open.size() && !still.empty())
            cache.keep(at::tensor(rows, at::kLong).to(device));
        open = std::move(still);
        input.tokens = at::tensor(tokens, at::kLong).to(device).unsqueeze(1);
        input.mask = at::ones_like(input.tokens, at::kBool);
        input.noise = at::Tensor();
    }
    std::int64_t longest = 0;
    for (const TokenIds& answer : answers) {
        found.lengths.push_back(std::ssize(answer));
        longest = std::max(longest, found.lengths.back());
    }
    found.tokens = at::full({std::ssize(answers), longest}, config.padding, at::kLong);
    for (std::size_t i = 0; i < answers.size(); ++i)
        std::copy(answers[i].begin(), answers[i].end(),
                  found.tokens.data_ptr<std::int64_t>() + static_cast<std::int64_t>(i) * longest);
    return found;
}

} // namespace lab
