#include "core/image/gif.h"

#include "core/image/byte_reader.h"
#include "core/image/picture_kind.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <vector>

namespace lab {

namespace {

/// Where things lie in the file; offsets in bytes.
struct Places {
    std::size_t global_colours = 0, global_count = 0;
    std::size_t descriptor = 0; ///< of the first picture, behind its mark
    std::size_t local_colours = 0, local_count = 0;
    std::size_t data = 0; ///< the byte with the least code size
    std::size_t end = 0;  ///< behind the block that ends the data
};

std::size_t colours_of(std::uint32_t flags) {
    return (flags & 0x80) != 0 ? std::size_t{2} << (flags & 7) : 0;
}

/// Behind a chain of blocks that ends with an empty one.
std::size_t behind_blocks(const ByteReader& in, std::size_t at) {
    for (std::size_t length = in.u8(at); length != 0; length = in.u8(at))
        at += 1 + length;
    return at + 1;
}

Places places_of(const ByteReader& in) {
    Places places;
    places.global_colours = 13;
    places.global_count = colours_of(in.u8(10));
    std::size_t at = 13 + 3 * places.global_count;
    while (in.u8(at) == 0x21) // extensions
        at = behind_blocks(in, at + 2);
    if (in.u8(at) != 0x2c)
        throw std::runtime_error("expected a picture in the GIF file, found none");
    places.descriptor = at + 1;
    places.local_count = colours_of(in.u8(at + 9));
    places.local_colours = at + 10;
    places.data = places.local_colours + 3 * places.local_count;
    places.end = behind_blocks(in, places.data + 1);
    return places;
}

/// The colour numbers of a picture, decompressed (LZW with codes of growing length).
class Codes {
  public:
    Codes(const ByteReader& in, std::size_t at) : in_(in), least_(in.u8(at)), at_(at + 1) {
        if (least_ < 1 || least_ > 8)
            throw std::runtime_error("expected GIF codes of 1 to 8 bits, found " + std::to_string(least_));
        forget();
    }

    std::vector<std::uint8_t> numbers(std::size_t count) {
        const std::uint32_t clear = 1u << least_, end = clear + 1;
        std::vector<std::uint8_t> out;
        std::uint32_t last = none;
        while (out.size() < count) {
            const std::uint32_t code = next();
            if (code == end)
                break;
            if (code == clear) {
                forget();
                last = none;
                continue;
            }
            if (code > table_ || (code == table_ && last == none) || code == none)
                throw std::runtime_error("its compressed pixels are damaged");
            append(out, code == table_ ? last : code, count);
            if (code == table_ && out.size() < count)
                out.push_back(first_);
            if (last != none)
                enter(last);
            last = code;
        }
        if (out.size() < count)
            throw std::runtime_error("it has " + std::to_string(out.size()) + " of its " +
                                     std::to_string(count) + " pixels");
        return out;
    }

  private:
    static constexpr std::uint32_t most = 4096, none = most;

    void forget() {
        table_ = (1u << least_) + 2;
        length_ = least_ + 1;
    }
    void enter(std::uint32_t prefix) {
        if (table_ >= most)
            return;
        prefix_[table_] = static_cast<std::uint16_t>(prefix);
        suffix_[table_] = first_;
        if (++table_ == 1u << length_ && length_ < 12)
            ++length_;
    }
    /// A code's string, which is kept backwards; its first number is remembered.
    void append(std::vector<std::uint8_t>& out, std::uint32_t code, std::size_t most_numbers) {
        const std::uint32_t roots = 1u << least_;
        string_.clear();
        for (; code >= roots + 2; code = prefix_[code])
            string_.push_back(suffix_[code]);
        first_ = static_cast<std::uint8_t>(code);
        string_.push_back(first_);
        const std::size_t count = std::min(string_.size(), most_numbers - out.size());
        out.insert(out.end(), string_.rbegin(), string_.rbegin() + static_cast<std::ptrdiff_t>(count));
    }
    std::uint32_t next() {
        while (held_ < length_) {
            if (left_ == 0) {
                left_ = in_.u8(at_++);
                if (left_ == 0)
                    return (1u << least_) + 1; // the data end without the code that says so
            }
            bits_ |= in_.u8(at_++) << held_;
            held_ += 8;
            --left_;
        }
        const std::uint32_t code = bits_ & ((1u << length_) - 1);
        bits_ >>= length_;
        held_ -= length_;
        return code;
    }

    const ByteReader& in_;
    std::uint32_t least_;
    std::size_t at_;
    std::uint32_t left_ = 0; ///< bytes of the block
    std::uint32_t bits_ = 0, held_ = 0, length_ = 0, table_ = 0;
    std::uint8_t first_ = 0;
    std::array<std::uint16_t, most> prefix_{};
    std::array<std::uint8_t, most> suffix_{};
    std::vector<std::uint8_t> string_;
};

/// The row that comes n-th: interlaced pictures have every eighth row first, then those between.
int row_of(int n, int height, bool interlaced) {
    if (!interlaced)
        return n;
    for (const auto& [begin, step] :
         {std::array{0, 8}, std::array{4, 8}, std::array{2, 4}, std::array{1, 2}}) {
        const int rows = height > begin ? (height - begin + step - 1) / step : 0;
        if (n < rows)
            return begin + n * step;
        n -= rows;
    }
    return height - 1;
}

Image decoded(const ByteReader& in) {
    const Places places = places_of(in);
    const std::size_t d = places.descriptor;
    const int left = static_cast<int>(in.u16(d)), top = static_cast<int>(in.u16(d + 2));
    const int width = static_cast<int>(in.u16(d + 4)), height = static_cast<int>(in.u16(d + 6));
    // A canvas that is too small for its first picture is taken as large as that, as viewers do.
    Image image{std::max(static_cast<int>(in.u16(8)), top + height),
                std::max(static_cast<int>(in.u16(6)), left + width),
                3,
                {}};
    expect_picture_size(width, height);
    expect_picture_size(image.width, image.height);
    const bool local = places.local_count > 0;
    const std::size_t colours = local ? places.local_colours : places.global_colours;
    const std::size_t count = local ? places.local_count : places.global_count;
    const std::string_view palette = in.part(colours, 3 * count);
    const auto put = [&](std::string_view from, std::size_t number, std::uint8_t* pixel) {
        if (3 * number + 3 > from.size())
            throw std::runtime_error("it has a colour that its palette lacks");
        std::copy_n(from.begin() + static_cast<std::ptrdiff_t>(3 * number), 3, pixel);
    };
    const std::vector<std::uint8_t> numbers =
        Codes(in, places.data).numbers(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    image.pixels.resize(image.byte_count());
    const std::size_t background = in.u8(11);
    if (background < places.global_count)
        for (std::size_t i = 0; i < image.pixels.size(); i += 3)
            put(in.part(places.global_colours, 3 * places.global_count), background, &image.pixels[i]);
    const bool interlaced = (in.u8(d + 8) & 0x40) != 0;
    for (int n = 0; n < height; ++n) {
        const int row = top + row_of(n, height, interlaced);
        for (int x = 0; x < width; ++x)
            put(palette, numbers[static_cast<std::size_t>(n) * static_cast<std::size_t>(width) + x],
                &image.pixels[(static_cast<std::size_t>(row) * static_cast<std::size_t>(image.width) +
                               static_cast<std::size_t>(left + x)) *
                              3]);
    }
    return image;
}

} // namespace

Image decode_gif(std::string_view bytes) {
    try {
        return decoded(ByteReader(bytes));
    } catch (const std::out_of_range&) {
        throw std::runtime_error("it is cut short");
    }
}

std::size_t end_of_first_gif(std::string_view bytes) {
    try {
        return places_of(ByteReader(bytes)).end;
    } catch (const std::out_of_range&) {
        return 0;
    }
}

} // namespace lab
