#include "app/cli/commands.h"
#include "app/cli/model_options.h"
#include "app/cli/options.h"
#include "app/cli/process_usage.h"

#include "core/adapt/adapter.h"
#include "core/base/atomic_file.h"
#include "core/base/elapsed.h"
#include "core/base/json_values.h"
#include "core/base/text.h"
#include "core/recipe/default_rates.h"
#include "core/run/model_source.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/GradMode.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>

namespace lab::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Arguments {
    std::string file, save;
    ModelOptions told;
    int batch_size = 64;
    int threads = 1;
    bool json = false, forward = false;
};

double seconds_of(const std::function<void()>& action) {
    const auto start = std::chrono::steady_clock::now();
    action();
    return seconds_since(start);
}

/// Of the model's norm layers those that a method trains.
std::int64_t trained_layers(const Adapter& adapter) {
    const auto norms = adapter.classifier().norms();
    return std::count_if(norms.begin(), norms.end(), [&](const Norm* norm) {
        return adapter.trained_norms().contains(norm->name + ".weight");
    });
}

/// What each method does with this model: rates, and how many norm layers it trains.
Json methods_of(Model model, int batch_size) {
    const ModelCard card = model.card;
    Adapter adapter(std::move(model.classifier), {}, 0);
    Json methods = Json::array();
    for (const NamedRecipe& row : named_recipes()) {
        const Recipe recipe = recipe_for(row.id, card.rates, batch_size, card.shape.classes);
        adapter.set_recipe(recipe);
        const bool predicts = recipe.alignment.predictor != PredictorKind::none;
        methods.push_back({{"method", row.id},
                           {"norm_layers", recipe.adapts ? trained_layers(adapter) : 0},
                           {"rate", recipe.adapts ? recipe.optimiser.rate : 0.0},
                           {"predictor_rate", predicts ? recipe.optimiser.predictor_rate : 0.0},
                           {"left_alone", recipe.frozen_prefixes}});
    }
    return methods;
}

Json described(const Arguments& a) {
    const double before = peak_mebibytes();
    Model model;
    const double load_seconds =
        seconds_of([&] { model = open_model(a.file, at::TensorOptions(at::kFloat), a.told); });
    const ModelCard& card = model.card;
    const double loaded = peak_mebibytes();
    Json json = {{"file", shown(model_path(a.file))},
                 {"title", card.title},
                 {"family", card.family},
                 {"parameters", card.parameters},
                 {"norm_layers", card.norm_layers},
                 {"features", model.classifier->feature_count()},
                 {"constants_from", card.constants_from},
                 {"model_hash", card.model_hash},
                 {"load_seconds", load_seconds},
                 {"peak_mib_before", before},
                 {"peak_mib_loaded", loaded}};
    json.update(Json::parse(card_json(card)));
    json["notices"] = Json::array();
    for (const Notice& notice : card.notices)
        json["notices"].push_back({{"subject", name_of(notice.subject)},
                                   {"warning", notice.warning},
                                   {"text", notice.text},
                                   {"option", notice.option},
                                   {"sentence", sentence_of(notice)}});
    if (a.forward) {
        const c10::NoGradGuard no_grad;
        const ModelShape& shape = card.shape;
        const at::Tensor x = at::zeros({1, shape.channels, shape.image_size, shape.image_size});
        json["forward_seconds"] = seconds_of([&] { model.classifier->head(model.classifier->features(x)); });
        json["peak_mib_forward"] = peak_mebibytes();
    }
    if (!a.save.empty())
        save_model(a.save, card, *model.classifier);
    const std::string origin(origin_of_rates(card.rates));
    json["rates_from"] = card.rates == card.architecture ? origin : "those of " + card.rates + ", " + origin;
    json["batch_size"] = a.batch_size;
    json["methods"] = methods_of(std::move(model), a.batch_size);
    return json;
}

std::string joined(const Json& values, std::size_t most) {
    std::string text;
    for (std::size_t i = 0; i < values.size() && i < most; ++i)
        text +=
            (i == 0 ? "" : ", ") + (values[i].is_string() ? values[i].get<std::string>() : values[i].dump());
    return text + (values.size() > most ? ", …" : "");
}

void line(const char* label, const std::string& text) {
    std::printf("%-16s %s\n", label, text.c_str());
}

std::string fixed(double value, int digits) {
    char text[40];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

void print_card(const Json& j) {
    const auto text = [&](const char* key) { return j.at(key).get<std::string>(); };
    const auto number = [&](const char* key) { return j.at(key).get<double>(); };
    line("File", text("file"));
    line("Architecture", text("title") + " (" + text("architecture") + ")");
    line("Parameters", j["parameters"].dump());
    line("Norm layers", j["norm_layers"].dump());
    line("Feature", j["features"].dump() + " values");
    line("Input", j["channels"].dump() + "×" + j["image_size"].dump() + "×" + j["image_size"].dump() +
                      ", cut from " + j["crop"].dump() + " of the resized picture, " + text("interpolation"));
    line("Normalisation", "mean " + joined(j["mean"], 3) + "; standard deviation " + joined(j["std"], 3));
    line("Constants", "from " + text("constants_from"));
    line("Classes", std::to_string(j["class_names"].size()) + ": " + joined(j["class_names"], 5));
    if (!text("data").empty())
        line("Trained on", text("data"));
    if (number("clean_accuracy") >= 0)
        line("Clean accuracy", fixed(100 * number("clean_accuracy"), 2) + " %");
    line("Loaded in", fixed(number("load_seconds"), 3) + " s; peak memory " +
                          fixed(number("peak_mib_loaded"), 0) + " MiB (" +
                          fixed(number("peak_mib_before"), 0) + " MiB before)");
    if (j.contains("forward_seconds"))
        line("One picture in", fixed(number("forward_seconds"), 3) + " s; peak memory " +
                                   fixed(number("peak_mib_forward"), 0) + " MiB");
    for (const Json& notice : j["notices"])
        line("To know", notice["sentence"].get<std::string>());
    line("Rates", text("rates_from"));
    std::printf("\nAdapted at batch size %d:\n%-16s %11s %11s %15s  %s\n", j["batch_size"].get<int>(),
                "method", "norm layers", "norm rate", "predictor rate", "left alone");
    for (const Json& row : j["methods"])
        std::printf("%-16s %11s %11.3g %15.3g  %s\n", row["method"].get<std::string>().c_str(),
                    row["norm_layers"].dump().c_str(), row["rate"].get<double>(),
                    row["predictor_rate"].get<double>(), joined(row["left_alone"], 8).c_str());
}

/// Before anything is read: the file to write must not be the one that is read.
void expect_savable(const Arguments& a) {
    if (a.save.empty())
        return;
    std::error_code fault;
    if (std::filesystem::equivalent(a.save, model_path(a.file), fault))
        throw std::runtime_error("--save: expected another file than the one that is read, found " +
                                 shown(a.save));
    if (!a.save.ends_with(".safetensors"))
        throw std::runtime_error("--save: expected a name that ends in .safetensors, found \"" +
                                 shown(a.save) + "\"");
    expect_writable_file(a.save);
}

void run_model(const Arguments& a) {
    expect_savable(a);
    at::set_num_threads(a.threads);
    const Json json = described(a);
    if (a.json)
        std::printf("%s\n", dumped(json, 2).c_str());
    else
        print_card(json);
}

} // namespace

void add_model_command(CLI::App& app) {
    auto a = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand(
        "model", "The card of a model or weight file: architecture, normalisation, what will be adapted");
    command
        ->add_option("file", a->file,
                     "Shipped model, weight file (.safetensors, .pth, .pt, .ckpt …) or folder with one")
        ->required();
    command->add_flag("--json", a->json, "Machine-readable");
    command->add_option("--batch", a->batch_size, "Batch size that the rates are for")
        ->check(CLI::Range(1, 4096))
        ->capture_default_str();
    command->add_flag("--forward", a->forward, "Also time one black picture and tell the memory after it");
    command->add_option("--threads", a->threads, "Threads of the arithmetic")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    add_model_options(*command, a->told);
    add_path(command, "--save", a->save,
             "Write the weights with this card as a .safetensors file of our own");
    command->callback([a] { run_model(*a); });
}

} // namespace lab::cli
