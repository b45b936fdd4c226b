#pragma once

#include "core/text/tokenizer_layout.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace lab {

/// A stretch of a text: an added token, or text between them.
struct TextStretch {
    std::size_t begin = 0, end = 0;
    std::int32_t id = -1; ///< of the added token; −1: text
};

/// Finds added tokens in a text: from the left, the longest that begins at a place.
class AddedTokenSearch {
  public:
    AddedTokenSearch();
    /// @param content what to look for, which may be the composed form of the token's own
    void add(const AddedToken& token, std::string_view content);

    /// The whole text in stretches, in order; with lstrip and rstrip they hold the white space around them.
    /// @param with_special false: special tokens stay text
    std::vector<TextStretch> stretches(std::string_view text, bool with_special) const;

  private:
    struct Node {
        std::vector<std::pair<unsigned char, std::size_t>> next;
        std::int32_t token = -1; ///< in tokens_
    };
    /// The longest token that begins here; the number of its bytes.
    const AddedToken* longest_at(std::string_view rest, std::size_t& bytes) const;

    std::vector<Node> nodes_;
    std::array<bool, 256> begins_{}; ///< whether a token begins with a byte
    std::vector<AddedToken> tokens_;
};

} // namespace lab
