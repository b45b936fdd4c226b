#include "core/experiment/base64.h"

#include <array>
#include <stdexcept>

namespace lab {

namespace {

constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A digit's value by its character; 64 for all others.
constexpr std::array<unsigned char, 256> values_by_character() {
    std::array<unsigned char, 256> values{};
    values.fill(64);
    for (std::size_t i = 0; i < digits.size(); ++i)
        values[static_cast<unsigned char>(digits[i])] = static_cast<unsigned char>(i);
    return values;
}
constexpr auto value_of = values_by_character();

} // namespace

std::string base64url(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() / 3 * 4 + 4);
    unsigned value = 0;
    int bits = 0;
    for (const char byte : bytes) {
        value = (value << 8 | static_cast<unsigned char>(byte)) & 0xffffff;
        for (bits += 8; bits >= 6; bits -= 6)
            text += digits[value >> (bits - 6) & 63];
    }
    if (bits > 0)
        text += digits[value << (6 - bits) & 63];
    return text;
}

std::string from_base64url(std::string_view text, std::size_t first) {
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3 + 3);
    unsigned value = 0;
    int bits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned digit = value_of[static_cast<unsigned char>(text[i])];
        if (digit == 64)
            throw std::invalid_argument(
                "has a character that does not belong there (number " + std::to_string(i + first) +
                "): expected letters, digits, - and _, found \"" + std::string(1, text[i]) + "\"");
        value = (value << 6 | digit) & 0xffffff;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>(value >> bits & 255);
        }
    }
    if (text.size() % 4 == 1)
        throw std::invalid_argument("is cut off: a character is missing");
    return bytes;
}

} // namespace lab
