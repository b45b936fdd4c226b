#include "core/adapt/blocks/trained.h"

#include <ATen/ATen.h>

#include <stdexcept>

namespace lab {

namespace {

bool starts_with_any(const std::string& name, const std::vector<std::string>& prefixes) {
    for (const std::string& prefix : prefixes)
        if (name == prefix || name.starts_with(prefix + "."))
            return true;
    return false;
}

bool learns_in(TrainedKind kind, TensorRole role) {
    switch (kind) {
    case TrainedKind::norms:
        return role == TensorRole::norm_weight || role == TensorRole::norm_bias;
    case TrainedKind::head:
        return role == TensorRole::head;
    case TrainedKind::all:
        return role != TensorRole::statistic && role != TensorRole::lora && role != TensorRole::shift;
    case TrainedKind::encoder:
        return role != TensorRole::head && learns_in(TrainedKind::all, role);
    case TrainedKind::lora:
        return role == TensorRole::lora;
    case TrainedKind::norms_and_lora:
        return role == TensorRole::lora || learns_in(TrainedKind::norms, role);
    case TrainedKind::shift:
        return role == TensorRole::shift;
    case TrainedKind::none:
        break;
    }
    return false;
}

} // namespace

void TrainedBlock::choose(const Trained& rule, const std::vector<std::string>& frozen_prefixes, bool learns) {
    ever_.forbid_gradients();
    trained_.clear();
    for (const Parameters::Entry& entry : classifier_.parameters().entries()) {
        if (!learns_in(rule.kind, entry.role) || starts_with_any(entry.name, frozen_prefixes))
            continue;
        if (entry.value.scalar_type() != c10::typeMetaToScalarType(classifier_.options().dtype()))
            throw std::invalid_argument("trained: expected tensors of the model's own type, found \"" +
                                        entry.name + "\" in " + c10::toString(entry.value.scalar_type()) +
                                        ", in which small steps are lost");
        trained_[entry.name] = entry.value;
        ever_.add(entry.name, entry.value);
        entry.value.set_requires_grad(learns);
    }
}

std::string TrainedBlock::subject_of(const std::string& name, const std::string& prefix) const {
    if (!name.starts_with(prefix))
        return {};
    std::string subject = name.substr(prefix.size());
    if (!ever_.contains(subject))
        throw std::invalid_argument("state: expected weights that were trained, found \"" + name + '"');
    return subject;
}

std::vector<std::string> TrainedBlock::in_network_order() const {
    std::vector<std::string> names;
    for (const Parameters::Entry& entry : classifier_.parameters().entries())
        if (trained_.contains(entry.name))
            names.push_back(entry.name);
    return names;
}

NamedTensors TrainedBlock::starts() const {
    NamedTensors starts;
    for (const auto& [name, tensor] : trained_)
        starts[name] = start_of(name);
    return starts;
}

void TrainedBlock::reset_beyond(const at::Tensor& when, const at::Tensor& share) {
    const std::vector<std::string> names = in_network_order();
    for (std::size_t j = 0; j < names.size(); ++j) {
        const at::Tensor beyond = share * static_cast<double>(names.size()) <= static_cast<double>(j);
        assign_where(when.defined() ? when.logical_and(beyond) : beyond, trained_.at(names[j]),
                     start_of(names[j]));
    }
}

void TrainedBlock::restore(const NamedTensors& state) {
    std::size_t known = 0;
    for (const Parameters::Entry& entry : classifier_.parameters().entries())
        if (state.contains(entry.name)) {
            ++known;
            if (!ever_.contains(entry.name))
                ever_.add(entry.name, entry.value);
        }
    if (known != state.size())
        throw std::invalid_argument("state: expected tensors of this model, found " +
                                    std::to_string(state.size() - known) + " that it does not have");
    ever_.restore(state);
}

} // namespace lab
