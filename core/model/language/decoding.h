#pragma once

#include "core/model/language/decoder.h"
#include "core/model/language/language_shift.h"
#include "core/model/language/sequences.h"

#include <functional>

namespace lab {

/// How answers are drawn.
struct Decoding {
    std::int64_t most_tokens = 80; ///< of an answer, its end token counted
    double temperature = 0;        ///< 0: greedy, the first of the most probable tokens
    double top_p = 1;              ///< draw among the most probable tokens that hold this share
    std::uint64_t seed = 0;
    /// Number of the batch's first question in the stream: what is drawn for a question depends on seed,
    /// question and place alone, not on those beside it.
    std::uint64_t first_question = 0;
    PromptNoise noise = {}; ///< on the questions
    bool operator==(const Decoding&) const = default;
};

/// Answers to a batch of B questions, on the CPU.
struct Answers {
    at::Tensor tokens;                 ///< [B,A] int64, after the end the decoder's padding
    std::vector<std::int64_t> lengths; ///< tokens of each, its end token counted
    std::vector<bool> ended;           ///< false: cut off after most_tokens
};

/// Questions side by side, padded on the left, with their noise, on the decoder's device.
Sequences asked(const Decoder& decoder, const std::vector<TokenIds>& questions, const Decoding& decoding);

/// Throws std::invalid_argument naming question or field where it cannot be answered: an id outside the
/// embedding, a question and an answer that do not fit the context, settings out of range;
/// std::runtime_error where the model has no end token.
void expect_answerable(const Decoder& decoder, const std::vector<TokenIds>& questions,
                       const Decoding& decoding);

/// Answers a batch of questions with keys and values cached; DecoderConfig::never_said is left out. Throws as
/// expect_answerable().
/// @param interrupted asked before every token; true ends all answers where they are
Answers answers_to(const Decoder& decoder, const std::vector<TokenIds>& questions, const Decoding& decoding,
                   const std::function<bool()>& interrupted = {});

/// A number in [0, 1) that depends on its arguments alone: the generator of drawn tokens.
double draw_of(std::uint64_t seed, std::uint64_t question, std::uint64_t place);

/// The token that a number in [0, 1) draws from logits [V]. The tokens are in order of their probability,
/// equal ones in order of their ids; those after the share top_p are left out. Where a logit is NaN or none
/// is finite, the first of the largest.
std::int64_t drawn_token(const at::Tensor& logits, double temperature, double top_p, double draw);

} // namespace lab
