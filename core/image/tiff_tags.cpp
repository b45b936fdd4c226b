#include "core/image/tiff_tags.h"

#include "core/image/byte_reader.h"

namespace lab {

std::vector<std::uint32_t> tiff_tag(std::string_view bytes, std::uint32_t tag) {
    constexpr std::uint32_t type_u16 = 3, type_u32 = 4;
    constexpr std::size_t entry_bytes = 12;
    if (!bytes.starts_with("II") && !bytes.starts_with("MM"))
        return {};
    const ByteReader reader(bytes, bytes.starts_with("II"));
    if (reader.u16(2) != 42)
        return {};
    const std::size_t directory = reader.u32(4);
    const std::uint32_t entries = reader.u16(directory);
    reader.part(directory, 2 + entries * entry_bytes); // all of it is there
    for (std::uint32_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + i * entry_bytes;
        if (reader.u16(entry) != tag)
            continue;
        const std::uint32_t type = reader.u16(entry + 2);
        const std::size_t count = reader.u32(entry + 4);
        if (type != type_u16 && type != type_u32)
            return {};
        const std::size_t width = type == type_u16 ? 2 : 4;
        // What fits into four bytes stands in the entry itself.
        const std::size_t place = count * width <= 4 ? entry + 8 : reader.u32(entry + 8);
        if (count > bytes.size() / width)
            throw std::out_of_range("the file ends too early");
        std::vector<std::uint32_t> values;
        for (std::size_t k = 0; k < count; ++k)
            values.push_back(type == type_u16 ? reader.u16(place + k * width)
                                              : reader.u32(place + k * width));
        return values;
    }
    return {};
}

} // namespace lab
