#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>

namespace lab {

/// A small random generator with its own distributions: unlike those of the standard library they give
/// the same numbers with every compiler. The state is xoshiro256++ (Blackman and Vigna, "Scrambled linear
/// pseudorandom number generators", 2021), filled by SplitMix64 from a list of keys.
class Random {
  public:
    /// Any list of keys, such as {seed, image id, corruption, severity}, names one stream of numbers.
    explicit Random(std::initializer_list<std::uint64_t> keys);

    std::uint64_t next();
    double uniform();                           ///< in [0, 1), 53 bits
    double uniform(double low, double high);    ///< in [low, high)
    std::uint32_t integer(std::uint32_t count); ///< 0 … count − 1, all equally likely; count ≥ 1
    double normal();                            ///< mean 0, standard deviation 1
    int poisson(double mean);                   ///< exact for every mean from 0 to 10⁶

  private:
    int poisson_by_inversion(double mean);
    int poisson_by_rejection(double mean);

    std::array<std::uint64_t, 4> state_{};
    double spare_normal_ = 0.0;
    bool has_spare_ = false;
};

} // namespace lab
