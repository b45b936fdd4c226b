#include "core/train/initialise.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <cmath>
#include <set>

namespace lab {

namespace {

bool ends_with(const std::string& text, const std::string& ending) {
    return text.size() >= ending.size() &&
           text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

} // namespace

void initialise(Classifier& classifier, std::uint64_t seed) {
    const at::NoGradGuard no_grad;
    const at::Generator generator = at::detail::createCPUGenerator(seed);
    std::set<std::string> norm_weights;
    for (const Norm* norm : classifier.norms())
        norm_weights.insert(norm->name + ".weight");
    for (const auto& entry : classifier.parameters().entries()) {
        at::Tensor value = entry.value;
        if (entry.buffer)
            continue;
        if (norm_weights.contains(entry.name))
            value.fill_(1.0);
        else if (ends_with(entry.name, ".bias"))
            value.zero_();
        else if (value.dim() == 4)
            value.normal_(0.0, std::sqrt(2.0 / static_cast<double>(value[0].numel())), generator);
        else
            value.normal_(0.0, 0.02, generator).clamp_(-0.04, 0.04);
    }
}

} // namespace lab
