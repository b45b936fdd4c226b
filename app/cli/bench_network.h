#pragma once

#include <functional>
#include <string>
#include <vector>

namespace lab::cli {

struct NetworkBench {
    std::vector<std::string> methods;
    int steps = 10;
    int batch_size = 8;
    int threads = 1;
    std::string device = "cpu";
    bool half = false; ///< the frozen encoder in bfloat16
};

/// Times a network of the table of architectures alone, with hash-made weights and pictures (hash_weights.h):
/// no files, no decoding, no corruption. Prints the medians of a forward pass and of each method's step in
/// ms, and the mean absolute logit, by which other programs can see that they compute the same.
/// @param between called before every run; what it throws ends the work
void bench_network(const std::string& architecture, const NetworkBench& bench,
                   const std::function<void()>& between);

} // namespace lab::cli
