#pragma once

#include "core/spec/scenario.h"

#include <cstdint>
#include <vector>

namespace lab {

/// One picture of a stream.
struct StreamItem {
    std::int64_t sample = 0; ///< index into the image set; for noise, the number of the noise picture
    Corruption corruption;
    int segment = 0;         ///< rises where the corruption changes for good
    bool pure_noise = false; ///< not from the image set: every pixel is Gaussian noise
    bool frozen = false;     ///< scored, but not adapted on
};

/// Lays a stream out, picture by picture. Depends on nothing but the arguments.
/// Label shift: time is cut into one slot per class (class order shuffled); in slot i the class is drawn with
/// probability IR / (IR + K − 1) for class i, 1 / (IR + K − 1) for each other; pictures are drawn with
/// replacement within the class (SAR, ICLR 2023; ZeroSiam, ICLR 2026).
/// @param labels of the whole image set, 0 … classes − 1
/// Throws std::invalid_argument naming the field where the specification cannot be laid out.
/// Blind spot: the first `images` of a shuffled order are laid out twice, to adapt on and, frozen, to score;
/// keep_wrong() then removes what the unadapted model gets right.
std::vector<StreamItem> plan_stream(const StreamSpec& spec, const std::vector<int>& labels, int classes);

/// Blind spot: removes the items to adapt on that the unadapted model gets right.
/// @param wrong one value per item to adapt on, in the order of the plan
void keep_wrong(std::vector<StreamItem>& plan, const std::vector<bool>& wrong);

} // namespace lab
