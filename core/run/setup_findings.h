#pragma once

#include "core/base/notice.h"
#include "core/spec/spec.h"

#include <string>
#include <utility>
#include <vector>

namespace lab {

/// What can be known of a set-up before its run.
struct SetupFindings {
    /// The model's card, as title and text: "Architecture", "ResNet-50, GroupNorm".
    std::vector<std::pair<std::string, std::string>> card;
    std::vector<Notice> notices; ///< what a run would tell first: assumed, left out, matched
    std::string model_fault;     ///< a sentence where the weights cannot be used; empty: they can
    std::string data_fault;      ///< likewise of the data
};

/// Reads the model's card and lists the data, no weights and no pictures: for a thread of its own, because a
/// folder may lie on a slow disk. Throws nothing; what is wrong stands in the faults.
SetupFindings look_at_setup(const ExperimentSpec& spec);

} // namespace lab
