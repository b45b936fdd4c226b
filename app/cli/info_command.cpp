#include "app/cli/commands.h"

#include "core/base/resources.h"
#include "core/catalogue/catalog.h"
#include "core/dataset/data_places.h"
#include "core/recipe/recipe_fields.h"
#include "core/run/machine.h"

#include <cstdio>
#include <memory>
#include <stdexcept>

namespace lab::cli {

namespace {

void print_choices(const char* heading, const std::vector<Choice>& choices) {
    std::printf("\n%s\n", heading);
    for (const Choice& choice : choices)
        std::printf("  %-18s %s\n", choice.id.c_str(), choice.title.c_str());
}

void print_info() {
    for (const auto& [name, value] : build_information())
        std::printf("%-20s %s\n", name.c_str(), value.c_str());
    for (const KnownData& data : known_data()) {
        if (data.own)
            continue;
        try {
            std::printf("%-20s %s\n", data.title.c_str(), require_data(data.id).c_str());
        } catch (const std::runtime_error& fault) {
            std::printf("%-20s not found: %s\n", data.title.c_str(), fault.what());
        }
    }
    for (const Choice& model : model_choices()) {
        try {
            std::printf("%-20s %s\n", model.id.c_str(),
                        resource_path("models/" + model.id + ".safetensors").c_str());
        } catch (const std::runtime_error& fault) {
            std::printf("%-20s %s\n", model.id.c_str(), fault.what());
        }
    }
    print_choices("Presets", preset_choices());
    print_choices("Methods", method_choices());
    print_choices("Scenarios", scenario_choices());
    print_choices("Corruptions", corruption_choices());
    print_choices("Devices", device_choices());
}

} // namespace

void add_info_command(CLI::App& app) {
    const auto fields = std::make_shared<bool>(false);
    CLI::App* command =
        app.add_subcommand("info", "Versions, device, threads, data found, and all names that can be chosen");
    command->add_flag("--fields", *fields,
                      "Instead, what can be set in a recipe, lanes[N].recipe.FIELD, as a table in Markdown");
    command->callback([fields] {
        if (*fields)
            std::fputs(recipe_fields_page().c_str(), stdout);
        else
            print_info();
    });
}

} // namespace lab::cli
