#include "core/image/tiff_tags.h"

#include "core/image/byte_reader.h"

#include <algorithm>
#include <optional>

namespace lab {

namespace {

constexpr std::uint32_t type_u16 = 3, type_u32 = 4;

/// The numbers of a tag.
struct TiffValues {
    std::size_t place = 0, count = 0;
    std::size_t width = 2; ///< bytes of each
};

std::optional<TiffValues> find_tag(std::string_view bytes, std::uint32_t tag) {
    constexpr std::size_t entry_bytes = 12;
    if (!bytes.starts_with("II") && !bytes.starts_with("MM"))
        return std::nullopt;
    const ByteReader reader(bytes, bytes.starts_with("II"));
    if (reader.u16(2) != 42)
        return std::nullopt;
    const std::size_t directory = reader.u32(4);
    const std::uint32_t entries = reader.u16(directory);
    reader.part(directory, 2 + entries * entry_bytes); // all of it is there
    for (std::uint32_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + i * entry_bytes;
        if (reader.u16(entry) != tag)
            continue;
        const std::uint32_t type = reader.u16(entry + 2);
        if (type != type_u16 && type != type_u32)
            return std::nullopt;
        TiffValues values{0, reader.u32(entry + 4), std::size_t{type == type_u16 ? 2u : 4u}};
        if (values.count > bytes.size() / values.width)
            throw std::out_of_range("the file ends too early");
        // What fits into four bytes stands in the entry itself.
        values.place = values.count * values.width <= 4 ? entry + 8 : reader.u32(entry + 8);
        reader.part(values.place, values.count * values.width);
        return values;
    }
    return std::nullopt;
}

} // namespace

std::vector<std::uint32_t> tiff_tag(std::string_view bytes, std::uint32_t tag) {
    const std::optional<TiffValues> found = find_tag(bytes, tag);
    std::vector<std::uint32_t> values;
    if (!found)
        return values;
    const ByteReader reader(bytes, bytes.starts_with("II"));
    for (std::size_t k = 0; k < found->count; ++k) {
        const std::size_t at = found->place + k * found->width;
        values.push_back(found->width == 2 ? reader.u16(at) : reader.u32(at));
    }
    return values;
}

std::string tiff_with_plain_colours(std::string_view bytes) {
    constexpr std::uint32_t extra_samples = 338, unmixed = 2;
    constexpr char mixed = 1;
    const std::optional<TiffValues> found = find_tag(bytes, extra_samples);
    const std::vector<std::uint32_t> values = tiff_tag(bytes, extra_samples);
    if (std::find(values.begin(), values.end(), unmixed) == values.end())
        return {};
    std::string changed(bytes);
    const bool little = bytes.starts_with("II");
    for (std::size_t k = 0; k < values.size(); ++k)
        if (values[k] == unmixed)
            changed[found->place + k * found->width + (little ? 0 : found->width - 1)] = mixed;
    return changed;
}

} // namespace lab
