#pragma once

#include "core/weights/checkpoint.h"

namespace lab {

/// Opens what torch.save() has written since PyTorch 1.6, a zip archive, whatever the file is called. Values
/// are fetched later. Nothing in the file is executed: see pickled_state.h for what is understood. Tensors of
/// types that no network here has (quantised ones) are left out.
///
/// Throws std::runtime_error naming the file and the fault: a TorchScript program, another archive, one that
/// is compressed or cut off, the pickle of a whole model, a tensor that reaches outside its storage.
Checkpoint open_pth(std::shared_ptr<const FileBytes> file);

} // namespace lab
