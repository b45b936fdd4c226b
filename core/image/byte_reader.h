#pragma once

#include <cstdint>
#include <stdexcept>
#include <string_view>

namespace lab {

/// Numbers out of bytes, at any place and in both orders; beyond the end it throws std::out_of_range.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes, bool little = true) : bytes_(bytes), little_(little) {}

    std::size_t size() const { return bytes_.size(); }
    bool holds(std::size_t at, std::size_t count) const {
        return at <= bytes_.size() && count <= bytes_.size() - at;
    }
    std::string_view part(std::size_t at, std::size_t count) const {
        if (!holds(at, count))
            throw std::out_of_range("the file ends too early");
        return bytes_.substr(at, count);
    }
    std::uint32_t u8(std::size_t at) const { return number(at, 1); }
    std::uint32_t u16(std::size_t at) const { return number(at, 2); }
    std::uint32_t u32(std::size_t at) const { return number(at, 4); }

  private:
    std::uint32_t number(std::size_t at, std::size_t count) const {
        const std::string_view digits = part(at, count);
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < count; ++i)
            value = value << 8 | static_cast<unsigned char>(digits[little_ ? count - 1 - i : i]);
        return value;
    }

    std::string_view bytes_;
    bool little_;
};

} // namespace lab
