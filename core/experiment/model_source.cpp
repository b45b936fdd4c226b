#include "core/experiment/model_source.h"

#include "core/experiment/catalog.h"
#include "core/experiment/resources.h"

#include <exception>

namespace lab {

std::string model_path(const std::string& id_or_path) {
    for (const Choice& choice : model_choices())
        if (choice.id == id_or_path)
            return resource_path("models/" + choice.id + ".safetensors");
    return id_or_path;
}

OpenedModel open_weights(const std::string& id_or_path, const ModelOptions& options) {
    return read_model(model_path(id_or_path), options);
}

Model open_model(const std::string& id_or_path, const at::TensorOptions& options, const ModelOptions& told) {
    return open_weights(id_or_path, told).make(options);
}

ModelCard card_of(const std::string& id_or_path, const ModelOptions& options) {
    return read_model_card(model_path(id_or_path), options);
}

RateSource rate_source(const std::string& id_or_path, const ModelOptions& options) {
    if (id_or_path == "resnet-gn")
        return {"resnet_gn", 10};
    if (id_or_path == "resnet-bn")
        return {"resnet_bn", 10};
    if (id_or_path == "vit")
        return {"vit", 10};
    try {
        const ModelCard card = card_of(id_or_path, options);
        return {card.rates, card.shape.classes};
    } catch (const std::exception& fault) {
        RateSource unknown;
        unknown.fault = fault.what();
        return unknown;
    }
}

} // namespace lab
