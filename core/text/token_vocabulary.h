#pragma once

#include "core/text/token_merges.h"
#include "core/text/tokenizer_document.h"
#include "core/text/tokenizer_layout.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lab {

/// The tokens of a tokenizer.json by id and by their bytes, and how they merge.
class TokenVocabulary {
  public:
    /// Throws std::invalid_argument with a sentence that begins with the field: two tokens of one id, ids
    /// that nobody has, merges of tokens that are not there, no merges although tokens are longer than a
    /// byte, an added token that contradicts the vocabulary.
    TokenVocabulary(TokenizerDocument document, const TokenizerLayout& layout);

    struct Entry {
        std::string bytes; ///< what it decodes to
        std::string name;  ///< in the file; empty where it is its bytes in byte symbols
        bool present = false, special = false, added = false;
        /// Written in byte symbols: pieces can become it. Added tokens need not be.
        bool of_bytes = false;
    };

    const Entry* entry(std::int32_t id) const;
    std::size_t size() const { return entries_.size(); }
    /// The token of the model that a whole piece is.
    std::optional<std::int32_t> whole(std::string_view bytes) const;
    std::int32_t byte_token(unsigned char byte) const { return byte_tokens_[byte]; } ///< −1: none
    std::int32_t unknown() const { return unknown_; }                                ///< −1: none
    const TokenMerges& merges() const { return merges_; }
    std::optional<std::int32_t> id_of(std::string_view name) const;
    std::string name_of(std::int32_t id) const;

  private:
    void make_room(const TokenizerDocument& document, const std::vector<AddedToken>& added);
    void take_vocabulary(const TokenizerDocument& document);
    void take_added(const std::vector<AddedToken>& added, bool nfc);
    void expect_no_holes() const;
    void take_merges(const TokenizerDocument& document);

    std::vector<Entry> entries_;
    std::unordered_map<std::string_view, std::int32_t> by_bytes_; ///< views into entries_
    std::unordered_map<std::string, std::int32_t> by_name_;       ///< what is not written in byte symbols
    std::array<std::int32_t, 256> byte_tokens_{};
    std::int32_t unknown_ = -1;
    TokenMerges merges_;
};

} // namespace lab
