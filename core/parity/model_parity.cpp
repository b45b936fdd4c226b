#include "core/parity/model_parity.h"

#include "core/base/elapsed.h"
#include "core/model/hash_weights.h"
#include "core/model/recognise.h"
#include "core/parity/comparison.h"
#include "core/weights/foreign_names.h"
#include "core/weights/safetensors.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <cmath>
#include <fstream>
#include <stdexcept>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

/// Hash-made values for what is listed; the network's own for running averages that are not.
StateDict weights_for(const Classifier& classifier, const Shapes& listed) {
    StateDict weights;
    for (const auto& [name, shape] : listed)
        weights[name] = hash_weight(name, shape);
    for (const auto& entry : classifier.parameters().entries())
        if (entry.buffer && !weights.contains(entry.name))
            weights[entry.name] = entry.value;
    return weights;
}

void replay(const Json& described, const StateDict& golden, const c10::Device& device, ModelParity& result) {
    const at::TensorOptions doubles = at::TensorOptions(at::kDouble).device(device);
    Shapes listed = described.at("parameters").get<Shapes>();
    std::erase_if(listed, [](const auto& entry) { return is_derived(entry.first); });
    // The reference lists no running averages: the network's name tells of BatchNorm.
    NetworkFacts facts;
    const bool batch =
        listed.contains("layer1.0.conv1.weight") && result.model.find("gn") == std::string::npos;
    if (batch)
        facts.norm = NormKind::batch;
    facts.averages_unlisted = batch;
    const Recognised found = recognise(listed, result.model, facts);
    result.architecture = found.architecture.title;
    const auto classifier = found.architecture.make(found.shape, doubles);
    classifier->parameters().load(weights_for(*classifier, listed), result.model);
    result.parameters = classifier->parameters().count();

    const auto key = described.value("input_key", std::string("input"));
    const at::Tensor input =
        hash_tensor(key, described.at("input").get<std::vector<std::int64_t>>()).to(doubles);
    const c10::NoGradGuard no_grad;
    const at::Tensor features = classifier->features(input);
    result.logits_error = largest_error_of(classifier->head(features).to(at::kCPU), golden.at("logits"));
    if (const auto expected = golden.find("features"); expected != golden.end())
        result.features_error = largest_error_of(features.to(at::kCPU), expected->second);
}

} // namespace

void replay_model_parity(const std::string& directory, const std::function<void(const ModelParity&)>& report,
                         const c10::Device& device) {
    std::ifstream file(directory + "/models.json");
    const Json models = Json::parse(file, nullptr, false);
    if (!models.is_object())
        throw std::runtime_error(directory + "/models.json: expected a JSON object with one entry per model");
    for (const auto& [name, described] : models.items()) {
        ModelParity result;
        result.model = name;
        const auto start = std::chrono::steady_clock::now();
        try {
            replay(described, read_safetensors(directory + "/" + name + ".safetensors").tensors, device,
                   result);
        } catch (const std::exception& fault) {
            result.logits_error = INFINITY;
            result.note = fault.what();
        }
        result.seconds = seconds_since(start);
        report(result);
    }
}

} // namespace lab
