#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lab {

/// A tokenizer.json, taken apart as far as its grammar goes. The two large parts, hundreds of thousands of
/// entries, never become JSON values.
struct TokenizerDocument {
    nlohmann::ordered_json rest; ///< all but model.vocab and model.merges
    bool has_vocabulary = false, has_merges = false;
    std::vector<std::pair<std::string, std::int64_t>> vocabulary; ///< token in byte symbols, id
    /// Left and right half, in the order of rank; from "a b" and from ["a", "b"].
    std::vector<std::pair<std::string, std::string>> merges;
};

/// Takes UTF-8 with or without a byte-order mark. Throws std::invalid_argument with a sentence without a
/// subject: no JSON, deeper than 64, a key twice in an object, an id that is no whole number, a merge that is
/// no pair.
TokenizerDocument parse_tokenizer_document(std::string_view text);

} // namespace lab
