#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace lab {

/// A toy world in which test-time adaptation can be followed by eye: two features, three classes. The classes
/// are round Gaussians of standard deviation 0.55 whose means lie on a circle of radius 1.6 at 90°, 210° and
/// 330°; at test time all of it is moved by (1.0, 0.3), which the head does not know.
inline constexpr int toy_classes = 3;

using ToyVector = std::array<double, 2>;

struct ToyPoint {
    ToyVector x{}; ///< what the feature extractor gets, in no unit
    int label = 0; ///< 0 … 2
};

/// The mean of a class before the move.
ToyVector toy_mean(int label);
/// Row of the linear head W, [3,2], without bias: 1.2 times the mean of the class. It is never trained.
const ToyVector& toy_head(int label);

/// A stream in batches. Time is cut into one slot per class, as in the lab's label shift: in the slot of
/// class i a sample is of class i with probability IR / (IR + 2), of each other with 1 / (IR + 2).
struct ToyStream {
    std::uint64_t seed = 1;
    int steps = 300;
    int batch_size = 32;
    double imbalance = 500000; ///< IR ≥ 1; 1: shuffled, 500000: one class after the other
    bool operator==(const ToyStream&) const = default;
};

/// The points of a step, 1 … steps. They depend on the stream and the step and on nothing else.
std::vector<ToyPoint> toy_batch(const ToyStream& stream, int step);

/// Moved points, as many of each class, in which no stream occurs.
std::vector<ToyPoint> toy_balanced(std::uint64_t seed, int per_class);

} // namespace lab
