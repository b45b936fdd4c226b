#include "core/model/foreign_names.h"

#include <algorithm>

namespace lab {

namespace {

constexpr const char* swin_mark = "layers.0.blocks.0.attn.relative_position_bias_table";

/// "layers.0.downsample.norm" of older files is the start of the next stage now: "layers.1.downsample.norm".
std::string present_swin_name(const std::string& name) {
    if (name == "head.weight" || name == "head.bias")
        return "head.fc" + name.substr(4);
    const std::string stage = "layers.", part = ".downsample.";
    const auto at = name.find(part);
    if (name.starts_with(stage) && at == stage.size() + 1 && name[stage.size()] >= '0' &&
        name[stage.size()] < '9')
        return stage + static_cast<char>(name[stage.size()] + 1) + name.substr(at);
    return name;
}

} // namespace

bool is_derived(const std::string& name) {
    for (const char* ending : {"num_batches_tracked", "relative_position_index", "attn_mask"})
        if (name == ending || name.ends_with(std::string(".") + ending))
            return true;
    return false;
}

StateDict with_present_names(const StateDict& state) {
    const std::string wrapped = "module.";
    const bool strip = !state.empty() && std::all_of(state.begin(), state.end(), [&](const auto& entry) {
        return entry.first.starts_with(wrapped);
    });
    StateDict stripped;
    for (const auto& [name, tensor] : state)
        if (!is_derived(name))
            stripped[strip ? name.substr(wrapped.size()) : name] = tensor;
    const bool older_swin =
        stripped.contains(swin_mark) && stripped.contains("layers.0.downsample.norm.weight");
    if (!older_swin)
        return stripped;
    StateDict present;
    for (const auto& [name, tensor] : stripped)
        present[present_swin_name(name)] = tensor;
    return present;
}

} // namespace lab
