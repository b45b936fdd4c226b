#pragma once

#include "core/nn/classifier.h"

#include <cstdint>

namespace lab {

/// Fresh weights before training, reproducible from the seed: Kaiming-normal convolutions, truncated-normal
/// (0.02) transformer matrices, tokens and embeddings, norm layers as the identity.
void initialise(Classifier& classifier, std::uint64_t seed);

/// On top of initialise(), for transformers with a class token: attention starts out as trained attention
/// looks, W_q W_kᵀ ≈ 0.7 I + noise and W_v W_proj ≈ −0.4 I + noise in each head, and positions start as
/// sines and cosines of row and column (Trockman and Kolter, "Mimetic initialization of self-attention
/// layers", ICML 2023). Small data sets need far fewer epochs so. Does nothing to other networks.
void initialise_mimetic(Classifier& classifier, std::uint64_t seed);

} // namespace lab
