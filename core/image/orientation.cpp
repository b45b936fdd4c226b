#include "core/image/orientation.h"

#include "core/image/byte_reader.h"
#include "core/image/tiff_tags.h"

#include <algorithm>

namespace lab {

using namespace std::string_view_literals;

namespace {

constexpr std::uint32_t orientation_tag = 0x0112;
constexpr auto exif_mark = "Exif\0\0"sv;

std::string_view exif_of_jpeg(std::string_view bytes) {
    const ByteReader reader(bytes, false);
    std::size_t at = 2;
    while (reader.holds(at, 4) && reader.u8(at) == 0xff) {
        const std::uint32_t marker = reader.u8(at + 1);
        if (marker == 0xda || marker == 0xd9) // the pixels begin
            break;
        const std::size_t length = std::max<std::size_t>(2, reader.u16(at + 2));
        if (marker == 0xe1 && reader.holds(at + 4, length - 2)) {
            const std::string_view content = reader.part(at + 4, length - 2);
            if (content.starts_with(exif_mark))
                return content.substr(exif_mark.size());
        }
        at += 2 + length;
    }
    return {};
}

std::string_view exif_of_png(std::string_view bytes) {
    const ByteReader reader(bytes, false);
    for (std::size_t at = 8; reader.holds(at, 12);) {
        const std::size_t length = reader.u32(at);
        if (reader.part(at + 4, 4) == "eXIf"sv && reader.holds(at + 8, length))
            return reader.part(at + 8, length);
        at += 12 + length;
    }
    return {};
}

std::string_view exif_of_webp(std::string_view bytes) {
    const ByteReader reader(bytes);
    for (std::size_t at = 12; reader.holds(at, 8);) {
        const std::size_t length = reader.u32(at + 4);
        if (reader.part(at, 4) == "EXIF"sv && reader.holds(at + 8, length)) {
            const std::string_view content = reader.part(at + 8, length);
            return content.starts_with(exif_mark) ? content.substr(exif_mark.size()) : content;
        }
        at += 8 + length + length % 2;
    }
    return {};
}

std::string_view exif_of(PictureKind kind, std::string_view bytes) {
    switch (kind) {
    case PictureKind::jpeg:
        return exif_of_jpeg(bytes);
    case PictureKind::png:
        return exif_of_png(bytes);
    case PictureKind::webp:
        return exif_of_webp(bytes);
    default:
        return {};
    }
}

} // namespace

int orientation_of(PictureKind kind, std::string_view bytes) {
    try {
        const std::vector<std::uint32_t> values = tiff_tag(exif_of(kind, bytes), orientation_tag);
        return values.size() == 1 && values[0] >= 1 && values[0] <= 8 ? static_cast<int>(values[0]) : 1;
    } catch (const std::out_of_range&) {
        return 1; // a mark that cannot be read marks nothing
    }
}

Image turned(Image picture, int orientation) {
    if (orientation <= 1 || orientation > 8)
        return picture;
    const bool across = orientation >= 5; // rows become columns
    Image result{across ? picture.width : picture.height,
                 across ? picture.height : picture.width,
                 picture.channels,
                 {}};
    result.pixels.resize(result.byte_count());
    const bool from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool from_below = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    const auto channels = static_cast<std::size_t>(picture.channels);
    std::uint8_t* out = result.pixels.data();
    for (int y = 0; y < result.height; ++y)
        for (int x = 0; x < result.width; ++x) {
            const int column = across ? y : x, row = across ? x : y;
            const std::size_t from_row =
                static_cast<std::size_t>(from_below ? picture.height - 1 - row : row);
            const std::size_t from_column =
                static_cast<std::size_t>(from_right ? picture.width - 1 - column : column);
            const std::uint8_t* const in =
                picture.pixels.data() +
                (from_row * static_cast<std::size_t>(picture.width) + from_column) * channels;
            out = std::copy_n(in, channels, out);
        }
    return result;
}

} // namespace lab
