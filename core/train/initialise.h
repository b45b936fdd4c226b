#pragma once

#include "core/model/classifier.h"

#include <cstdint>

namespace lab {

/// Fresh weights before training, reproducible from the seed: Kaiming-normal convolutions, truncated-normal
/// (0.02) transformer matrices and tokens, norm layers as the identity.
void initialise(Classifier& classifier, std::uint64_t seed);

} // namespace lab
