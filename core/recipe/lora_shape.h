#pragma once

#include <string>
#include <vector>

namespace lab {

/// Low-rank pairs beside linear maps (LoRA, arXiv 2106.09685): y = W·x + (alpha / rank)·B·A·x.
struct LoraShape {
    int rank = 8;
    double alpha = 16;
    /// Last parts of the names of the maps that have a pair: q_proj, k_proj, v_proj, o_proj, gate_proj,
    /// up_proj, down_proj.
    std::vector<std::string> targets = {"q_proj", "v_proj"};
    bool operator==(const LoraShape&) const = default;
};

} // namespace lab
