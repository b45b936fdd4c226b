#include "core/base/random.h"

#include <bit>
#include <cmath>

namespace lab {
namespace {

constexpr std::uint64_t golden_gamma = 0x9E3779B97F4A7C15ULL;

std::uint64_t mixed(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

/// ln(k!): a table for small k, Stirling's series beyond. std::lgamma is slower and not thread-safe.
double log_factorial(int k) {
    static const std::array<double, 256> table = [] {
        std::array<double, 256> sums{};
        for (std::size_t i = 1; i < sums.size(); ++i) {
            sums[i] = sums[i - 1] + std::log(static_cast<double>(i));
        }
        return sums;
    }();
    if (k < static_cast<int>(table.size())) {
        return table[static_cast<std::size_t>(k)];
    }
    const double n = k;
    constexpr double half_log_two_pi = 0.91893853320467274178;
    return (n + 0.5) * std::log(n) - n + half_log_two_pi + 1.0 / (12.0 * n) - 1.0 / (360.0 * n * n * n);
}

} // namespace

Random::Random(std::initializer_list<std::uint64_t> keys) {
    std::uint64_t hash = 0;
    for (const std::uint64_t key : keys) {
        hash = mixed(hash + golden_gamma + mixed(key + golden_gamma));
    }
    for (std::uint64_t& word : state_) {
        hash += golden_gamma;
        word = mixed(hash);
    }
}

std::uint64_t Random::next() {
    const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0];
    const std::uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
}

double Random::uniform() {
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

double Random::uniform(double low, double high) {
    return low + (high - low) * uniform();
}

std::uint32_t Random::integer(std::uint32_t count) {
    // Lemire's multiplication, with the rejection that makes all outcomes equally likely.
    const std::uint32_t threshold = (0U - count) % count;
    std::uint64_t product = 0;
    do {
        product = (next() >> 32) * count;
    } while (static_cast<std::uint32_t>(product) < threshold);
    return static_cast<std::uint32_t>(product >> 32);
}

double Random::normal() {
    if (has_spare_) {
        has_spare_ = false;
        return spare_normal_;
    }
    // Marsaglia's polar method: two independent normals per accepted point of the unit disc.
    double x = 0.0;
    double y = 0.0;
    double square = 0.0;
    do {
        x = 2.0 * uniform() - 1.0;
        y = 2.0 * uniform() - 1.0;
        square = x * x + y * y;
    } while (square >= 1.0 || square == 0.0);
    const double scale = std::sqrt(-2.0 * std::log(square) / square);
    spare_normal_ = y * scale;
    has_spare_ = true;
    return x * scale;
}

int Random::poisson(double mean) {
    if (mean <= 0.0) {
        return 0;
    }
    return mean < 10.0 ? poisson_by_inversion(mean) : poisson_by_rejection(mean);
}

int Random::poisson_by_inversion(double mean) {
    double remaining = uniform();
    double probability = std::exp(-mean);
    int count = 0;
    // Beyond 200 the probability has long underflowed for a mean below 10: rounding alone leads there.
    while (remaining >= probability && count < 200) {
        remaining -= probability;
        ++count;
        probability *= mean / count;
    }
    return count;
}

/// Transformed rejection with squeeze (Hörmann, "The transformed rejection method for generating Poisson
/// random variables", 1993, algorithm PTRS); mean ≥ 10.
int Random::poisson_by_rejection(double mean) {
    const double b = 0.931 + 2.53 * std::sqrt(mean);
    const double a = -0.059 + 0.02483 * b;
    const double inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
    const double v_r = 0.9277 - 3.6224 / (b - 2.0);
    while (true) {
        const double u = uniform() - 0.5;
        const double v = 1.0 - uniform();
        const double u_s = 0.5 - std::abs(u);
        const double k = std::floor((2.0 * a / u_s + b) * u + mean + 0.43);
        if (u_s >= 0.07 && v <= v_r) {
            return static_cast<int>(k);
        }
        if (k < 0.0 || (u_s < 0.013 && v > u_s)) {
            continue;
        }
        const int count = static_cast<int>(k);
        if (std::log(v * inverse_alpha / (a / (u_s * u_s) + b)) <=
            k * std::log(mean) - mean - log_factorial(count)) {
            return count;
        }
    }
}

} // namespace lab
