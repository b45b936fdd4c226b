#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace lab::cli {

struct ScaleBench {
    std::string model = "resnet-gn";
    std::string method = "tent";
    int steps = 40; ///< of each cell, counted
    int batch_size = 64;
    std::int64_t long_run = 300'000; ///< pictures of the run whose memory must stay flat; 0: none
    std::string out;                 ///< folder for scale.csv and scale.svg; "": none
};

/// Pictures per second of 1, 2, 3 and 6 lanes of one method on 1, 2, 4, 8 and 16 threads, as far as the
/// machine has cores, and the memory that a lane adds; then one lane over a long stream, whose resident
/// memory may differ by 5 % at most once a tenth of it is done. Throws std::runtime_error where it differs
/// by more.
/// @param between called at every step; what it throws ends the work
void bench_scale(const ScaleBench& bench, const std::function<void()>& between);

} // namespace lab::cli
