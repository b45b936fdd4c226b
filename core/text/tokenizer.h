#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lab {

struct AddedToken;

/// Which added tokens ("<|im_end|>") are looked for in a text.
enum class MarksInText {
    all,      ///< as the reference does
    ordinary, ///< special ones stay text
    none,     ///< all stay text: for what a user or a data set says
};

struct EncodeOptions {
    bool add_special = true; ///< with what the post-processor adds: Llama's begin_of_text
    MarksInText marks = MarksInText::all;
};

/// Bytes [begin, end) of the text that was encoded.
struct TextSpan {
    std::size_t begin = 0, end = 0;
    bool operator==(const TextSpan&) const = default;
};

struct EncodedText {
    std::vector<std::int32_t> ids;
    /// Of each id. Tokens of one character share its bytes out; characters that the composed form has merged
    /// or sorted belong whole to each of their tokens. Empty spans: what the post-processor added.
    std::vector<TextSpan> spans;
};

/// Byte-level byte-pair encoding as a tokenizer.json of Hugging Face describes it. A value that is cheap to
/// copy; may be used from several threads.
class Tokenizer {
  public:
    /// Reads a tokenizer.json, as it is or compressed with gzip. Throws std::runtime_error naming the file,
    /// the field, what was expected and what was found: for damage, and for all that the format knows and
    /// that is not carried out here.
    static Tokenizer load(const std::filesystem::path& file);
    /// The same of its text. Throws std::invalid_argument with a sentence without a subject.
    static Tokenizer parse(std::string_view json);

    /// In O(n log n). Throws std::invalid_argument for a text that is no UTF-8, and for a byte that the
    /// vocabulary has no token for (the reference leaves it out without a word).
    EncodedText encode(std::string_view text, const EncodeOptions& options = {}) const;

    /// The text of ids; bytes that are no UTF-8 become U+FFFD, one for each piece that could have become a
    /// character. Ids without a token (rows that fill an embedding up) are no text.
    std::string decode(const std::vector<std::int32_t>& ids, bool skip_special = false) const;

    /// The bytes that a token stands for: half characters too. Empty for ids without a token.
    std::string_view token_bytes(std::int32_t id) const;
    /// The token as the file writes it, in byte symbols ("Ġthe"). Empty for ids without a token.
    std::string token_name(std::int32_t id) const;
    bool has_token(std::int32_t id) const;
    bool is_special(std::int32_t id) const;
    /// By the name in the file, added tokens included.
    std::optional<std::int32_t> id_of(std::string_view name) const;

    /// Added tokens included: the largest id and one. An embedding may have more rows.
    std::size_t vocabulary_size() const;
    std::size_t merge_count() const;
    const std::vector<AddedToken>& added_tokens() const;
    /// What the post-processor puts in front of a text.
    const std::vector<std::int32_t>& ids_in_front() const;

  private:
    struct Parts;
    explicit Tokenizer(std::shared_ptr<const Parts> parts);
    std::shared_ptr<const Parts> parts_;
};

} // namespace lab
