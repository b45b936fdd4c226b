#pragma once

#include <string>

namespace lab {

/// Path of a file that the program ships ("models/resnet-gn.safetensors"). Looked for in the folder that the
/// environment variable LAB_RESOURCES names, beside the installed program (../share/collapse-lab), and in the
/// source tree that it was built from.
/// Throws std::runtime_error naming the file and the places.
std::string resource_path(const std::string& relative);

} // namespace lab
