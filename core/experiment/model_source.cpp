#include "core/experiment/model_source.h"

#include "core/experiment/catalog.h"
#include "core/experiment/resources.h"

namespace lab {

Model open_model(const std::string& id_or_path, const at::TensorOptions& options) {
    for (const Choice& choice : model_choices())
        if (choice.id == id_or_path)
            return load_model(resource_path("models/" + choice.id + ".safetensors"), options);
    return load_model(id_or_path, options);
}

} // namespace lab
