#pragma once

#include "core/model/model_file.h"

#include <string>

namespace lab {

/// A model by the id of a shipped one ("resnet-gn", "resnet-bn", "vit") or by the path of a .safetensors
/// file. Throws std::runtime_error naming the file and the fault.
Model open_model(const std::string& id_or_path, const at::TensorOptions& options);

} // namespace lab
