#pragma once

#include "core/model/architecture.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lab {

/// Shapes of a weight file's tensors by name.
using Shapes = std::map<std::string, std::vector<std::int64_t>>;

Shapes shapes_of(const StateDict& state);

/// What names and shapes do not tell of a network, from elsewhere.
struct NetworkFacts {
    std::optional<NormKind> norm; ///< of a ResNet without running averages: "GroupNorm" where it is absent
    std::optional<int> groups;    ///< of GroupNorm; absent: 32 with a 7×7 stem, 8 for small pictures
    std::optional<int> heads;     ///< of a ViT; absent: a row's own, elsewhere one per 64 channels
    std::optional<ResNetConfig::StemSteps> stem; ///< absent: the usual ones
    std::optional<int>
        image_size; ///< of a network that takes any; absent: its row's, 32 for small colour ones
    bool averages_unlisted = false; ///< BatchNorm has running averages although none are among the names
};

struct Recognised {
    Architecture architecture;
    ModelShape shape;
    bool norm_assumed = false, groups_assumed = false, heads_assumed = false, size_assumed = false,
         stem_assumed = false;
};

/// Finds out from names and shapes which network a weight file belongs to: family, blocks, widths, norm
/// (running averages tell of BatchNorm), patch and window size, picture size (from a ViT's positions),
/// channels and classes. What they do not tell comes from the facts, or is assumed and marked. Whether all
/// tensors fit is not looked at: Parameters::check does that.
///
/// Throws std::runtime_error naming the source and what is missing or out of range; where no network is
/// recognised, also the first names that were found.
Recognised recognise(const Shapes& shapes, const std::string& source, const NetworkFacts& facts = {});

} // namespace lab
