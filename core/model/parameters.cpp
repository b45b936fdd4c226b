#include "core/model/parameters.h"

#include <ATen/ATen.h>

#include <sstream>
#include <stdexcept>

namespace lab {

namespace {

std::string shape_text(const at::Tensor& tensor) {
    std::ostringstream out;
    out << tensor.sizes();
    return out.str();
}

} // namespace

at::Tensor Parameters::add(const std::string& name, at::IntArrayRef shape) {
    entries_.push_back({name, at::zeros(shape, options_), false});
    return entries_.back().value;
}

at::Tensor Parameters::add_buffer(const std::string& name, at::IntArrayRef shape, double value) {
    entries_.push_back({name, at::full(shape, value, options_), true});
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

void Parameters::load(const StateDict& state, const std::string& source) {
    std::ostringstream faults;
    for (const Entry& entry : entries_)
        if (!state.contains(entry.name))
            faults << "\n  missing: " << entry.name << " " << shape_text(entry.value);
    copy_in(state, source, faults.str());
}

void Parameters::overlay(const StateDict& state, const std::string& source) {
    copy_in(state, source, "");
}

void Parameters::copy_in(const StateDict& state, const std::string& source, const std::string& known_faults) {
    std::map<std::string, at::Tensor> known;
    for (const Entry& entry : entries_)
        known[entry.name] = entry.value;
    std::ostringstream faults;
    faults << known_faults;
    for (const auto& [name, tensor] : state) {
        const auto found = known.find(name);
        if (found == known.end())
            faults << "\n  superfluous: " << name << " " << shape_text(tensor);
        else if (found->second.sizes() != tensor.sizes())
            faults << "\n  other shape: " << name << " expected " << shape_text(found->second) << ", found "
                   << shape_text(tensor);
    }
    if (!faults.str().empty())
        throw std::runtime_error(source + ": the weights do not fit the architecture:" + faults.str());

    const at::NoGradGuard no_grad;
    for (const auto& [name, tensor] : state)
        known.at(name).copy_(tensor);
}

} // namespace lab
