#pragma once

#include "core/spec/spec.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

/// The names of the specification's enumerations in JSON, one table each.
namespace lab {

template <typename Enum>
struct Names;

template <>
struct Names<ScenarioKind> {
    static constexpr std::array<std::pair<ScenarioKind, const char*>, 8> rows = {
        {{ScenarioKind::mild, "mild"},
         {ScenarioKind::label_shift, "label_shift"},
         {ScenarioKind::mixed, "mixed"},
         {ScenarioKind::continual, "continual"},
         {ScenarioKind::noise_first, "noise_first"},
         {ScenarioKind::blind_spot, "blind_spot"},
         {ScenarioKind::ramp, "ramp"},
         {ScenarioKind::custom, "custom"}}};
};
template <>
struct Names<CorruptionTable> {
    static constexpr std::array<std::pair<CorruptionTable, const char*>, 3> rows = {
        {{CorruptionTable::automatic, "auto"},
         {CorruptionTable::size32, "32"},
         {CorruptionTable::size224, "224"}}};
};
template <>
struct Names<SelectionKind> {
    static constexpr std::array<std::pair<SelectionKind, const char*>, 4> rows = {
        {{SelectionKind::all, "all"},
         {SelectionKind::entropy, "entropy"},
         {SelectionKind::entropy_redundancy, "entropy_redundancy"},
         {SelectionKind::entropy_plpd, "entropy_plpd"}}};
};
template <>
struct Names<ObjectiveKind> {
    static constexpr std::array<std::pair<ObjectiveKind, const char*>, 5> rows = {
        {{ObjectiveKind::entropy, "entropy"},
         {ObjectiveKind::come, "come"},
         {ObjectiveKind::pseudo_label, "pseudo_label"},
         {ObjectiveKind::soft_likelihood_ratio, "soft_likelihood_ratio"},
         {ObjectiveKind::negative_squared, "negative_squared"}}};
};
template <>
struct Names<PredictorKind> {
    static constexpr std::array<std::pair<PredictorKind, const char*>, 4> rows = {
        {{PredictorKind::none, "none"},
         {PredictorKind::linear, "linear"},
         {PredictorKind::fixed_random, "fixed_random"},
         {PredictorKind::mlp, "mlp"}}};
};
template <>
struct Names<DivergenceKind> {
    static constexpr std::array<std::pair<DivergenceKind, const char*>, 5> rows = {
        {{DivergenceKind::symmetric_kl, "symmetric_kl"},
         {DivergenceKind::kl, "kl"},
         {DivergenceKind::reverse_kl, "reverse_kl"},
         {DivergenceKind::jensen_shannon, "jensen_shannon"},
         {DivergenceKind::mean_squared, "mean_squared"}}};
};
template <>
struct Names<OptimiserKind> {
    static constexpr std::array<std::pair<OptimiserKind, const char*>, 2> rows = {
        {{OptimiserKind::sgd, "sgd"}, {OptimiserKind::sam, "sam"}}};
};
template <>
struct Names<ResetPolicy> {
    static constexpr std::array<std::pair<ResetPolicy, const char*>, 3> rows = {
        {{ResetPolicy::none, "none"}, {ResetPolicy::segment, "segment"}, {ResetPolicy::batch, "batch"}}};
};
template <>
struct Names<CollapseAction> {
    static constexpr std::array<std::pair<CollapseAction, const char*>, 3> rows = {
        {{CollapseAction::flag, "flag"}, {CollapseAction::stop, "stop"}, {CollapseAction::reset, "reset"}}};
};

template <typename Enum>
std::string name_of(Enum value) {
    for (const auto& [row, name] : Names<Enum>::rows)
        if (row == value)
            return name;
    return "unknown";
}

template <typename Enum>
std::optional<Enum> value_named(std::string_view text) {
    for (const auto& [row, name] : Names<Enum>::rows)
        if (text == name)
            return row;
    return std::nullopt;
}

template <typename Enum>
std::string known_names() {
    std::string all;
    for (const auto& [row, name] : Names<Enum>::rows)
        all += (all.empty() ? "" : ", ") + std::string(name);
    return all;
}

} // namespace lab
