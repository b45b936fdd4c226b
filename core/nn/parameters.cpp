#include "core/nn/parameters.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <sstream>
#include <stdexcept>

namespace lab {

namespace {

/// A mapped file is worth keeping for tensors from this size on; smaller ones are copied, norm layers among
/// them, whose values change with every step.
constexpr std::size_t large_bytes = 1 << 20;

thread_local int uninitialised = 0; ///< how many LeaveUninitialised are alive

std::string shape_text(const at::Tensor& tensor) {
    std::ostringstream out;
    out << tensor.sizes();
    return out.str();
}

} // namespace

LeaveUninitialised::LeaveUninitialised() {
    ++uninitialised;
}

LeaveUninitialised::~LeaveUninitialised() {
    --uninitialised;
}

at::Tensor Parameters::add(const std::string& name, at::IntArrayRef shape, TensorRole role) {
    return add(name, shape, role, c10::typeMetaToScalarType(options_.dtype()));
}

at::Tensor Parameters::add(const std::string& name, at::IntArrayRef shape, TensorRole role,
                           at::ScalarType type) {
    const at::TensorOptions options = options_.dtype(type);
    entries_.push_back(
        {name, uninitialised > 0 ? at::empty(shape, options) : at::zeros(shape, options), false, role});
    return entries_.back().value;
}

at::Tensor Parameters::add_buffer(const std::string& name, at::IntArrayRef shape, double value) {
    entries_.push_back({name, at::full(shape, value, options_), true, TensorRole::statistic});
    return entries_.back().value;
}

std::int64_t Parameters::count() const {
    std::int64_t total = 0;
    for (const Entry& entry : entries_)
        total += entry.buffer ? 0 : entry.value.numel();
    return total;
}

StateDict Parameters::state() const {
    StateDict state;
    for (const Entry& entry : entries_)
        state[entry.name] = entry.value.detach().clone();
    return state;
}

std::string Parameters::faults_of(const StateDict& state, bool subset) const {
    std::map<std::string, at::Tensor> known;
    std::ostringstream faults;
    for (const Entry& entry : entries_) {
        known[entry.name] = entry.value;
        if (!subset && !state.contains(entry.name))
            faults << "\n  missing: " << entry.name << " " << shape_text(entry.value);
    }
    for (const auto& [name, tensor] : state) {
        const auto found = known.find(name);
        if (found == known.end())
            faults << "\n  superfluous: " << name << " " << shape_text(tensor);
        else if (found->second.sizes() != tensor.sizes())
            faults << "\n  other shape: " << name << " expected " << shape_text(found->second) << ", found "
                   << shape_text(tensor);
    }
    return faults.str();
}

void Parameters::load(const StateDict& state, const std::string& source) {
    take(state, faults_of(state, false), source, Take::copies);
}

void Parameters::adopt(const StateDict& state, const std::string& source) {
    take(state, faults_of(state, false), source, Take::large_ones_over);
}

void Parameters::overlay(const StateDict& state, const std::string& source) {
    take(state, faults_of(state, true), source, Take::copies);
}

void Parameters::check(const StateDict& state, const std::string& source) const {
    if (const std::string faults = faults_of(state, false); !faults.empty())
        throw std::runtime_error(source + ": the weights do not fit the architecture:" + faults);
}

void Parameters::take(const StateDict& state, const std::string& faults, const std::string& source,
                      Take how) {
    if (!faults.empty())
        throw std::runtime_error(source + ": the weights do not fit the architecture:" + faults);
    const c10::NoGradGuard no_grad;
    for (const Entry& entry : entries_) {
        const auto found = state.find(entry.name);
        if (found == state.end())
            continue;
        const at::Tensor& from = found->second;
        at::Tensor value = entry.value;
        if (how == Take::large_ones_over && from.nbytes() >= large_bytes && from.is_contiguous() &&
            from.scalar_type() == value.scalar_type() && from.device() == value.device())
            value.set_(from); // layers hold the same tensor and see the new storage
        else
            value.copy_(from);
    }
}

} // namespace lab
