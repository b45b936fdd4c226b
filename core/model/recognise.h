#pragma once

#include "core/model/architecture.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace lab {

/// Shapes of a weight file's tensors by name.
using Shapes = std::map<std::string, std::vector<std::int64_t>>;

Shapes shapes_of(const StateDict& state);

struct Recognised {
    Architecture architecture;
    ModelShape shape;
};

/// Finds out from names and shapes alone which network a weight file belongs to: family, blocks, widths, norm
/// (running averages tell of BatchNorm), patch and window size, picture size (from a ViT's positions),
/// channels and classes. Whether all tensors fit is not looked at: Parameters::check does that.
///
/// Shapes cannot tell the number of groups: networks with a 7×7 stem have 32, those for small pictures 8.
/// @param id decides between GroupNorm and BatchNorm where the running averages are not listed: "…_gn" or
/// "…_bn", anything else that is not empty counts as BatchNorm Throws std::runtime_error naming the source
/// and what is missing or out of range.
Recognised recognise(const Shapes& shapes, const std::string& source, const std::string& id = "");

} // namespace lab
