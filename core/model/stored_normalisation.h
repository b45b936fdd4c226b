#pragma once

#include "core/base/notice.h"
#include "core/weights/checkpoint.h"

#include <optional>
#include <string>
#include <vector>

namespace lab {

/// Mean and standard deviation that a model carries among its tensors, because it normalises by itself.
struct StoredNormalisation {
    std::string layer; ///< "normalize", "" at the top
    std::vector<double> mean, std;
};

/// Takes "mean" and "std", "mean" and "var", "mu" and "sigma" and the like, of one or three values, wherever
/// they stand among the names ("0.mean", "normalize.mean", "mu"), out of the tensors and reads their values.
/// Nothing where there is no such pair, or more than one that differ.
/// @param notices gets a warning with the names where something of the kind is there and is not used
std::optional<StoredNormalisation> take_stored_normalisation(StateDict& tensors, const Checkpoint& checkpoint,
                                                             std::vector<Notice>& notices);

} // namespace lab
