#include "core/weights/foreign_names.h"

#include <ATen/core/Tensor.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace lab {

namespace {

constexpr const char* resnet_mark = "layer1.0.conv1.weight";
constexpr const char* vit_mark = "blocks.0.attn.qkv.weight";
constexpr const char* convnext_mark = "stages.0.blocks.0.conv_dw.weight";
constexpr const char* swin_mark = "layers.0.blocks.0.attn.relative_position_bias_table";

/// What stands before a mark at the end of a name; nothing where it is another name's part.
std::optional<std::string> before(const std::string& name, const std::string& mark) {
    if (!name.ends_with(mark))
        return std::nullopt;
    std::string prefix = name.substr(0, name.size() - mark.size());
    return prefix.empty() || prefix.ends_with('.') ? std::optional(prefix) : std::nullopt;
}

std::string last_part(const std::string& name) {
    return name.substr(name.rfind('.') + 1);
}

bool is_classifier(const std::string& layer) {
    constexpr std::array names = {"fc", "linear", "head", "classifier", "last_linear"};
    return std::find(names.begin(), names.end(), layer) != names.end();
}

/// The one classifier among these names: "head.fc" of "….head.fc.weight"; "" where there is none or several.
std::string only_classifier(const StateDict& state) {
    std::string found;
    for (const auto& [name, tensor] : state)
        if (const std::string weight = ".weight"; name.ends_with(weight) && tensor.dim() == 2) {
            const std::string layer = name.substr(0, name.size() - weight.size());
            if (!is_classifier(last_part(layer)))
                continue;
            if (!found.empty())
                return "";
            found = layer;
        }
    return found;
}

/// What a network of these tensors calls its classifier.
std::string classifier_name(const StateDict& tensors) {
    if (tensors.contains(resnet_mark))
        return "fc";
    return tensors.contains(convnext_mark) || tensors.contains(swin_mark) ? "head.fc" : "head";
}

void move_layer(StateDict& from, const std::string& old_name, StateDict& to, const std::string& new_name) {
    for (const char* part : {".weight", ".bias"})
        if (auto node = from.extract(old_name + part)) {
            node.key() = new_name + part;
            to.insert(std::move(node));
        }
}

/// "layers.0.downsample.norm" of older files is the start of the next stage now: "layers.1.downsample.norm".
std::string present_swin_name(const std::string& name) {
    const std::string stage = "layers.", part = ".downsample.";
    const auto at = name.find(part);
    if (name.starts_with(stage) && at == stage.size() + 1 && name[stage.size()] >= '0' &&
        name[stage.size()] < '9')
        return stage + static_cast<char>(name[stage.size()] + 1) + name.substr(at);
    return name;
}

std::string present_resnet_name(const std::string& name) {
    const std::string old = ".shortcut.";
    const auto at = name.find(old);
    return at == std::string::npos ? name
                                   : name.substr(0, at) + ".downsample." + name.substr(at + old.size());
}

StateDict renamed(const StateDict& tensors, std::string (*rename)(const std::string&)) {
    StateDict present;
    for (const auto& [name, tensor] : tensors)
        present[rename(name)] = tensor;
    return present;
}

/// Whether the name belongs to a network with a longer prefix than this one's.
bool of_another(const std::string& name, const std::string& prefix,
                const std::vector<std::string>& prefixes) {
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& other) {
        return other.size() > prefix.size() && name.starts_with(other);
    });
}

} // namespace

bool is_derived(const std::string& name) {
    for (const char* ending : {"num_batches_tracked", "relative_position_index", "attn_mask"})
        if (name == ending || name.ends_with(std::string(".") + ending))
            return true;
    return false;
}

std::vector<std::string> network_prefixes(const StateDict& state) {
    std::set<std::string> prefixes;
    for (const auto& [name, tensor] : state) {
        for (const char* mark : {resnet_mark, convnext_mark, swin_mark})
            if (const auto prefix = before(name, mark))
                prefixes.insert(*prefix);
        // A Swin's blocks have attention as well, but no class token.
        if (const auto prefix = before(name, vit_mark); prefix && state.contains(*prefix + "cls_token"))
            prefixes.insert(*prefix);
    }
    return {prefixes.begin(), prefixes.end()};
}

PresentNames with_present_names(const StateDict& state, const std::string& prefix,
                                const std::vector<std::string>& prefixes) {
    PresentNames present;
    StateDict outside;
    for (const auto& [name, tensor] : state) {
        const bool mine = name.starts_with(prefix) && !of_another(name, prefix, prefixes);
        if (mine && last_part(name) == "num_batches_tracked")
            present.counts_batches = true;
        if (mine && !is_derived(name))
            present.tensors[name.substr(prefix.size())] = tensor;
        else if (!mine && !of_another(name, "", prefixes))
            outside[name] = tensor;
    }
    StateDict& tensors = present.tensors;
    if (tensors.contains(resnet_mark))
        tensors = renamed(tensors, present_resnet_name);
    if (tensors.contains(swin_mark) && tensors.contains("layers.0.downsample.norm.weight"))
        tensors = renamed(tensors, present_swin_name);
    const std::string classifier = classifier_name(tensors);
    if (!tensors.contains(classifier + ".weight")) {
        if (const std::string inside = only_classifier(tensors); !inside.empty())
            move_layer(tensors, inside, tensors, classifier);
        else if (const std::string other = only_classifier(outside); !other.empty())
            move_layer(outside, other, tensors, classifier);
    }
    for (const auto& [name, tensor] : outside)
        present.outside.push_back(name);
    return present;
}

} // namespace lab
