#pragma once

#include "core/model/language/sequences.h"

#include <cstdint>

namespace lab {

class Decoder;

/// Shifts of a language model's input and weights, the likes of corrupted pictures. Severities are 1 to 5; 0
/// is none.

/// Gaussian noise on the embeddings of questions, as on pixels.
struct PromptNoise {
    double sigma = 0; ///< in units of Decoder::embedding_scale(); 0: none
    std::uint64_t seed = 0;
    bool operator==(const PromptNoise&) const = default;
};

/// The σ of a severity. Throws std::invalid_argument for a severity that is none.
double prompt_noise_sigma(int severity);

/// What is added to the embeddings of questions, [B,T,width] float on the CPU in units of the embedding's
/// scale, zero at padding; undefined for σ 0. What a question gets depends on the seed, its number in the
/// stream and its own length alone.
/// Throws std::invalid_argument where σ is negative or no number.
at::Tensor prompt_noise(const PromptNoise& noise, const Sequences& questions, std::uint64_t first_question,
                        std::int64_t width);

/// Rounds the weights of all linear maps inside the layers to signed numbers of so many bits, a scale for
/// each output: the largest weight is kept. Embedding, head and norms stay as they are.
/// @param bits 2 to 16; throws std::invalid_argument for others
void round_weights(Decoder& decoder, int bits);

/// The bits of a severity: 6, 5, 4, 3, 2; 0 for severity 0, where nothing is rounded.
int weight_bits(int severity);

} // namespace lab
