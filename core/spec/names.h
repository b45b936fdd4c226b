#pragma once

#include "core/spec/spec.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

/// The names of the specification's enumerations in JSON, one table each; those of a recipe stand in its own
/// table (core/recipe/recipe_fields.h).
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
struct Names<ResetPolicy> {
    static constexpr std::array<std::pair<ResetPolicy, const char*>, 3> rows = {
        {{ResetPolicy::none, "none"}, {ResetPolicy::segment, "segment"}, {ResetPolicy::batch, "batch"}}};
};
template <>
struct Names<CollapseAction> {
    static constexpr std::array<std::pair<CollapseAction, const char*>, 3> rows = {
        {{CollapseAction::flag, "flag"}, {CollapseAction::stop, "stop"}, {CollapseAction::reset, "reset"}}};
};
template <>
struct Names<PromptStyle> {
    static constexpr std::array<std::pair<PromptStyle, const char*>, 3> rows = {
        {{PromptStyle::automatic, "auto"}, {PromptStyle::plain, "plain"}, {PromptStyle::chat, "chat"}}};
};
template <>
struct Names<QuestionOrder> {
    static constexpr std::array<std::pair<QuestionOrder, const char*>, 3> rows = {
        {{QuestionOrder::shuffled, "shuffled"},
         {QuestionOrder::by_answer, "by_answer"},
         {QuestionOrder::as_given, "as_given"}}};
};
template <>
struct Names<QuestionShiftKind> {
    static constexpr std::array<std::pair<QuestionShiftKind, const char*>, 5> rows = {
        {{QuestionShiftKind::none, "none"},
         {QuestionShiftKind::embedding_noise, "embedding_noise"},
         {QuestionShiftKind::filler, "filler"},
         {QuestionShiftKind::longer_chains, "longer_chains"},
         {QuestionShiftKind::low_bits, "low_bits"}}};
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
