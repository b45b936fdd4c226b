#pragma once

#include "core/text/piece_pattern.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lab {

/// A token that is cut out of the text before anything else: marks of templates, and words that were added
/// after training.
struct AddedToken {
    std::int32_t id = 0;
    std::string content;
    bool single_word = false; ///< only where no letter, digit or mark touches it
    bool lstrip = false;      ///< takes the white space in front with it
    bool rstrip = false;      ///< takes the white space behind with it
    bool normalized = false;  ///< is looked for in the composed text
    bool special = false;     ///< a mark, no text
};

/// One step that cuts pieces.
struct PieceStep {
    enum class Kind { pattern, digits } kind = Kind::pattern;
    PiecePattern pattern = PiecePattern::gpt2;
    bool one_at_a_time = false; ///< of digits
};

/// What a tokenizer.json says besides vocabulary and merges.
struct TokenizerLayout {
    bool nfc = false;
    std::vector<PieceStep> steps; ///< in order; each cuts the pieces of the one before
    /// Of the last step, ByteLevel: a space goes in front of pieces that begin with none; then GPT-2's
    /// pattern cuts them.
    bool add_prefix_space = false, byte_level_pattern = false;
    std::vector<AddedToken> added;
    /// What the post-processor puts in front of and behind a single text.
    std::vector<std::int32_t> in_front, behind;
    bool has_template = false; ///< whether the file says so, be it nothing
    std::optional<std::string> unknown_token;
    bool fuse_unknown = false;
    bool ignore_merges = false;
};

/// Throws std::invalid_argument with a sentence that begins with the field: everything that the format knows
/// and that is not carried out here is refused by its name, and so is every field that the format does not
/// know.
TokenizerLayout tokenizer_layout_of(const nlohmann::ordered_json& document);

} // namespace lab
