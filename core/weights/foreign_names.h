#pragma once

#include "core/nn/parameters.h"

#include <string>
#include <vector>

namespace lab {

/// Names in weight files of others, brought to those of this project's networks, which are timm's present
/// ones.

/// Whether a tensor follows from the architecture, or counts batches: weight files may carry it, no network
/// here has it ("bn1.num_batches_tracked", "….relative_position_index", "….attn_mask").
bool is_derived(const std::string& name);

/// What stands before the names of a network's tensors, wherever one is found: "" for a bare state
/// dictionary, "module._orig_mod." for a wrapped one, several where a file holds several networks. A network
/// is found by the names of its first block.
std::vector<std::string> network_prefixes(const StateDict& state);

/// A network's tensors by present names. Tensors are shared, not copied.
struct PresentNames {
    StateDict tensors;
    std::vector<std::string> outside; ///< names that belong to no network of the file
    bool counts_batches = false;      ///< num_batches_tracked is there: its norm layers are BatchNorm
};

/// Takes the prefix off; leaves out derived tensors, and those of the file's other networks; takes in the
/// classifier where it alone stands outside the prefix ("backbone.…" and "fc.weight"); renames a ResNet's
/// "shortcut" and "linear" (kuangliu/pytorch-cifar), and moves older layouts of Swin (head; downsample at the
/// end of a stage) to the present one.
PresentNames with_present_names(const StateDict& state, const std::string& prefix = "",
                                const std::vector<std::string>& prefixes = {});

} // namespace lab
