#pragma once

#include "core/model/parameters.h"

#include <string>

namespace lab {

/// Names in weight files of others, brought to those of this project's networks, which are timm's present
/// ones.

/// Whether a tensor follows from the architecture, or counts batches: weight files may carry it, no network
/// here has it ("bn1.num_batches_tracked", "….relative_position_index", "….attn_mask").
bool is_derived(const std::string& name);

/// Strips "module." where every name begins with it (DataParallel), leaves out derived tensors, and moves
/// older layouts of Swin (head; downsample at the end of a stage) to the present one. Tensors are shared, not
/// copied.
StateDict with_present_names(const StateDict& state);

} // namespace lab
