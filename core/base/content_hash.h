#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace lab {

/// 128 bits that tell contents apart at the speed of memory, however they are cut into pieces. Not for
/// contents that somebody has made to look alike: it is no cryptographic hash.
class ContentHash {
  public:
    void add(const void* bytes, std::size_t count);
    /// 32 hexadecimal digits of all that was added so far.
    std::string text() const;

  private:
    static constexpr std::size_t stripe = 32;
    void take_stripe(const unsigned char* bytes);

    std::array<std::uint64_t, 4> lanes_ = {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b,
                                           0xa54ff53a5f1d36f1};
    std::array<unsigned char, stripe> rest_{};
    std::size_t rest_size_ = 0;
    std::uint64_t total_ = 0;
};

} // namespace lab
