#include "core/adapt/blocks/teacher.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <stdexcept>

namespace lab {

namespace {

constexpr const char* average_prefix = "average/";
constexpr const char* source_prefix = "source/";

void add_prefixed(NamedTensors& all, const std::string& prefix, const NamedTensors& own) {
    for (const auto& [name, tensor] : own)
        all[prefix + name] = tensor.detach().clone();
}

} // namespace

TeacherBlock::TeacherBlock(const Classifier& network, const TrainedBlock& trained)
    : network_(network), trained_(trained) {
    for (const Parameters::Entry& entry : network.parameters().entries())
        if (entry.role == TensorRole::statistic)
            statistics_[entry.name] = entry.value.detach().clone();
}

at::Tensor TeacherBlock::start_of(const std::string& name) const {
    const auto statistic = statistics_.find(name);
    return statistic != statistics_.end() ? statistic->second : trained_.start_of(name);
}

void TeacherBlock::choose(const Teacher& rule, bool needs_source) {
    rule_ = rule;
    for (const Parameters::Entry& entry : network_.parameters().entries()) {
        if (!statistics_.contains(entry.name) && !trained_.was_trained(entry.name))
            continue;
        if (rule.kind == TeacherKind::average && !average_.contains(entry.name))
            average_[entry.name] = entry.value.detach().clone();
        if ((needs_source || rule.kind == TeacherKind::source) && !source_.contains(entry.name))
            source_[entry.name] = start_of(entry.name).clone();
    }
}

NamedTensors& TeacherBlock::tensors() {
    return rule_.kind == TeacherKind::source ? source_ : average_;
}

void TeacherBlock::follow(const at::Tensor& share, const at::Tensor& steps) {
    const c10::NoGradGuard no_grad;
    if (rule_.kind != TeacherKind::average)
        return;
    for (const auto& [name, live] : trained_.tensors()) {
        const at::Tensor whole = at::full({}, 1 - rule_.momentum, live.options());
        const at::Tensor rate = share.defined() ? share * whole : whole;
        const at::Tensor& own = average_.at(name);
        assign_where(steps, own, (1 - rate) * own + rate * live);
    }
}

NamedTensors TeacherBlock::state() const {
    NamedTensors state;
    add_prefixed(state, average_prefix, average_);
    add_prefixed(state, source_prefix, source_);
    return state;
}

void TeacherBlock::take(const NamedTensors& state, const std::string& prefix, NamedTensors& own) {
    for (auto& [name, tensor] : own)
        tensor.copy_(start_of(name));
    for (auto at = state.lower_bound(prefix); at != state.end() && at->first.starts_with(prefix); ++at) {
        const std::string name = at->first.substr(prefix.size());
        if (!statistics_.contains(name) && !trained_.was_trained(name))
            throw std::invalid_argument("state: expected a teacher of this model, found \"" + at->first +
                                        '"');
        if (own.contains(name))
            own.at(name).copy_(at->second);
        else
            own[name] = at->second.to(network_.options()).clone();
    }
}

void TeacherBlock::restore(const NamedTensors& state) {
    take(state, average_prefix, average_);
    take(state, source_prefix, source_);
}

void TeacherBlock::reset(const at::Tensor& when) {
    for (NamedTensors* own : {&average_, &source_})
        for (const auto& [name, tensor] : *own)
            assign_where(when, tensor, start_of(name));
}

} // namespace lab
