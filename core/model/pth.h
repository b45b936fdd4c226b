#pragma once

#include "core/model/parameters.h"

#include <string>

namespace lab {

/// Reads a PyTorch state dictionary in the zip format, as torch.save(model.state_dict(), path) writes it
/// since PyTorch 1.6. The file is mapped; the tensors share the mapping and keep it alive. Nothing in the
/// file is executed: see pickled_state.h for what is understood.
///
/// Throws std::runtime_error naming the file and the fault: an older format, an archive that is compressed or
/// cut off, a pickle with anything but tensors in dictionaries, a tensor that reaches outside its storage.
StateDict read_pth(const std::string& path);

/// Whether a file starts, or at least is named, like one that PyTorch wrote (.pth, .pt, .bin).
bool looks_like_pth(const std::string& path);

} // namespace lab
