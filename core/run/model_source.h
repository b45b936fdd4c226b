#pragma once

#include "core/model/model_file.h"

#include <string>

namespace lab {

/// A model by the id of a shipped one ("resnet-gn", "resnet-bn", "vit") or by the path of a weight file or of
/// a folder with one; see read_model(). The file is read once. Throws std::runtime_error naming the file and
/// the fault.
OpenedModel open_weights(const std::string& id_or_path, const ModelOptions& options = {});
/// Likewise, and one classifier of it.
Model open_model(const std::string& id_or_path, const at::TensorOptions& options,
                 const ModelOptions& told = {});
/// Its card alone, with the notices of what had to be assumed: in milliseconds, no weights are read.
ModelCard card_of(const std::string& id_or_path, const ModelOptions& options = {});

/// The file behind an id, or the path itself.
std::string model_path(const std::string& id_or_path);

} // namespace lab
