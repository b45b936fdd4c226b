#pragma once

namespace lab {

/// Language models: which tokens the loss looks at. Others are reported and not learnt from.
enum class TokenChoice {
    generated,  ///< the answers, their end tokens included
    first,      ///< the first `count` tokens of each answer
    last,       ///< the last `count` tokens of each answer, its end token included
    after_mark, ///< what follows an answer's last mark ("#"), without its end token
    prompt,     ///< the questions, from their second token on
};

/// What the loss averages over.
enum class TokenMean {
    tokens,  ///< all that are kept
    answers, ///< the means of the answers of which any are kept
    sum,     ///< none: the sum
};

/// Language models: a step is a batch of questions, a row is a token.
struct Tokens {
    TokenChoice choice = TokenChoice::generated;
    int count = 80;
    TokenMean mean = TokenMean::tokens;
    int updates = 1;            ///< per batch of questions
    bool before_answer = false; ///< learn from the questions first and answer then (SLOT)
    bool reset_each = false;    ///< back to the start after every question
    bool operator==(const Tokens&) const = default;
};

} // namespace lab
