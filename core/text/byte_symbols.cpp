#include "core/text/byte_symbols.h"

#include "core/text/unicode.h"

#include <array>
#include <cstdint>

namespace lab {

namespace {

constexpr bool stands_for_itself(unsigned byte) {
    return (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
}

struct Alphabet {
    std::array<char32_t, 256> symbol{};
    std::array<std::int16_t, 0x144> byte{}; ///< −1: none
};

constexpr Alphabet alphabet = [] {
    Alphabet made;
    made.byte.fill(-1);
    char32_t next = 0x100;
    for (unsigned b = 0; b < 256; ++b) {
        made.symbol[b] = stands_for_itself(b) ? b : next++;
        made.byte[made.symbol[b]] = static_cast<std::int16_t>(b);
    }
    return made;
}();

} // namespace

std::string symbols_of_bytes(std::string_view bytes) {
    std::string symbols;
    for (const char c : bytes) {
        const char32_t code = alphabet.symbol[static_cast<unsigned char>(c)];
        if (code < 0x80) {
            symbols += static_cast<char>(code);
        } else {
            symbols += static_cast<char>(0xc0 | code >> 6);
            symbols += static_cast<char>(0x80 | (code & 0x3f));
        }
    }
    return symbols;
}

std::optional<std::string> bytes_of_symbols(std::string_view symbols) {
    std::string bytes;
    for (std::size_t i = 0; i < symbols.size();) {
        const CodePoint point = code_point_at(symbols, i);
        if (point.code >= alphabet.byte.size() || alphabet.byte[point.code] < 0)
            return std::nullopt;
        bytes += static_cast<char>(alphabet.byte[point.code]);
        i += point.bytes;
    }
    return bytes;
}

} // namespace lab
