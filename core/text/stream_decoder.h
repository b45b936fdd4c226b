#pragma once

#include "core/text/tokenizer.h"

#include <string>
#include <string_view>

namespace lab {

/// Bytes to UTF-8 as they come: a character that is not whole is held back, what can be part of none becomes
/// U+FFFD, one for the longest piece that could have begun a character (as Unicode recommends, and as the
/// reference decoder does).
class Utf8Stream {
  public:
    /// Appends what has become certain.
    void push(std::string_view bytes, std::string& text);
    /// The rest: U+FFFD for half a character.
    void finish(std::string& text);
    /// The bytes that are held back, 0 to 3.
    std::string_view pending() const { return pending_; }

  private:
    std::string pending_;
};

/// The text of ids as they are generated. What is pushed and the end together are decode() of all.
class StreamDecoder {
  public:
    explicit StreamDecoder(Tokenizer tokenizer, bool skip_special = false);
    /// The text that this token completes; may be empty.
    std::string push(std::int32_t id);
    /// What was held back; afterwards a new text may begin.
    std::string finish();
    /// The bytes of a character that is not whole yet, for a live view.
    std::string_view pending() const { return stream_.pending(); }

  private:
    Tokenizer tokenizer_;
    bool skip_special_;
    Utf8Stream stream_;
};

} // namespace lab
