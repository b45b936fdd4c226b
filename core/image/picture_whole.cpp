#include "core/image/picture_whole.h"

#include "core/base/input_file.h"
#include "core/image/byte_reader.h"
#include "core/image/gif.h"
#include "core/image/tiff_tags.h"

#include <array>
#include <cstdlib>
#include <fstream>
#include <zlib.h>

namespace lab {

using namespace std::string_view_literals;

namespace {

constexpr auto png_end = "\0\0\0\0IEND\xae\x42\x60\x82"sv;
constexpr auto jpeg_end = "\xff\xd9"sv;

/// Whether the mark of the end stands behind the pixels: what lies between segments, and 0xff00 and the
/// restart marks among the pixels, are passed over.
bool jpeg_ends(std::string_view bytes) {
    const ByteReader in(bytes, false);
    for (std::size_t at = 2; (at = bytes.find('\xff', at)) != std::string_view::npos;) {
        const std::uint32_t marker = in.u8(++at);
        if (marker == 0xd9)
            return true;
        const bool alone = marker == 0 || marker == 1 || (marker >= 0xd0 && marker <= 0xd8);
        if (marker == 0xff)
            continue;
        at += alone ? 1 : 1 + in.u16(at + 1);
    }
    return false;
}

PictureState png_state(std::string_view bytes) {
    const ByteReader in(bytes, false);
    for (std::size_t at = 8;;) {
        const std::size_t length = in.u32(at);
        const std::string_view checked = in.part(at + 4, 4 + length);
        const bool critical = checked[0] >= 'A' && checked[0] <= 'Z';
        const auto sum = crc32_z(0, reinterpret_cast<const Bytef*>(checked.data()), checked.size());
        if (critical && sum != in.u32(at + 8 + length))
            return PictureState::damaged;
        if (checked.starts_with("IEND"))
            return PictureState::whole;
        at += 12 + length;
    }
}

/// Rows of whole 32-bit words, where the pixels are not compressed.
bool bmp_holds_pixels(std::string_view bytes) {
    const ByteReader in(bytes);
    const std::uint64_t begin = in.u32(10);
    const bool old = in.u32(14) == 12;
    const auto signed_at = [&](std::size_t at) { return static_cast<std::int32_t>(in.u32(at)); };
    const std::uint64_t width =
        old ? in.u16(18) : static_cast<std::uint64_t>(std::abs(std::int64_t{signed_at(18)}));
    const std::uint64_t height =
        old ? in.u16(20) : static_cast<std::uint64_t>(std::abs(std::int64_t{signed_at(22)}));
    const std::uint64_t bits = old ? in.u16(24) : in.u16(28);
    const std::uint32_t compression = old ? 0 : in.u32(30);
    if (compression != 0 && compression != 3)
        return in.holds(0, in.u32(2));
    const std::uint64_t row = (width * bits + 31) / 32 * 4;
    return begin <= bytes.size() && (row == 0 || height <= (bytes.size() - begin) / row);
}

/// All strips or tiles of the first picture.
bool tiff_holds_pixels(std::string_view bytes) {
    constexpr std::uint32_t strip_offsets = 273, strip_sizes = 279, tile_offsets = 324, tile_sizes = 325;
    constexpr std::uint32_t bits_per_sample = 258;
    tiff_tag(bytes, bits_per_sample); // throws where its values, which lie elsewhere, are not there
    for (const auto& [offsets_tag, sizes_tag] :
         {std::array{strip_offsets, strip_sizes}, std::array{tile_offsets, tile_sizes}}) {
        const std::vector<std::uint32_t> offsets = tiff_tag(bytes, offsets_tag),
                                         sizes = tiff_tag(bytes, sizes_tag);
        for (std::size_t i = 0; i < offsets.size(); ++i)
            if (offsets[i] > bytes.size() || (i < sizes.size() && sizes[i] > bytes.size() - offsets[i]))
                return false;
    }
    return true;
}

/// The next number of a PNM header, behind white space and comments.
std::uint64_t pnm_number(const ByteReader& in, std::size_t& at) {
    constexpr std::uint64_t most = std::uint64_t{1} << 32;
    const auto letter = [&] { return static_cast<char>(in.u8(at)); };
    while (letter() == '#' || " \t\r\n\v\f"sv.find(letter()) != std::string_view::npos) {
        if (letter() == '#')
            while (letter() != '\n' && letter() != '\r')
                ++at;
        ++at;
    }
    std::uint64_t number = 0;
    for (; letter() >= '0' && letter() <= '9' && number < most; ++at)
        number = 10 * number + static_cast<std::uint64_t>(letter() - '0');
    return number;
}

struct PnmHeader {
    std::uint64_t width = 0, height = 0, largest = 1;
    std::size_t pixels = 0; ///< where they begin
};

PnmHeader pnm_header(std::string_view bytes) {
    const ByteReader in(bytes);
    PnmHeader header;
    std::size_t at = 2;
    header.width = pnm_number(in, at);
    header.height = pnm_number(in, at);
    if (bytes[1] != '1' && bytes[1] != '4')
        header.largest = pnm_number(in, at);
    header.pixels = at + 1; // one white space ends the header
    return header;
}

bool pnm_holds_pixels(std::string_view bytes) {
    const char type = bytes[1];
    if (type < '4') // numbers as text: the decoder counts them
        return true;
    const PnmHeader header = pnm_header(bytes);
    const std::uint64_t row = type == '4'
                                  ? (header.width + 7) / 8
                                  : header.width * (type == '6' ? 3 : 1) * (header.largest > 255 ? 2 : 1);
    return header.pixels <= bytes.size() &&
           (row == 0 || header.height <= (bytes.size() - header.pixels) / row);
}

PictureState told(bool whole) {
    return whole ? PictureState::whole : PictureState::cut_short;
}

PictureState state_by_kind(PictureKind kind, std::string_view bytes) {
    switch (kind) {
    case PictureKind::none:
        return PictureState::no_picture;
    case PictureKind::jpeg:
        return told(jpeg_ends(bytes));
    case PictureKind::png:
        return png_state(bytes);
    case PictureKind::webp:
        return told(ByteReader(bytes).u32(4) <= bytes.size() - 8);
    case PictureKind::bmp:
        return told(bmp_holds_pixels(bytes));
    case PictureKind::gif:
        return told(end_of_first_gif(bytes) != 0);
    case PictureKind::tiff:
        return told(tiff_holds_pixels(bytes));
    case PictureKind::pnm:
        return told(pnm_holds_pixels(bytes));
    }
    return PictureState::no_picture;
}

/// Whether beginning, end and size alone tell that the picture is whole.
bool clearly_whole(std::string_view begin, std::string_view end, std::uint64_t size) {
    switch (kind_of_picture(begin)) {
    case PictureKind::jpeg:
        return end.ends_with(jpeg_end);
    case PictureKind::png:
        return end.ends_with(png_end);
    case PictureKind::webp:
        return ByteReader(begin).u32(4) <= size - 8;
    default:
        return false;
    }
}

} // namespace

std::uint64_t largest_pnm_number(std::string_view bytes) {
    return pnm_header(bytes).largest;
}

PictureState state_of(std::string_view bytes) {
    try {
        return state_by_kind(kind_of_picture(bytes), bytes);
    } catch (const std::out_of_range&) {
        return PictureState::cut_short;
    } catch (const std::runtime_error&) {
        return PictureState::damaged;
    }
}

PictureState state_of_file(const std::filesystem::path& file) {
    std::array<char, 12> begin{}, end{};
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return PictureState::unreadable;
    stream.read(begin.data(), begin.size());
    const std::string_view start(begin.data(), static_cast<std::size_t>(stream.gcount()));
    if (kind_of_picture(start) == PictureKind::none)
        return PictureState::no_picture;
    if (start.size() == begin.size()) {
        stream.seekg(-static_cast<std::streamoff>(end.size()), std::ios::end);
        const auto size = static_cast<std::uint64_t>(stream.tellg()) + end.size();
        stream.read(end.data(), end.size());
        if (stream && clearly_whole(start, {end.data(), end.size()}, size))
            return PictureState::whole;
    }
    try {
        return state_of(file_content(file));
    } catch (const std::runtime_error&) {
        return PictureState::unreadable;
    }
}

} // namespace lab
