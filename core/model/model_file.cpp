#include "core/model/model_file.h"

#include "core/model/safetensors.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

ModelCard card_from(const SafetensorsFile& file, const std::string& path) {
    const auto found = file.metadata.find("collapse_lab");
    if (found == file.metadata.end())
        throw std::runtime_error(path +
                                 ": expected a card under \"collapse_lab\" in the metadata, found none");
    try {
        const Json json = Json::parse(found->second);
        ModelCard card;
        card.architecture = json.at("architecture").get<std::string>();
        card.shape = {json.at("channels").get<int>(), json.at("image_size").get<int>(),
                      static_cast<int>(json.at("class_names").size())};
        card.mean = json.at("mean").get<std::vector<double>>();
        card.std = json.at("std").get<std::vector<double>>();
        card.class_names = json.at("class_names").get<std::vector<std::string>>();
        card.data = json.value("data", "");
        card.clean_accuracy = json.value("clean_accuracy", -1.0);
        card.seed = json.value("seed", std::uint64_t{0});
        card.command = json.value("command", "");
        architecture(card.architecture); // throws where there is no such network
        const auto channels = static_cast<std::size_t>(card.shape.channels);
        if ((channels != 1 && channels != 3) || card.mean.size() != channels || card.std.size() != channels)
            throw std::runtime_error("mean and std need one value per channel (1 or 3)");
        if (card.shape.image_size < 8 || card.shape.image_size > 1024 || card.shape.classes < 2)
            throw std::runtime_error("image_size must be 8 to 1024 and class_names at least two");
        return card;
    } catch (const std::exception& fault) {
        throw std::runtime_error(path + ": its card cannot be used: " + fault.what());
    }
}

} // namespace

Model load_model(const std::string& path, const at::TensorOptions& options) {
    const SafetensorsFile file = read_safetensors(path);
    Model model{card_from(file, path), nullptr};
    model.classifier = architecture(model.card.architecture).make(model.card.shape, options);
    model.classifier->parameters().load(file.tensors, path);
    return model;
}

void save_model(const std::string& path, const ModelCard& card, const Classifier& classifier) {
    const Json json = {{"architecture", card.architecture},
                       {"channels", card.shape.channels},
                       {"image_size", card.shape.image_size},
                       {"mean", card.mean},
                       {"std", card.std},
                       {"class_names", card.class_names},
                       {"data", card.data},
                       {"clean_accuracy", card.clean_accuracy},
                       {"seed", card.seed},
                       {"command", card.command}};
    write_safetensors(path, classifier.parameters().state(),
                      {{"format", "pt"}, {"collapse_lab", json.dump()}});
}

ModelCard read_model_card(const std::string& path) {
    return card_from(read_safetensors(path), path);
}

} // namespace lab
