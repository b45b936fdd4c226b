#include "core/parity/parity.h"

#include "core/adapt/adapter.h"
#include "core/adapt/blocks/objective.h"
#include "core/model/vision/small_convnet.h"
#include "core/parity/comparison.h"
#include "core/weights/safetensors.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <map>
#include <set>
#include <stdexcept>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

/// Every spelling under which a trace may name a kind.
template <typename Kind>
using Spellings = std::map<std::string, Kind>;

const Spellings<DivergenceKind> divergences = {
    {"symmetric_kl", DivergenceKind::symmetric_kl},     {"kl", DivergenceKind::kl},
    {"reverse_kl", DivergenceKind::reverse_kl},         {"js", DivergenceKind::jensen_shannon},
    {"jensen_shannon", DivergenceKind::jensen_shannon}, {"mse", DivergenceKind::mean_squared},
    {"mean_squared", DivergenceKind::mean_squared}};
const Spellings<PredictorKind> predictors = {{"none", PredictorKind::none},
                                             {"off", PredictorKind::none},
                                             {"linear", PredictorKind::linear},
                                             {"random", PredictorKind::fixed_random},
                                             {"fixed_random", PredictorKind::fixed_random},
                                             {"mlp", PredictorKind::mlp}};
const Spellings<ObjectiveKind> objectives = {{"entropy", ObjectiveKind::entropy},
                                             {"come", ObjectiveKind::come},
                                             {"pseudo_label", ObjectiveKind::pseudo_label},
                                             {"slr", ObjectiveKind::soft_likelihood_ratio},
                                             {"soft_likelihood_ratio", ObjectiveKind::soft_likelihood_ratio},
                                             {"negative_squared", ObjectiveKind::negative_squared}};

template <typename Kind>
void read(const Json& trace, const char* key, const Spellings<Kind>& spellings, Kind& kind) {
    if (!trace.contains(key))
        return;
    const Json& value = trace[key];
    const std::string name = value.is_string() ? value.get<std::string>()
                             : value == false  ? std::string("none")
                                               : value.dump();
    const auto found = spellings.find(name);
    if (found == spellings.end())
        throw UnknownTrace(std::string(key) + " \"" + name + "\"");
    kind = found->second;
}

/// "zerosiam_eata", "eata_zerosiam" and "eata+zerosiam" are one method; so are "come" and "tent_come".
Recipe recipe_named(const std::string& method) {
    std::string id = method;
    std::replace(id.begin(), id.end(), '+', '_');
    const auto cut = id.find('_');
    const std::string swapped = cut == std::string::npos ? id : id.substr(cut + 1) + "_" + id.substr(0, cut);
    for (const NamedRecipe& row : named_recipes())
        if (row.id == id || row.id == swapped || "tent_" + row.id == id)
            return row.recipe;
    throw UnknownTrace("method \"" + method + "\"");
}

/// The recipe of a trace: the method's row with the trace's rates, margins and switches.
Recipe recipe_of(const Json& trace) {
    static const std::set<std::string> described = {"norm",
                                                    "steps",
                                                    "resets_after_step",
                                                    "selected_per_step",
                                                    "method",
                                                    "lr",
                                                    "predictor_lr",
                                                    "momentum",
                                                    "alpha",
                                                    "divergence",
                                                    "predictor",
                                                    "objective",
                                                    "stop_gradient",
                                                    "margin",
                                                    "deyo_margin",
                                                    "d_margin",
                                                    "plpd_threshold",
                                                    "fisher_alpha",
                                                    "rho",
                                                    "reset_threshold"};
    for (const auto& [key, value] : trace.items())
        if (!described.contains(key))
            throw UnknownTrace("switch \"" + key + "\"");
    Recipe recipe = recipe_named(trace.at("method").get<std::string>());
    recipe.reference_quirks = true;
    recipe.optimiser.rate = trace.at("lr").get<double>();
    recipe.optimiser.predictor_rate = trace.value("predictor_lr", recipe.optimiser.rate);
    recipe.optimiser.momentum = trace.value("momentum", recipe.optimiser.momentum);
    recipe.optimiser.rho = trace.value("rho", recipe.optimiser.rho);
    recipe.alignment.alpha = trace.value("alpha", recipe.alignment.alpha);
    recipe.alignment.stop_gradient = trace.value("stop_gradient", recipe.alignment.stop_gradient);
    read(trace, "divergence", divergences, recipe.alignment.divergence);
    read(trace, "predictor", predictors, recipe.alignment.predictor);
    read(trace, "objective", objectives, recipe.objective);
    recipe.selection.weight_margin = trace.value("margin", recipe.selection.weight_margin);
    recipe.selection.margin = trace.value("deyo_margin", trace.value("margin", recipe.selection.margin));
    recipe.selection.redundancy_margin = trace.value("d_margin", recipe.selection.redundancy_margin);
    recipe.selection.plpd_threshold = trace.value("plpd_threshold", recipe.selection.plpd_threshold);
    recipe.regulariser.fisher_alpha = trace.value("fisher_alpha", recipe.regulariser.fisher_alpha);
    recipe.recovery.threshold = trace.value("reset_threshold", recipe.recovery.threshold);
    return recipe;
}

Adapter adapter_for(const Json& trace, const StateDict& inputs, const at::TensorOptions& doubles) {
    const bool batch_norm = trace.at("norm") == "batchnorm";
    auto net = make_small_convnet({batch_norm ? NormKind::batch : NormKind::group, 4, 1e-5}, doubles);
    StateDict weights;
    for (const auto& entry : net->parameters().entries())
        weights[entry.name] = entry.buffer ? entry.value : inputs.at(entry.name);
    net->parameters().load(weights, "golden inputs");
    Adapter adapter(std::move(net), recipe_of(trace), 0);
    if (adapter.recipe().regulariser.fisher_alpha > 0) {
        std::vector<at::Tensor> batches;
        for (int i = 0; inputs.contains("fisher_input." + std::to_string(i)); ++i)
            batches.push_back(inputs.at("fisher_input." + std::to_string(i)).to(doubles));
        adapter.estimate_fisher(batches);
    }
    return adapter;
}

/// A predictor that does not start as the identity: a fixed random one is what the trace shows after its
/// first step; a two-layer one is among the inputs, its matrices [D,D] in the order of their names.
void start_predictor(Adapter& adapter, const StateDict& inputs, const StateDict& expected) {
    const PredictorKind kind = adapter.recipe().alignment.predictor;
    const auto drawn = expected.find("step0.predictor");
    if (kind == PredictorKind::fixed_random && drawn != expected.end())
        adapter.predictor().matrix(kind).copy_(drawn->second);
    if (kind != PredictorKind::mlp)
        return;
    std::vector<at::Tensor> given;
    for (const auto& [name, value] : inputs)
        if (name.starts_with("predictor") && value.dim() == 2)
            given.push_back(value);
    AdapterState state = adapter.state();
    if (given.size() != 2)
        throw UnknownTrace("predictor \"mlp\" without two matrices named predictor... among the inputs");
    state.at("alignment/predictor.mlp.0") = given[0];
    state.at("alignment/predictor.mlp.1") = given[1];
    adapter.restore(state);
}

void replay(const Json& trace, const StateDict& inputs, const StateDict& expected, const c10::Device& device,
            ParityResult& result) {
    const at::TensorOptions doubles = at::TensorOptions(at::kDouble).device(device);
    Adapter adapter = adapter_for(trace, inputs, doubles);
    start_predictor(adapter, inputs, expected);
    Comparison comparison(result, expected, ShapeRule::counted);
    std::vector<int> resets, kept;
    const int steps = trace.at("steps").get<int>();
    for (int i = 0; i < steps; ++i) {
        const std::string number = "step" + std::to_string(i), prefix = number + ".";
        const auto order = inputs.find("patch_permutation." + number);
        const StepResult step =
            adapter.step(inputs.at("input." + number).to(doubles),
                         order == inputs.end() ? at::Tensor() : order->second.to(at::kLong));
        comparison.check(prefix + "logits", step.logits);
        comparison.check(prefix + "loss", step.loss);
        comparison.check(prefix + "selected", step.selected);
        comparison.check(prefix + "logit_norm", step.logits.norm(2, 1).mean());
        comparison.check(prefix + "center_dominance",
                         step.logits.mean(0).norm() / step.logits.norm(2, 1).mean());
        comparison.check(prefix + "entropy", entropy_of(step.logits).mean());
        const at::Tensor predictor = adapter.predictor().matrix(adapter.recipe().alignment.predictor);
        if (predictor.defined())
            comparison.check(prefix + "predictor", predictor);
        comparison.check(prefix + "predictor_distance", step.distance);
        if (step.reset.item<double>() > 0)
            resets.push_back(i);
        kept.push_back(step.kept.item<int>());
    }
    for (const auto& [name, value] : adapter.trained_norms())
        comparison.check("final." + name, value);
    for (const auto& [name, value] : adapter.fisher())
        comparison.check("fisher." + name, value);
    comparison.expect_all_compared();
    if (resets != trace.value("resets_after_step", std::vector<int>{}))
        result.note = "resets at other steps";
    if (trace.contains("selected_per_step") && kept != trace["selected_per_step"].get<std::vector<int>>())
        result.note = "other numbers of samples kept";
    if (!result.note.empty())
        result.largest_error = INFINITY;
}

} // namespace

std::vector<ParityResult> replay_adaptation_traces(const std::string& directory, const c10::Device& device) {
    std::ifstream file(directory + "/index.json");
    const Json index = Json::parse(file, nullptr, false);
    if (!index.is_object())
        throw std::runtime_error(directory + "/index.json: expected a JSON object with one entry per trace");
    std::vector<ParityResult> results;
    for (const auto& [name, described] : index.items())
        results.push_back(result_of(name, [&, &file = name, &trace = described](ParityResult& r) {
            const auto norm = trace.at("norm").get<std::string>();
            const StateDict inputs = read_safetensors(directory + "/" + norm + "_inputs.safetensors").tensors;
            replay(trace, inputs, read_safetensors(directory + "/" + file + ".safetensors").tensors, device,
                   r);
        }));
    return results;
}

} // namespace lab
