#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <vector>

namespace lab {

using TokenIds = std::vector<std::int64_t>;

/// Token sequences side by side, shorter ones padded on the left.
struct Sequences {
    at::Tensor tokens; ///< [B,T] int64
    at::Tensor mask;   ///< [B,T] bool, false where there is padding
    at::Tensor noise =
        {}; ///< [B,T,D] what is added to the embeddings, see prompt_noise(); undefined: nothing

    std::int64_t count() const { return tokens.size(0); }
    std::int64_t length() const { return tokens.size(1); }
};

/// @param padding the token that stands where there is none; it is never looked at
/// Throws std::invalid_argument where there are no sequences or an empty one, naming its number.
Sequences padded_left(const std::vector<TokenIds>& sequences, std::int64_t padding,
                      const at::Device& device = at::kCPU);

} // namespace lab
