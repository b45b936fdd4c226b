#pragma once

#include "core/nn/classifier.h"

namespace lab {

/// The network of the golden traces: two strided 3×3 convolutions with norm and ReLU, global average pooling
/// and a linear layer; grey 28×28 pictures, 10 classes.
std::unique_ptr<Classifier> make_small_convnet(const NormConfig& norm, const at::TensorOptions& options);

} // namespace lab
