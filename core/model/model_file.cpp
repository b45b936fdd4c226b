#include "core/model/model_file.h"

#include "core/model/foreign_names.h"
#include "core/model/pth.h"
#include "core/model/recognise.h"
#include "core/model/safetensors.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <stdexcept>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

/// A weight file before a network is made of it.
struct Weights {
    StateDict tensors;
    ModelCard card;
    Architecture architecture;
};

void check(const ModelCard& card) {
    const auto channels = static_cast<std::size_t>(card.shape.channels);
    if ((channels != 1 && channels != 3) || card.mean.size() != channels || card.std.size() != channels)
        throw std::invalid_argument("mean and std need one value per channel (1 or 3)");
    if (std::any_of(card.std.begin(), card.std.end(), [](double value) { return !(value > 0); }))
        throw std::invalid_argument("std must be above 0");
    if (card.shape.image_size < 8 || card.shape.image_size > 1024 || card.shape.classes < 2)
        throw std::invalid_argument("image_size must be 8 to 1024 and class_names at least two");
    if (!(card.crop >= 0.1 && card.crop <= 1))
        throw std::invalid_argument("crop must be 0.1 to 1, found " + std::to_string(card.crop));
    if (card.interpolation != "bilinear" && card.interpolation != "bicubic")
        throw std::invalid_argument("interpolation must be bilinear or bicubic, found \"" +
                                    card.interpolation + "\"");
    if (card.class_names.size() != static_cast<std::size_t>(card.shape.classes))
        throw std::invalid_argument("expected " + std::to_string(card.shape.classes) +
                                    " class names, found " + std::to_string(card.class_names.size()));
}

/// The table's row, or the network itself where the table has none (as for weights of others that were
/// saved).
Architecture architecture_of(const std::string& id, const StateDict& tensors, const std::string& path) {
    for (const Architecture& row : architectures())
        if (row.id == id)
            return row;
    const bool family = std::any_of(architectures().begin(), architectures().end(),
                                    [&](const Architecture& row) { return row.family == id; });
    return family ? recognise(shapes_of(tensors), path).architecture : architecture(id);
}

Weights own_weights(SafetensorsFile file, const std::string& path) {
    try {
        const Json json = Json::parse(file.metadata.at("collapse_lab"));
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
        card.crop = json.value("crop", 1.0);
        card.interpolation = json.value("interpolation", std::string("bicubic"));
        check(card);
        Architecture row = architecture_of(card.architecture, file.tensors, path);
        return {std::move(file.tensors), std::move(card), std::move(row)};
    } catch (const std::exception& fault) {
        throw std::runtime_error(path + ": its card cannot be used: " + fault.what());
    }
}

/// "FILE.classes.txt" beside FILE.pth, or numbers.
std::vector<std::string> class_names_beside(const std::string& path, int classes) {
    const std::string file = std::filesystem::path(path).replace_extension(".classes.txt").string();
    std::vector<std::string> names;
    if (std::ifstream lines(file); lines) {
        for (std::string line; std::getline(lines, line);)
            names.push_back(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
        if (std::ssize(names) != classes)
            throw std::runtime_error(file + ": expected " + std::to_string(classes) +
                                     " class names, one a line, found " + std::to_string(names.size()));
        return names;
    }
    for (int i = 0; i < classes; ++i)
        names.push_back("class " + std::to_string(i));
    return names;
}

/// One value per channel: grey networks get the mean of the colours'.
std::vector<double> per_channel(const std::vector<double>& colours, int channels) {
    if (colours.empty())
        return std::vector<double>(static_cast<std::size_t>(channels), 0.5);
    if (channels == 1)
        return {std::accumulate(colours.begin(), colours.end(), 0.0) / static_cast<double>(colours.size())};
    return colours;
}

Weights foreign_weights(const StateDict& stored, const std::string& path) {
    Weights weights;
    weights.tensors = with_present_names(stored);
    const Recognised found = recognise(shapes_of(weights.tensors), path);
    weights.architecture = found.architecture;
    const Preprocessing& family = found.architecture.preprocessing;
    ModelCard& card = weights.card;
    card.architecture = found.architecture.id;
    card.shape = found.shape;
    card.mean = per_channel(family.mean, card.shape.channels);
    card.std = per_channel(family.std, card.shape.channels);
    card.crop = family.crop;
    card.interpolation = family.interpolation;
    card.class_names = class_names_beside(path, card.shape.classes);
    card.own_card = false;
    try {
        check(card);
    } catch (const std::invalid_argument& fault) {
        throw std::runtime_error(path + ": " + fault.what());
    }
    return weights;
}

Weights read_weights(const std::string& path) {
    if (looks_like_pth(path))
        return foreign_weights(read_pth(path), path);
    SafetensorsFile file = read_safetensors(path);
    return file.metadata.contains("collapse_lab") ? own_weights(std::move(file), path)
                                                  : foreign_weights(file.tensors, path);
}

/// Builds the network without memory, to see whether the weights fit and to complete the card: a file's
/// claims are checked before anything of their size is allocated.
void complete(Weights& weights, const std::string& path) {
    const auto outline =
        weights.architecture.make(weights.card.shape, at::TensorOptions(at::kFloat).device(at::kMeta));
    outline->parameters().check(weights.tensors, path);
    ModelCard& card = weights.card;
    card.title = weights.architecture.title;
    card.family = weights.architecture.family;
    card.rates = weights.architecture.rates;
    card.parameters = outline->parameters().count();
    card.norm_layers = static_cast<int>(outline->norms().size());
}

} // namespace

Model load_model(const std::string& path, const at::TensorOptions& options) {
    Weights weights = read_weights(path);
    complete(weights, path);
    const LeaveUninitialised filled_at_once;
    Model model{std::move(weights.card), weights.architecture.make(weights.card.shape, options)};
    model.classifier->parameters().adopt(weights.tensors, path);
    return model;
}

std::string card_json(const ModelCard& card) {
    const Json json = {{"architecture", card.architecture},
                       {"channels", card.shape.channels},
                       {"image_size", card.shape.image_size},
                       {"mean", card.mean},
                       {"std", card.std},
                       {"crop", card.crop},
                       {"interpolation", card.interpolation},
                       {"class_names", card.class_names},
                       {"data", card.data},
                       {"clean_accuracy", card.clean_accuracy},
                       {"seed", card.seed},
                       {"command", card.command}};
    return json.dump();
}

void save_model(const std::string& path, const ModelCard& card, const Classifier& classifier) {
    write_safetensors(path, classifier.parameters().state(),
                      {{"format", "pt"}, {"collapse_lab", card_json(card)}});
}

ModelCard read_model_card(const std::string& path) {
    Weights weights = read_weights(path);
    complete(weights, path);
    return std::move(weights.card);
}

ModelCard changed(ModelCard card, const CardChanges& changes) {
    card.mean = changes.mean.value_or(card.mean);
    card.std = changes.std.value_or(card.std);
    card.crop = changes.crop.value_or(card.crop);
    card.interpolation = changes.interpolation.value_or(card.interpolation);
    card.class_names = changes.class_names.value_or(card.class_names);
    check(card);
    return card;
}

} // namespace lab
