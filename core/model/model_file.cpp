#include "core/model/model_file.h"

#include "core/base/text.h"
#include "core/model/model_description.h"
#include "core/weights/safetensors.h"
#include "core/weights/weight_place.h"
#include "core/weights/weight_values.h"

#include <ATen/ATen.h>

#include <stdexcept>

namespace lab {

namespace {

constexpr const char* card_key = "collapse_lab";

/// A weight file before a network is made of it; its values are still to be fetched.
struct Weights {
    std::string source;
    Checkpoint checkpoint;
    StateDict tensors;
    ModelDescription description;
};

/// Builds the network without memory, to see whether the weights fit and to complete the card: a file's
/// claims are checked before anything of their size is allocated.
void complete(ModelDescription& description, const StateDict& tensors, const std::string& source) {
    const Architecture& architecture = description.architecture;
    ModelCard& card = description.card;
    const auto outline = architecture.make(card.shape, at::TensorOptions(at::kFloat).device(at::kMeta));
    outline->parameters().check(tensors, source);
    card.title = architecture.title;
    card.family = architecture.family;
    card.rates = architecture.rates;
    card.parameters = outline->parameters().count();
    card.norm_layers = static_cast<int>(outline->norms().size());
}

Weights opened(const std::string& path, const ModelOptions& options) {
    const std::string file = weight_file(path);
    Weights weights{shown(file), open_checkpoint(file), {}, {}};
    std::optional<ModelCard> own;
    if (const auto card = weights.checkpoint.metadata.find(card_key);
        card != weights.checkpoint.metadata.end()) {
        try {
            own = card_from_json(card->second);
        } catch (const std::invalid_argument& fault) {
            throw std::runtime_error(weights.source + ": its card cannot be used: " + fault.what());
        }
    }
    ChosenNetwork network = choose_network(weights.checkpoint, options.weights, weights.source);
    weights.description = describe(network, own, file, options);
    weights.tensors = std::move(network.tensors);
    complete(weights.description, weights.tensors, weights.source);
    expect_real(weights.tensors, weights.source);
    return weights;
}

} // namespace

Model OpenedModel::make(const at::TensorOptions& options) const {
    const LeaveUninitialised filled_at_once;
    Model model{card, architecture_.make(card.shape, options)};
    model.classifier->parameters().adopt(tensors_, source_);
    return model;
}

OpenedModel read_model(const std::string& path, const ModelOptions& options) {
    Weights weights = opened(path, options);
    weights.checkpoint.fetch(weights.tensors);
    weights.checkpoint.expect_unchanged();
    expect_finite(weights.tensors, weights.source);
    for (Notice& notice : expect_statistics(weights.tensors, weights.source))
        weights.description.card.notices.push_back(std::move(notice));
    OpenedModel model;
    model.card = std::move(weights.description.card);
    model.card.model_hash = hash_of(weights.tensors);
    model.architecture_ = std::move(weights.description.architecture);
    model.tensors_ = std::move(weights.tensors);
    model.source_ = std::move(weights.source);
    return model;
}

Model load_model(const std::string& path, const at::TensorOptions& options, const ModelOptions& told) {
    return read_model(path, told).make(options);
}

void save_model(const std::string& path, const ModelCard& card, const Classifier& classifier) {
    write_safetensors(path, classifier.parameters().state(), {{"format", "pt"}, {card_key, card_json(card)}});
}

ModelCard read_model_card(const std::string& path, const ModelOptions& options) {
    return opened(path, options).description.card;
}

} // namespace lab
