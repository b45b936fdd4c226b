#pragma once

#include "core/weights/checkpoint.h"

#include <optional>
#include <vector>

namespace lab {

/// Mean and standard deviation that a model carries among its tensors, because it normalises by itself.
struct StoredNormalisation {
    std::string layer; ///< "normalize", "" at the top
    std::vector<double> mean, std;
};

/// Takes "mean" and "std", or "mu" and "sigma", of one to three values, wherever they stand among the names
/// ("0.mean", "normalize.mean", "mu"), out of the tensors and reads their values. Nothing where there is no
/// such pair, or more than one that differ.
std::optional<StoredNormalisation> take_stored_normalisation(StateDict& tensors,
                                                             const Checkpoint& checkpoint);

} // namespace lab
