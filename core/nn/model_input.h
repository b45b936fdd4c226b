#pragma once

#include <ATen/core/Tensor.h>

#include <utility>

namespace lab {

/// The positions of token sequences that a language model's step looks at: its rows, N of them.
struct TokenRows {
    at::Tensor places;       ///< [N] b·T + t: where each row stands in the sequences read one after another
    at::Tensor next;         ///< [N] the token that follows, which the row predicts
    at::Tensor owner;        ///< [N] b, the question that the row belongs to
    at::Tensor counts;       ///< [N] bool: rows that the loss may look at; undefined: all
    std::int64_t owners = 0; ///< number of questions
};

/// What a model is given: pictures, where a row is a picture, or sequences, where a row is a token.
struct ModelInput {
    /// @param pictures normalised, [N,C,H,W]
    ModelInput(at::Tensor pictures = {}) : images(std::move(pictures)) {}

    at::Tensor images; ///< [N,C,H,W]; undefined where it is sequences
    at::Tensor tokens; ///< [B,T] ids, padded on the left; undefined where it is pictures
    at::Tensor mask;   ///< [B,T] bool, false where there is padding
    at::Tensor noise; ///< [B,P,D] added to the embeddings of the first P tokens, in the embedding's scale; or
                      ///< undefined
    TokenRows rows;

    bool defined() const { return images.defined() || tokens.defined(); }
    bool has_tokens() const { return tokens.defined(); }
    /// N, the rows of features and logits.
    std::int64_t size() const { return has_tokens() ? rows.places.size(0) : images.size(0); }
    /// Whatever lies on the model's device.
    const at::Tensor& tensor() const { return has_tokens() ? tokens : images; }
};

/// Some of the rows. Sequences stay whole: what a token means depends on those before it.
/// @param index [n] int64
ModelInput rows_of(const ModelInput& input, const at::Tensor& index);

} // namespace lab
