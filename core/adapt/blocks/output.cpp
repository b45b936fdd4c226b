#include "core/adapt/blocks/output.h"

#include "core/adapt/blocks/lame.h"

#include <ATen/ATen.h>

namespace lab {

void OutputBlock::choose(const Output& rule, const Lame& lame, bool quirks) {
    rule_ = rule;
    lame_ = lame;
    quirks_ = quirks;
}

at::Tensor OutputBlock::made_over(const at::Tensor& features, const at::Tensor& logits, bool learns,
                                  NamedTensors& records) {
    records["logits_network"] = logits;
    if (rule_.kind == OutputKind::t3a) {
        if (learns)
            supports_.add(features, logits, rule_.supports, quirks_);
        return supports_.scores(features);
    }
    const at::Tensor affinity = affinity_of(lame_.space == LameSpace::features ? features : logits, lame_);
    const LameResult result = lame(logits, affinity, lame_);
    records["kernel"] = result.affinity;
    records["energy"] = at::tensor(result.energy, at::kDouble);
    records["rounds"] = at::full({}, static_cast<std::int64_t>(result.energy.size()), at::kLong);
    return result.log_assignment;
}

void OutputBlock::reset(const at::Tensor& when) {
    if (!when.defined() || (supports_.rows().defined() && when.item<bool>()))
        supports_.clear();
}

} // namespace lab
