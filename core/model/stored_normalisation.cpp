#include "core/model/stored_normalisation.h"

#include <ATen/ATen.h>

#include <array>
#include <utility>

namespace lab {

namespace {

constexpr std::array<std::pair<const char*, const char*>, 2> pairs = {{{"mean", "std"}, {"mu", "sigma"}}};

bool is_per_channel(const at::Tensor& tensor) {
    return (tensor.numel() == 1 || tensor.numel() == 3) && tensor.dim() <= 4 &&
           at::isFloatingType(tensor.scalar_type());
}

std::vector<double> values_of(const at::Tensor& tensor) {
    const at::Tensor values = tensor.to(at::kDouble).flatten().contiguous();
    return {values.data_ptr<double>(), values.data_ptr<double>() + values.numel()};
}

} // namespace

std::optional<StoredNormalisation> take_stored_normalisation(StateDict& tensors,
                                                             const Checkpoint& checkpoint) {
    std::vector<std::pair<std::string, std::string>> taken;
    std::optional<StoredNormalisation> found;
    for (const auto& [name, tensor] : tensors)
        for (const auto& [mean_name, std_name] : pairs) {
            const std::string part = mean_name;
            if (!(name == part || name.ends_with("." + part)) || !is_per_channel(tensor))
                continue;
            const std::string layer = name.substr(0, name.size() - part.size());
            const auto deviation = tensors.find(layer + std_name);
            if (deviation == tensors.end() || !is_per_channel(deviation->second))
                continue;
            checkpoint.fetch({{name, tensor}, *deviation});
            StoredNormalisation here{layer.substr(0, layer.size() - (layer.empty() ? 0 : 1)),
                                     values_of(tensor), values_of(deviation->second)};
            if (found && (found->mean != here.mean || found->std != here.std))
                return std::nullopt;
            found = std::move(here);
            taken.emplace_back(name, deviation->first);
        }
    for (const auto& [mean, deviation] : taken) {
        tensors.erase(mean);
        tensors.erase(deviation);
    }
    return found;
}

} // namespace lab
