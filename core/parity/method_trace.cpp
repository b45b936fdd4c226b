#include "core/parity/method_trace.h"

#include "core/model/vision/small_convnet.h"

#include <ATen/ATen.h>

#include <stdexcept>

namespace lab {

const nlohmann::ordered_json& HyperParameters::value(const char* name) {
    if (!values_.contains(name))
        throw std::runtime_error("hyper_parameters: expected \"" + std::string(name) + '"');
    read_.insert(name);
    return values_.at(name);
}

double HyperParameters::number(const char* name) {
    return value(name).get<double>();
}

int HyperParameters::whole(const char* name) {
    return value(name).get<int>();
}

bool HyperParameters::flag(const char* name) {
    return value(name).get<bool>();
}

std::string HyperParameters::text(const char* name) {
    return value(name).get<std::string>();
}

void HyperParameters::expect_all_read() const {
    for (const auto& [name, value] : values_.items())
        if (!read_.contains(name))
            throw UnknownTrace("hyper-parameter \"" + name + '"');
}

at::Tensor MethodTrace::input(int step) const {
    const at::Tensor all = inputs.at("input.step" + std::to_string(step)).to(options());
    return entry.contains("batch_sizes")
               ? all.narrow(0, 0, entry.at("batch_sizes").at(static_cast<std::size_t>(step)).get<int>())
               : all;
}

at::Tensor MethodTrace::views(int step) const {
    const auto found = inputs.find("view.step" + std::to_string(step));
    if (found == inputs.end())
        return {};
    const at::Tensor all = found->second.to(options());
    return all.narrow(1, 0, input(step).size(0));
}

std::unique_ptr<Classifier> MethodTrace::classifier(double epsilon) const {
    const auto norm = entry.at("norm").get<std::string>();
    if (norm != "batchnorm" && norm != "groupnorm")
        throw UnknownTrace("norm \"" + norm + '"');
    auto net =
        make_small_convnet({norm == "batchnorm" ? NormKind::batch : NormKind::group, 4, epsilon}, options());
    net->parameters().load(network, norm + "_network.safetensors");
    return net;
}

void read_optimiser(HyperParameters& given, Optimiser& optimiser) {
    const std::string kind = given.text("optimiser");
    if (kind != "SGD" && kind != "Adam")
        throw UnknownTrace("optimiser \"" + kind + '"');
    optimiser.kind = kind == "SGD" ? OptimiserKind::sgd : OptimiserKind::adam;
    optimiser.rate = optimiser.predictor_rate = given.number("lr");
    if (kind == "SGD") {
        optimiser.momentum = given.number("momentum");
        optimiser.nesterov = given.flag("nesterov");
    } else {
        optimiser.beta1 = given.number("beta1");
        optimiser.beta2 = given.number("beta2");
        optimiser.epsilon = given.number("epsilon");
    }
}

} // namespace lab
