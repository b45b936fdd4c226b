// language_bench SHAPE [QUESTIONS] [TOKENS] [METHOD...]: seconds and memory of a language model of a
// published shape with random weights, in single precision on the CPU.
#include "core/adapt/language_adapter.h"
#include "core/model/language/decoder_config.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <c10/core/GradMode.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>

namespace {

using namespace lab;
using nlohmann::json;

json shape(const char* type, int layers, int width, int heads, int key_heads, int inner, int vocabulary,
           double theta) {
    return {{"model_type", type},
            {"num_hidden_layers", layers},
            {"hidden_size", width},
            {"num_attention_heads", heads},
            {"num_key_value_heads", key_heads},
            {"intermediate_size", inner},
            {"vocab_size", vocabulary},
            {"rope_theta", theta},
            {"rms_norm_eps", 1e-5},
            {"max_position_embeddings", 8192},
            {"tie_word_embeddings", true},
            {"eos_token_id", 2}};
}

const std::map<std::string, json>& shapes() {
    static const std::map<std::string, json> all = {
        {"smollm2-135m", shape("llama", 30, 576, 9, 3, 1536, 49152, 1e5)},
        {"qwen2.5-0.5b", shape("qwen2", 24, 896, 14, 2, 4864, 151936, 1e6)},
        {"llama-3.2-1b", shape("llama", 16, 2048, 32, 8, 8192, 128256, 5e5)}};
    return all;
}

std::unique_ptr<Decoder> random_decoder(const json& config) {
    const c10::NoGradGuard no_grad;
    const LeaveUninitialised at_once;
    auto model = std::make_unique<Decoder>(decoder_config_from(config.dump(), "", "bench"), true,
                                           at::TensorOptions(at::kFloat), at::kFloat);
    const auto generator = at::detail::createCPUGenerator(1);
    for (const auto& entry : model->parameters().entries()) {
        at::Tensor value = entry.value;
        if (value.dim() == 1)
            value.fill_(entry.role == TensorRole::norm_weight ? 1.0 : 0.0);
        else
            value.normal_(0.0, 1 / std::sqrt(static_cast<double>(value.size(1))), generator);
    }
    return model;
}

double megabytes(const std::string& field) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(field + ":"))
            return std::stod(line.substr(field.size() + 1)) / 1024;
    return 0;
}

double seconds_of(const auto& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

int main(int argc, char** argv) {
    const std::string name = argc > 1 ? argv[1] : "smollm2-135m";
    const std::int64_t count = argc > 2 ? std::stoll(argv[2]) : 8, most = argc > 3 ? std::stoll(argv[3]) : 32;
    std::vector<std::string> methods(argv + std::min(argc, 4), argv + argc);
    if (methods.empty())
        methods = {"tent", "zerosiam", "zerosiam_lora"};
    auto model = random_decoder(shapes().at(name));
    std::printf("%s: %.1f M weights, %.0f MB in use\n", name.c_str(),
                static_cast<double>(model->parameters().count()) / 1e6, megabytes("VmRSS"));
    std::vector<TokenIds> questions;
    for (std::int64_t i = 0; i < count; ++i)
        questions.push_back(TokenIds(48, 1000 + i));
    Decoding decoding;
    decoding.most_tokens = most;
    for (const std::int64_t batch : {std::int64_t{1}, count}) {
        const std::vector<TokenIds> some(questions.begin(), questions.begin() + batch);
        std::int64_t tokens = 0;
        const double seconds = seconds_of([&] {
            for (const std::int64_t length : answers_to(*model, some, decoding).lengths)
                tokens += length;
        });
        std::printf("decoding, %lld at once: %.1f tokens/s\n", static_cast<long long>(batch),
                    static_cast<double>(tokens) / seconds);
    }
    model.reset();
    for (const std::string& method : methods) {
        LanguageAdapter adapter(random_decoder(shapes().at(name)), language_recipe(method).recipe, 0);
        adapter.step(questions, decoding);
        std::ofstream("/proc/self/clear_refs") << "5";
        const double before = megabytes("VmRSS");
        QuestionStep step;
        const double seconds = seconds_of([&] { step = adapter.step(questions, decoding); });
        const StepTimes& t = step.result.times;
        std::printf(
            "%-14s %7.2f s a step of %lld questions and %lld rows: forward %.2f, backward %.2f, update "
            "%.2f; %.0f MB beyond the weights\n",
            method.c_str(), seconds, static_cast<long long>(count),
            static_cast<long long>(step.rows.places.size(0)), t.forward / 1e3, t.backward / 1e3,
            t.update / 1e3, megabytes("VmHWM") - before);
        std::fflush(stdout);
    }
    return 0;
}
