#include "core/adapt/blocks/chance.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <cmath>

namespace lab {

Chance::Chance(std::uint64_t seed) : seed_(seed), generator_(at::detail::createCPUGenerator(seed)) {}

double Chance::uniform() {
    return at::rand({}, generator_, at::kDouble).item<double>();
}

std::int64_t Chance::below(std::int64_t count) {
    return std::min(count - 1, static_cast<std::int64_t>(uniform() * static_cast<double>(count)));
}

at::Tensor Chance::normal(at::IntArrayRef shape) {
    return at::randn(shape, generator_, at::kFloat);
}

at::Tensor Chance::hits(at::IntArrayRef shape, double probability) {
    return at::rand(shape, generator_, at::kFloat) < probability;
}

at::Tensor Chance::state() const {
    return generator_.get_state();
}

void Chance::restore(const at::Tensor& state) {
    if (state.defined())
        generator_.set_state(state);
    else
        generator_.set_current_seed(seed_);
}

} // namespace lab
