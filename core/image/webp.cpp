#include "core/image/webp.h"

#include "core/image/byte_reader.h"

#include <cstdint>
#include <stdexcept>

namespace lab {

namespace {

using namespace std::string_view_literals;

std::uint32_t u24(const ByteReader& in, std::size_t at) {
    return in.u16(at) | in.u8(at + 2) << 16;
}

/// A chunk's content; `at` moves behind it. Chunks are padded to even lengths.
std::string_view chunk(const ByteReader& in, std::size_t& at, std::string_view& name) {
    name = in.part(at, 4);
    const std::size_t length = in.u32(at + 4);
    const std::string_view content = in.part(at + 8, length);
    at += 8 + length + length % 2;
    return content;
}

std::string u32_text(std::size_t value) {
    std::string text;
    for (int shift = 0; shift < 32; shift += 8)
        text += static_cast<char>(value >> shift & 0xff);
    return text;
}

/// The container of one picture, around its VP8 or VP8L chunk.
std::string still(std::string_view name, std::string_view content) {
    std::string chunks(name);
    chunks += u32_text(content.size());
    chunks += content;
    if (content.size() % 2 == 1)
        chunks += '\0';
    return "RIFF" + u32_text(4 + chunks.size()) + "WEBP" + chunks;
}

} // namespace

std::string first_webp_picture(std::string_view bytes) {
    constexpr std::size_t header = 12, frame_header = 16;
    constexpr std::uint32_t animated = 2;
    const ByteReader in(bytes);
    std::string_view name, content;
    std::size_t at = header;
    const std::string_view canvas = chunk(in, at, name);
    if (name != "VP8X"sv || (ByteReader(canvas).u8(0) & animated) == 0)
        return {};
    while (name != "ANMF"sv)
        content = chunk(in, at, name);
    const ByteReader inside(content), whole(canvas);
    if (u24(inside, 0) != 0 || u24(inside, 3) != 0 || u24(inside, 6) != u24(whole, 4) ||
        u24(inside, 9) != u24(whole, 7))
        throw std::runtime_error("expected an animation whose first picture fills it, found a part of it");
    for (std::size_t part = frame_header;;) {
        const std::string_view data = chunk(inside, part, name);
        if (name == "VP8 "sv || name == "VP8L"sv)
            return still(name, data);
    }
}

} // namespace lab
