#include "core/run/model_source.h"

#include "core/base/resources.h"
#include "core/catalogue/catalog.h"

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

} // namespace lab
