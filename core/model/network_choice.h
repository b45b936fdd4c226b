#pragma once

#include "core/base/notice.h"
#include "core/model/stored_normalisation.h"
#include "core/weights/checkpoint.h"

#include <optional>
#include <string>
#include <vector>

namespace lab {

/// The network that is used of a weight file.
struct ChosenNetwork {
    StateDict tensors;           ///< by present names
    bool counts_batches = false; ///< num_batches_tracked is there: its norm layers are BatchNorm
    std::optional<StoredNormalisation> normalisation;
    std::vector<Notice> notices; ///< which set was taken, which prefix left off, what is left out
};

/// Looks for networks in all sets of weights. Of several the asked one is taken, or else an averaged one
/// (EMA, teacher, SWA), or else the first.
///
/// @param weights name of the set that is asked for
/// Throws std::runtime_error naming the source where there is no set of that name, with those that there are.
/// A file without any network gives the tensors of its largest set, which recognise() then refuses.
ChosenNetwork choose_network(const Checkpoint& checkpoint, const std::optional<std::string>& weights,
                             const std::string& source);

} // namespace lab
