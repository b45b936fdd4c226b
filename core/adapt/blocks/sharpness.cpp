#include "core/adapt/blocks/sharpness.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <vector>

namespace lab {

void Sharpness::climb(const NamedTensors& trained, const NamedTensors& gradients, double rho) {
    const c10::NoGradGuard no_grad;
    trained_ = trained;
    before_ = copies(trained);
    std::vector<at::Tensor> norms;
    for (const auto& [name, g] : gradients)
        if (g.defined())
            norms.push_back(g.norm());
    const at::Tensor scale = rho / (at::stack(norms).norm() + 1e-12);
    for (const auto& [name, g] : gradients)
        if (g.defined())
            at::Tensor(trained.at(name)).add_(g * scale);
}

void Sharpness::come_back() {
    const c10::NoGradGuard no_grad;
    for (const auto& [name, value] : before_)
        trained_.at(name).copy_(value);
    trained_.clear();
    before_.clear();
}

} // namespace lab
