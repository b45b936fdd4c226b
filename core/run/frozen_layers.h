#pragma once

#include "core/base/notice.h"
#include "core/nn/classifier.h"
#include "core/spec/spec.h"

#include <string>
#include <vector>

namespace lab {

/// Of the layers that a recipe leaves alone, those that fit no norm layer of a model.
std::vector<std::string> unmatched_prefixes(const Recipe& recipe, const Classifier& classifier);

/// Throws std::invalid_argument where frozen layers fit none of the model's norm layers: nothing would be
/// frozen. Those that are the default for the method are told in place: the user has not asked for them.
std::vector<Notice> check_frozen_layers(const LaneSpec& lane, int index, const Recipe& defaults,
                                        const Classifier& classifier);

} // namespace lab
