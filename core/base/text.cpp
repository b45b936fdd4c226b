#include "core/base/text.h"

#include <algorithm>
#include <cstdint>

namespace lab {

namespace {

constexpr const char* replacement = "\xef\xbf\xbd";
constexpr std::uint32_t no_character = 0xfffd;

/// Length of the UTF-8 character that begins here, 0 where none does (overlong forms, surrogates and numbers
/// above U+10FFFF are none).
std::size_t utf8_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto follows = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xc0) == 0x80; };
    const unsigned char first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first <= 0xdf)
        return follows(1) ? 2 : 0;
    if (first >= 0xe0 && first <= 0xef && follows(1) && follows(2)) {
        const bool overlong = first == 0xe0 && byte(1) < 0xa0;
        const bool surrogate = first == 0xed && byte(1) >= 0xa0;
        return overlong || surrogate ? 0 : 3;
    }
    if (first >= 0xf0 && first <= 0xf4 && follows(1) && follows(2) && follows(3)) {
        const bool overlong = first == 0xf0 && byte(1) < 0x90;
        const bool beyond = first == 0xf4 && byte(1) >= 0x90;
        return overlong || beyond ? 0 : 4;
    }
    return 0;
}

void append_utf8(std::string& text, std::uint32_t code) {
    const auto put = [&](std::uint32_t bits) { text += static_cast<char>(bits); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xc0 | code >> 6);
        put(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        put(0xe0 | code >> 12);
        put(0x80 | (code >> 6 & 0x3f));
        put(0x80 | (code & 0x3f));
    } else {
        put(0xf0 | code >> 18);
        put(0x80 | (code >> 12 & 0x3f));
        put(0x80 | (code >> 6 & 0x3f));
        put(0x80 | (code & 0x3f));
    }
}

std::string from_utf16(std::string_view bytes, bool little) {
    const auto unit = [&](std::size_t i) {
        const auto low = static_cast<unsigned char>(bytes[i + (little ? 0 : 1)]);
        const auto high = static_cast<unsigned char>(bytes[i + (little ? 1 : 0)]);
        return static_cast<std::uint32_t>(high << 8 | low);
    };
    std::string text;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const std::uint32_t first = unit(i);
        const bool high = first >= 0xd800 && first < 0xdc00;
        if (high && i + 3 < bytes.size() && unit(i + 2) >= 0xdc00 && unit(i + 2) < 0xe000) {
            append_utf8(text, 0x10000 + ((first - 0xd800) << 10) + (unit(i + 2) - 0xdc00));
            i += 2;
        } else {
            append_utf8(text, first >= 0xd800 && first < 0xe000 ? no_character : first);
        }
    }
    return text;
}

/// UTF-16 of mostly Latin letters, without a mark: one half of the bytes is zero, the other never.
bool looks_like_utf16(std::string_view bytes, bool little) {
    const std::size_t zero = little ? 1 : 0;
    if (bytes.size() < 4 || bytes.size() % 2 != 0)
        return false;
    for (std::size_t i = 0; i < bytes.size(); i += 2)
        if (bytes[i + zero] != '\0' || bytes[i + 1 - zero] == '\0')
            return false;
    return true;
}

} // namespace

bool is_utf8(std::string_view bytes) {
    while (!bytes.empty()) {
        const std::size_t length = utf8_length(bytes);
        if (length == 0)
            return false;
        bytes.remove_prefix(length);
    }
    return true;
}

std::string shown(std::string_view bytes) {
    std::string text;
    while (!bytes.empty()) {
        const std::size_t length = utf8_length(bytes);
        text += length == 0 ? std::string_view(replacement) : bytes.substr(0, length);
        bytes.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return text;
}

std::string decoded_text(std::string_view bytes) {
    if (bytes.starts_with("\xef\xbb\xbf"))
        return shown(bytes.substr(3));
    if (bytes.starts_with("\xff\xfe"))
        return from_utf16(bytes.substr(2), true);
    if (bytes.starts_with("\xfe\xff"))
        return from_utf16(bytes.substr(2), false);
    for (const bool little : {true, false})
        if (looks_like_utf16(bytes, little))
            return from_utf16(bytes, little);
    if (is_utf8(bytes))
        return std::string(bytes);
    std::string text;
    for (const char c : bytes)
        append_utf8(text, static_cast<unsigned char>(c));
    return text;
}

std::vector<std::string> lines_of_text(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        lines.emplace_back(text.substr(0, end));
        const std::size_t mark = text.substr(end).starts_with("\r\n") ? 2 : 1;
        text.remove_prefix(std::min(end + mark, text.size()));
    }
    while (!lines.empty() && lines.back().empty())
        lines.pop_back();
    return lines;
}

std::string trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n\v\f";
    const std::size_t begin = text.find_first_not_of(space);
    if (begin == std::string_view::npos)
        return {};
    return std::string(text.substr(begin, text.find_last_not_of(space) - begin + 1));
}

std::string first_few(const std::vector<std::string>& items, std::size_t most) {
    std::string text;
    for (std::size_t i = 0; i < std::min(most, items.size()); ++i)
        text += (i == 0 ? "\"" : ", \"") + shown(items[i]) + "\"";
    if (items.size() > most)
        text += " and " + std::to_string(items.size() - most) + " more";
    return text;
}

} // namespace lab
