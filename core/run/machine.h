#pragma once

#include "core/catalogue/catalog.h"

#include <string>
#include <utility>
#include <vector>

namespace lab {

/// auto, cpu, and every CUDA device that is there.
std::vector<Choice> device_choices();

/// "LibTorch 1.13.1, OpenCV 4.6.0, 2 threads …" as key and value, for About and `info`.
std::vector<std::pair<std::string, std::string>> build_information();

} // namespace lab
