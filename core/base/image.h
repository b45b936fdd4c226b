#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lab {

/// One 8-bit picture, rows top to bottom, channels interleaved (grey, or red-green-blue).
struct Image {
    int height = 0;
    int width = 0;
    int channels = 0;                 ///< 1 (grey) or 3 (RGB)
    std::vector<std::uint8_t> pixels; ///< height × width × channels, row-major

    std::size_t byte_count() const {
        return static_cast<std::size_t>(height) * static_cast<std::size_t>(width) *
               static_cast<std::size_t>(channels);
    }
    bool operator==(const Image&) const = default;
};

} // namespace lab
