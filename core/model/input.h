#pragma once

#include "core/image/image.h"
#include "core/model/model_file.h"

#include <vector>

namespace lab {

/// 8-bit pictures to what the model eats: scaled to [0, 1], normalised with the model's own mean and standard
/// deviation, [N,C,H,W] on the device and of the type given. Grey pictures are repeated for colour models;
/// pictures smaller than the model's size are padded with black on all sides.
/// Throws std::invalid_argument for colour pictures and a grey model, or pictures larger than the model's
/// size.
at::Tensor to_input(const std::vector<Image>& images, const ModelCard& card,
                    const at::TensorOptions& options);

} // namespace lab
