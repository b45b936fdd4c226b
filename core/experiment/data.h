#pragma once

#include "core/experiment/spec.h"
#include "core/image/image_set.h"

#include <memory>

namespace lab {

/// The image set that a specification names. Throws std::runtime_error or std::invalid_argument with a
/// sentence naming the folder or the field.
std::shared_ptr<const ImageSet> open_data(const ExperimentSpec& spec);

} // namespace lab
