#include "core/text/stream_decoder.h"

#include <utility>

namespace lab {

namespace {

constexpr const char* replacement = "\xef\xbf\xbd";

enum class Form { whole, begun, none };

/// What one to four bytes are.
Form form_of(std::string_view bytes) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80)
        return Form::whole;
    std::size_t length = 0;
    unsigned char least = 0x80, most = 0xbf; // of the second byte
    if (first >= 0xc2 && first <= 0xdf) {
        length = 2;
    } else if (first >= 0xe0 && first <= 0xef) {
        length = 3;
        least = first == 0xe0 ? 0xa0 : 0x80; // no overlong forms
        most = first == 0xed ? 0x9f : 0xbf;  // no surrogates
    } else if (first >= 0xf0 && first <= 0xf4) {
        length = 4;
        least = first == 0xf0 ? 0x90 : 0x80;
        most = first == 0xf4 ? 0x8f : 0xbf; // up to U+10FFFF
    } else {
        return Form::none;
    }
    for (std::size_t i = 1; i < bytes.size(); ++i) {
        const bool follows = i == 1 ? byte(i) >= least && byte(i) <= most : (byte(i) & 0xc0) == 0x80;
        if (!follows)
            return Form::none;
    }
    return bytes.size() == length ? Form::whole : Form::begun;
}

} // namespace

void Utf8Stream::push(std::string_view bytes, std::string& text) {
    for (const char c : bytes) {
        pending_ += c;
        Form form = form_of(pending_);
        if (form == Form::none && pending_.size() > 1) {
            // What was begun ends here; this byte may begin the next.
            text += replacement;
            pending_.assign(1, c);
            form = form_of(pending_);
        }
        if (form == Form::begun)
            continue;
        text += form == Form::whole ? pending_ : replacement;
        pending_.clear();
    }
}

void Utf8Stream::finish(std::string& text) {
    if (!pending_.empty())
        text += replacement;
    pending_.clear();
}

StreamDecoder::StreamDecoder(Tokenizer tokenizer, bool skip_special)
    : tokenizer_(std::move(tokenizer)), skip_special_(skip_special) {}

std::string StreamDecoder::push(std::int32_t id) {
    std::string text;
    if (!(skip_special_ && tokenizer_.is_special(id)))
        stream_.push(tokenizer_.token_bytes(id), text);
    return text;
}

std::string StreamDecoder::finish() {
    std::string text;
    stream_.finish(text);
    return text;
}

} // namespace lab
