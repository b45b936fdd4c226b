#pragma once

#include "core/stream/scenario.h"

#include <cstdint>
#include <vector>

namespace lab {

/// One picture of a stream.
struct StreamItem {
    std::int64_t sample = 0; ///< index into the image set; for noise, the number of the noise picture
    Corruption corruption;
    int segment = 0;         ///< rises where the corruption changes for good
    bool pure_noise = false; ///< not from the image set: every pixel is Gaussian noise
};

/// Lays a stream out, picture by picture. Depends on nothing but the arguments.
/// Label shift: time is cut into one slot per class (class order shuffled); in slot i the class is drawn with
/// probability IR / (IR + K − 1) for class i, 1 / (IR + K − 1) for each other; pictures are drawn with
/// replacement within the class (SAR, ICLR 2023; ZeroSiam, ICLR 2026).
/// @param labels of the whole image set, 0 … classes − 1
/// Throws std::invalid_argument naming the field where the specification cannot be laid out.
std::vector<StreamItem> plan_stream(const StreamSpec& spec, const std::vector<int>& labels, int classes);

} // namespace lab
