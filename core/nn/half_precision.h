#pragma once

#include "core/nn/classifier.h"

namespace lab {

/// Rounds the encoder's convolution and linear weights to a 16-bit type and lets these layers compute in it;
/// they are never trained. Norm layers, biases, embeddings, the head and everything between the layers keep
/// their type. bfloat16 has float32's range, so that no gradient on its way through vanishes; float16 has
/// not.
/// @param type at::kBFloat16 or at::kHalf; throws std::invalid_argument for others
void narrow_encoder(Classifier& classifier, at::ScalarType type);

} // namespace lab
