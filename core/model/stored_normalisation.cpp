#include "core/model/stored_normalisation.h"

#include "core/base/text.h"

#include <ATen/ATen.h>

#include <array>
#include <set>

namespace lab {

namespace {

struct Spelling {
    const char* mean;
    const char* spread;
    bool squared; ///< the spread is a variance
};
constexpr std::array<Spelling, 8> spellings = {{{"mean", "std", false},
                                                {"mean", "var", true},
                                                {"mean", "variance", true},
                                                {"mu", "sigma", false},
                                                {"_mean", "_std", false},
                                                {"norm_mean", "norm_std", false},
                                                {"image_mean", "image_std", false},
                                                {"pixel_mean", "pixel_std", false}}};

bool is_per_channel(const at::Tensor& tensor) {
    return (tensor.numel() == 1 || tensor.numel() == 3) && tensor.dim() <= 4 &&
           at::isFloatingType(tensor.scalar_type());
}

std::vector<double> values_of(const at::Tensor& tensor, bool squared) {
    at::Tensor values = tensor.to(at::kDouble).flatten().contiguous();
    if (squared)
        values = values.sqrt();
    return {values.data_ptr<double>(), values.data_ptr<double>() + values.numel()};
}

/// What stands before this part of a name: "normalize." of "normalize.mean", "" of "mean".
std::optional<std::string> layer_of(const std::string& name, const std::string& part) {
    if (name == part)
        return "";
    if (name.ends_with("." + part))
        return name.substr(0, name.size() - part.size());
    return std::nullopt;
}

/// Standard deviations and variances that stand without a mean.
void add_spreads(const StateDict& tensors, std::set<std::string>& alone) {
    for (const auto& [name, tensor] : tensors)
        for (const Spelling& spelling : spellings)
            if (layer_of(name, spelling.spread) && is_per_channel(tensor))
                alone.insert(name);
}

void tell_unused(std::vector<Notice>& notices, const std::set<std::string>& names, const std::string& why) {
    notices.push_back({NoticeSubject::model, true,
                       "not used to normalise pictures: the file's " +
                           first_few({names.begin(), names.end()}, 6) + ", " + why,
                       "--mean"});
}

} // namespace

std::optional<StoredNormalisation> take_stored_normalisation(StateDict& tensors, const Checkpoint& checkpoint,
                                                             std::vector<Notice>& notices) {
    std::optional<StoredNormalisation> found;
    bool agree = true;
    std::set<std::string> taken, alone;
    for (const auto& [name, tensor] : tensors)
        for (const Spelling& spelling : spellings) {
            const std::optional<std::string> layer = layer_of(name, spelling.mean);
            if (!layer || !is_per_channel(tensor))
                continue;
            const auto spread = tensors.find(*layer + spelling.spread);
            if (spread == tensors.end() || !is_per_channel(spread->second)) {
                alone.insert(name);
                continue;
            }
            checkpoint.fetch({{name, tensor}, *spread});
            StoredNormalisation here{layer->substr(0, layer->size() - (layer->empty() ? 0 : 1)),
                                     values_of(tensor, false), values_of(spread->second, spelling.squared)};
            agree = agree && (!found || (found->mean == here.mean && found->std == here.std));
            found = std::move(here);
            taken.insert({name, spread->first});
        }
    if (!agree) {
        tell_unused(notices, taken, "for they differ");
        found.reset();
    }
    add_spreads(tensors, alone);
    std::erase_if(alone, [&](const std::string& name) { return taken.contains(name); });
    if (!alone.empty() && !found)
        tell_unused(notices, alone, "for want of a pair of mean and standard deviation");
    for (const std::set<std::string>& names : {taken, alone})
        for (const std::string& name : names)
            tensors.erase(name);
    return found;
}

} // namespace lab
