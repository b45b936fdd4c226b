#include "core/base/content_hash.h"

#include <algorithm>
#include <bit>
#include <cstdio>
#include <cstring>

namespace lab {

namespace {

// Odd, so that multiplying loses nothing: each word changes its lane one to one.
constexpr std::uint64_t first_factor = 0x9e3779b97f4a7c15, second_factor = 0xd6e8feb86659fd93;

/// splitmix64's finaliser.
std::uint64_t mixed(std::uint64_t value) {
    value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9;
    value = (value ^ value >> 27) * 0x94d049bb133111eb;
    return value ^ value >> 31;
}

} // namespace

void ContentHash::take_stripe(const unsigned char* bytes) {
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes + 8 * i, sizeof word);
        lanes_[i] = std::rotl(lanes_[i] ^ word * first_factor, 29) * second_factor + i;
    }
}

void ContentHash::add(const void* bytes, std::size_t count) {
    const auto* from = static_cast<const unsigned char*>(bytes);
    total_ += count;
    while (count > 0) {
        if (rest_size_ == 0 && count >= stripe) {
            take_stripe(from);
            from += stripe;
            count -= stripe;
            continue;
        }
        const std::size_t part = std::min(stripe - rest_size_, count);
        std::memcpy(rest_.data() + rest_size_, from, part);
        rest_size_ += part;
        from += part;
        count -= part;
        if (rest_size_ == stripe) {
            take_stripe(rest_.data());
            rest_size_ = 0;
        }
    }
}

std::string ContentHash::text() const {
    ContentHash last = *this;
    std::fill(last.rest_.begin() + static_cast<std::ptrdiff_t>(rest_size_), last.rest_.end(), 0);
    last.take_stripe(last.rest_.data());
    std::uint64_t low = mixed(total_), high = mixed(~total_);
    for (const std::uint64_t lane : last.lanes_) {
        low = mixed(low ^ lane);
        high = mixed(high + std::rotl(lane, 17));
    }
    char digits[33];
    std::snprintf(digits, sizeof digits, "%016llx%016llx", static_cast<unsigned long long>(high),
                  static_cast<unsigned long long>(low));
    return digits;
}

} // namespace lab
