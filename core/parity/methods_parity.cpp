#include "core/parity/methods_parity.h"

#include "core/parity/method_trace.h"

#include <cmath>
#include <fstream>
#include <map>
#include <stdexcept>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

const std::map<std::string, MethodReplay>& families() {
    static const std::map<std::string, MethodReplay> all = {
        {"tent", replay_gradient_method},    {"rdumb", replay_gradient_method},
        {"roid", replay_gradient_method},    {"cmf", replay_gradient_method},
        {"asr_eta", replay_gradient_method}, {"asr_roid", replay_gradient_method},
        {"shot_im", replay_gradient_method}, {"delta", replay_gradient_method},
        {"bn1", replay_statistics},          {"bn_alpha", replay_statistics},
        {"bn_ema", replay_statistics},       {"iabn", replay_statistics},
        {"lame", replay_memory_method},      {"t3a", replay_memory_method},
        {"memo", replay_memory_method},      {"cotta", replay_memory_method},
        {"rotta", replay_memory_method},     {"petta", replay_memory_method},
        {"note", replay_memory_method},
    };
    return all;
}

Json index_of(const std::string& folder) {
    std::ifstream file(folder + "/index.json");
    return Json::parse(file, nullptr, false);
}

StateDict tensors_of(const std::string& folder, const std::string& name) {
    return read_safetensors(folder + "/" + name + ".safetensors").tensors;
}

void replay(const std::string& folder, const Json& entry, const StateDict& inputs, const c10::Device& device,
            ParityResult& result) {
    const auto method = entry.at("method").get<std::string>();
    const auto family = families().find(method);
    if (family == families().end())
        throw UnknownTrace("method \"" + method + '"');
    const StateDict network = tensors_of(folder, entry.at("norm").get<std::string>() + "_network");
    const StateDict golden = tensors_of(folder, result.trace);
    HyperParameters given(entry.at("hyper_parameters"));
    Comparison comparison(result, golden, ShapeRule::counted);
    family->second({result.trace, entry, inputs, network, golden, device}, given, comparison);
    comparison.expect_all_compared();
}

} // namespace

bool is_methods_parity(const std::string& folder) {
    const Json index = index_of(folder);
    if (!index.is_object())
        return false;
    for (const auto& [name, entry] : index.items())
        if (entry.is_object() && entry.contains("hyper_parameters"))
            return true;
    return false;
}

std::vector<ParityResult> replay_method_traces(const std::string& folder, const c10::Device& device) {
    const Json index = index_of(folder);
    if (!index.is_object())
        throw std::runtime_error(folder + "/index.json: expected a JSON object with one entry per trace");
    const StateDict inputs = tensors_of(folder, "inputs");
    std::vector<ParityResult> results;
    for (const auto& [name, entry] : index.items())
        results.push_back(result_of(name, [&, &described = entry](ParityResult& r) {
            replay(folder, described, inputs, device, r);
        }));
    return results;
}

} // namespace lab
