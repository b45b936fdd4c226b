#pragma once

#include "core/dataset/image_set.h"
#include "core/model/model_file.h"

#include <cstdint>
#include <functional>
#include <optional>

namespace lab {

/// Gives the next batch; an undefined tensor after the last.
using NextBatch = std::function<at::Tensor()>;

/// Clean pictures, at most so many, spread evenly over the set, normalised for the model in batches of 64.
/// They are read as they are asked for: one batch lies in memory at a time. A picture that cannot be read is
/// left out. `set` and `card` must outlive what is returned.
/// @param instead the published corruption to take where the set has no clean ones
NextBatch clean_pictures(const ImageSet& set, const ModelCard& card, const at::TensorOptions& options,
                         std::int64_t most, const std::optional<Corruption>& instead = {});

} // namespace lab
