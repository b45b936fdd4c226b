#include "core/parity/language_parity.h"

#include "core/adapt/language_adapter.h"
#include "core/base/input_file.h"
#include "core/model/hash_weights.h"
#include "core/model/language/decoder_file.h"
#include "core/parity/comparison.h"
#include "core/weights/safetensors.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <filesystem>
#include <functional>
#include <regex>
#include <set>
#include <stdexcept>

namespace lab {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::vector<TokenIds> questions_of(const at::Tensor& tokens, const at::Tensor& mask) {
    std::vector<TokenIds> questions(static_cast<std::size_t>(tokens.size(0)));
    for (std::int64_t i = 0; i < tokens.size(0); ++i)
        for (std::int64_t j = 0; j < tokens.size(1); ++j)
            if (mask[i][j].item<double>() != 0)
                questions[static_cast<std::size_t>(i)].push_back(tokens[i][j].item<std::int64_t>());
    return questions;
}

/// The tokens of answers in the width of the golden ones.
at::Tensor widened(const at::Tensor& tokens, std::int64_t width, std::int64_t padding) {
    at::Tensor wide = at::full({tokens.size(0), width}, padding, at::kLong);
    wide.narrow(1, 0, tokens.size(1)).copy_(tokens);
    return wide;
}

void compare_states(const Decoder& decoder, const StateDict& golden, ParityResult& hidden,
                    ParityResult& logits) {
    const c10::NoGradGuard no_grad;
    const at::Device device = decoder.options().device();
    const at::Tensor mask = golden.at("attention_mask").to(at::kBool);
    const at::Tensor z = decoder.hidden(golden.at("input_ids").to(device), mask.to(device));
    Comparison(hidden, golden, ShapeRule::exact).check("hidden", z, mask);
    Comparison(logits, golden, ShapeRule::exact).check("logits", decoder.head(z), mask);
}

void compare_answers(const Decoder& decoder, const StateDict& golden, ParityResult& result) {
    const at::Tensor& expected = golden.at("greedy.answer");
    Decoding greedy;
    greedy.most_tokens = expected.size(1);
    const Answers answers = answers_to(
        decoder, questions_of(golden.at("greedy.prompt"), golden.at("greedy.prompt_mask")), greedy);
    const bool same =
        at::equal(widened(answers.tokens, expected.size(1), decoder.config().padding), expected);
    result.worst = "greedy.answer";
    result.largest_error = same ? 0 : INFINITY;
}

LoraShape lora_of(const std::string& text) {
    static const std::regex form("lora r([0-9]+) alpha([0-9.]+) ([a-z,]+)");
    std::smatch found;
    if (!std::regex_match(text, found, form))
        throw UnknownTrace("trained \"" + text + "\"");
    LoraShape shape{std::stoi(found[1]), std::stod(found[2]), {}};
    const std::string list = found[3].str();
    for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        shape.targets.push_back(list.substr(begin, end - begin) + "_proj");
        begin = end + 1;
    }
    return shape;
}

/// The recipe of a trace, from the method's switches.
Recipe recipe_of(const Json& trace) {
    static const std::set<std::string> described = {
        "pred", "lora",         "sg",        "alpha",   "obj",   "rows",         "adamw",
        "lr",   "predictor_lr", "optimiser", "trained", "steps", "answer_tokens"};
    for (const auto& [key, value] : trace.items())
        if (!described.contains(key))
            throw UnknownTrace("switch \"" + key + "\"");
    Recipe recipe;
    if (const int objective = trace.value("obj", 0); objective == 1)
        recipe.objective = ObjectiveKind::come;
    else if (objective != 0)
        throw UnknownTrace("obj " + std::to_string(objective));
    recipe.alignment.predictor = trace.value("pred", 0) != 0 ? PredictorKind::linear : PredictorKind::none;
    recipe.alignment.stop_gradient = trace.value("sg", 1) != 0;
    recipe.alignment.alpha = trace.value("alpha", 1.0);
    recipe.optimiser.rate = trace.at("lr").get<double>();
    recipe.optimiser.predictor_rate = trace.value("predictor_lr", 0.0);
    const auto optimiser = trace.at("optimiser").get<std::string>();
    if (optimiser == "adamw")
        recipe.optimiser.kind = OptimiserKind::adamw;
    else if (optimiser.starts_with("sgd "))
        recipe.optimiser.momentum = std::stod(optimiser.substr(4));
    else
        throw UnknownTrace("optimiser \"" + optimiser + "\"");
    if (const auto trained = trace.at("trained").get<std::string>(); trained != "rms gains") {
        recipe.trained.kind = TrainedKind::lora;
        recipe.trained.lora = lora_of(trained);
    }
    if (trace.contains("rows")) {
        recipe.tokens.choice = TokenChoice::first;
        recipe.tokens.count = trace["rows"].get<int>();
    }
    return recipe;
}

/// The traces' own start of the pairs: hash-made, and rounded to single precision.
void start_pairs(const Decoder& decoder) {
    const c10::NoGradGuard no_grad;
    for (const Parameters::Entry& entry : decoder.parameters().entries())
        if (entry.role == TensorRole::lora && entry.name.ends_with(".lora_A.weight")) {
            const double scale = 1.5 * std::sqrt(3.0 / static_cast<double>(entry.value.size(1)));
            const at::Tensor u = hash_tensor(entry.name, entry.value.sizes().vec());
            at::Tensor(entry.value).copy_((u * scale).to(at::kFloat));
        }
}

/// Values [N,…] of rows at their questions and places, [B,A,…]; zero elsewhere.
at::Tensor placed(const at::Tensor& values, const Answers& answers, std::int64_t width) {
    std::vector<std::int64_t> shape = {std::ssize(answers.lengths), width};
    shape.insert(shape.end(), values.sizes().begin() + 1, values.sizes().end());
    at::Tensor all = at::zeros(shape, values.options().device(at::kCPU));
    const at::Tensor here = values.detach().cpu();
    std::int64_t begin = 0;
    for (std::int64_t i = 0; i < shape[0]; ++i) {
        const std::int64_t length = answers.lengths[static_cast<std::size_t>(i)];
        all[i].narrow(0, 0, length).copy_(here.narrow(0, begin, length));
        begin += length;
    }
    return all;
}

void replay(const std::string& folder, const Json& trace, const StateDict& expected,
            const c10::Device& device, ParityResult& result) {
    const Recipe recipe = recipe_of(trace);
    LanguageAdapter adapter(load_decoder(folder, DecoderPrecision::float64, device).decoder, recipe, 0);
    if (recipe.trained.kind == TrainedKind::lora)
        start_pairs(adapter.decoder());
    Comparison comparison(result, expected, ShapeRule::exact);
    Decoding greedy;
    greedy.most_tokens = trace.at("answer_tokens").get<std::int64_t>();
    for (int i = 0; i < trace.at("steps").get<int>(); ++i) {
        const std::string prefix = "step" + std::to_string(i) + ".";
        const QuestionStep step = adapter.step(
            questions_of(expected.at(prefix + "prompt"), expected.at(prefix + "prompt_mask")), greedy);
        comparison.note(prefix + "prompt");
        comparison.note(prefix + "prompt_mask");
        const std::int64_t width = greedy.most_tokens;
        const at::Tensor said = placed(at::ones_like(step.result.selected), step.answers, width);
        comparison.check(prefix + "answer",
                         widened(step.answers.tokens, width, adapter.decoder().config().padding));
        comparison.check(prefix + "rows", placed(step.result.selected, step.answers, width));
        comparison.check(prefix + "logits", placed(step.result.logits, step.answers, width), said);
        comparison.check(prefix + "loss", step.result.loss);
        comparison.check(prefix + "objective", step.result.loss_objective);
        comparison.check(prefix + "divergence", step.result.loss_divergence);
        comparison.check(prefix + "predictor_distance", step.result.distance);
    }
    for (const auto& [name, value] : adapter.adapter().trained_norms())
        comparison.check("final." + name, value);
    comparison.check("final.predictor", adapter.adapter().predictor().matrix(PredictorKind::linear));
    comparison.expect_all_compared();
}

} // namespace

bool is_language_parity(const std::string& folder) {
    std::error_code fault;
    return fs::exists(fs::path(folder) / "config.json", fault) &&
           fs::exists(fs::path(folder) / "golden.safetensors", fault);
}

std::vector<ParityResult> replay_language_parity(const std::string& folder, const c10::Device& device) {
    const fs::path place = fs::path(folder).lexically_normal();
    const std::string name = (place.has_filename() ? place : place.parent_path()).filename().string() + " ";
    const LoadedDecoder model = load_decoder(folder, DecoderPrecision::float64, device);
    const StateDict golden = read_safetensors((place / "golden.safetensors").string()).tensors;
    ParityResult hidden{name + "hidden", true, 0, "", ""};
    std::vector<ParityResult> results;
    const ParityResult logits = result_of(
        name + "logits", [&](ParityResult& r) { compare_states(*model.decoder, golden, hidden, r); });
    if (!logits.note.empty())
        hidden = {name + "hidden", logits.known, logits.largest_error, "", logits.note};
    results = {hidden, logits};
    results.push_back(result_of(name + "greedy answers",
                                [&](ParityResult& r) { compare_answers(*model.decoder, golden, r); }));
    if (!fs::exists(place / "traces.json"))
        return results;
    const Json traces = Json::parse(text_file_content(place / "traces.json"), nullptr, false);
    if (!traces.is_object())
        throw std::runtime_error((place / "traces.json").string() +
                                 ": expected a JSON object with one entry per trace");
    for (const auto& [trace, described] : traces.items())
        results.push_back(result_of(name + trace, [&](ParityResult& r) {
            const std::string file = (place / ("trace_" + trace + ".safetensors")).string();
            replay(folder, described, read_safetensors(file).tensors, device, r);
        }));
    return results;
}

} // namespace lab
