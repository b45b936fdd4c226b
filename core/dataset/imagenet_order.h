#pragma once

#include <string>

namespace lab {

/// The place of a WordNet id ("n01440764") among ImageNet's thousand classes, which are ordered by it: 0 to
/// 999. −1 for others. Source: Russakovsky et al., "ImageNet Large Scale Visual Recognition Challenge" (IJCV
/// 2015).
int imagenet_index(const std::string& wordnet_id);

} // namespace lab
