#include "app/cli/commands.h"

#include "core/base/resources.h"
#include "core/catalogue/catalog.h"
#include "core/dataset/data_places.h"
#include "core/run/machine.h"

#include <cstdio>
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
    app.add_subcommand("info", "Versions, device, threads, data found, and all names that can be chosen")
        ->callback(print_info);
}

} // namespace lab::cli
