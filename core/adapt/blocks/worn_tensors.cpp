#include "core/adapt/blocks/worn_tensors.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

namespace lab {

WornTensors::WornTensors(const Classifier& network, NamedTensors& values) {
    for (const Parameters::Entry& entry : network.parameters().entries())
        if (const auto found = values.find(entry.name); found != values.end())
            pairs_.push_back({entry.value, found->second});
    exchange();
}

WornTensors::~WornTensors() {
    exchange();
}

void WornTensors::exchange() const {
    const c10::NoGradGuard no_grad;
    for (const auto& [mine, theirs] : pairs_) {
        const at::Tensor kept = mine.clone();
        at::Tensor(mine).copy_(theirs);
        at::Tensor(theirs).copy_(kept);
    }
}

} // namespace lab
