#pragma once

#include <string>

namespace lab {

/// The weight file behind a path: the path itself, or for a folder the one weight file in it (the index of a
/// model in several files counts as one; .safetensors go before PyTorch's files). Throws std::runtime_error
/// naming what was found where there is none, several, a pipe or a device, or one of several parts.
std::string weight_file(const std::string& path);

} // namespace lab
