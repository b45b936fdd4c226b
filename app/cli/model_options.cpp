#include "app/cli/model_options.h"

#include <cstdio>

namespace lab::cli {

namespace {

constexpr const char* group = "What a model's weights do not tell";

std::string text_of(const std::string& value) {
    return value;
}
std::string text_of(int value) {
    return std::to_string(value);
}
std::string text_of(double value) {
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.17g", value);
    return digits;
}
std::string text_of(const std::vector<double>& values) {
    std::string list;
    for (const double value : values)
        list += (list.empty() ? "[" : ",") + text_of(value);
    return list + "]";
}

} // namespace

void add_model_options(CLI::App& command, ModelOptions& options) {
    command
        .add_option("--norm", options.norm,
                    "Norm layers of a ResNet without running statistics: group or batch")
        ->check(CLI::IsMember({"group", "batch"}))
        ->group(group);
    command.add_option("--groups", options.groups, "Groups of GroupNorm")
        ->check(CLI::Range(1, 4096))
        ->group(group);
    command.add_option("--heads", options.heads, "Heads of a ViT's attention")
        ->check(CLI::Range(1, 4096))
        ->group(group);
    command
        .add_option(
            "--stem", options.stem,
            "How a ResNet's stem shrinks pictures: imagenet (stride 2, max pooling), cifar (neither), "
            "strided or pooled (one of them)")
        ->check(CLI::IsMember({"imagenet", "cifar", "strided", "pooled"}))
        ->group(group);
    command.add_option("--size", options.image_size, "Side of the square input, pixels")
        ->check(CLI::Range(8, 1024))
        ->group(group);
    command
        .add_option_function<std::vector<double>>(
            "--mean", [&options](const std::vector<double>& values) { options.mean = values; },
            "Mean of the normalisation, for all channels or one per channel, of pixels scaled to [0, 1]")
        ->delimiter(',')
        ->group(group);
    command
        .add_option_function<std::vector<double>>(
            "--std", [&options](const std::vector<double>& values) { options.std = values; },
            "Likewise: standard deviation")
        ->delimiter(',')
        ->group(group);
    command
        .add_option("--crop", options.crop, "Share of the resized picture's side that is cut out, 0.1 to 1")
        ->group(group);
    command.add_option("--interpolation", options.interpolation, "Of the resizing: bilinear or bicubic")
        ->group(group);
    command.add_option("--labels", options.labels, "File with the class names, one a line")->group(group);
    command.add_option("--weights", options.weights, "Which weights, where a file holds several sets")
        ->group(group);
}

std::vector<std::string> assignments_of(const ModelOptions& options) {
    std::vector<std::string> all;
    const auto add = [&](const char* field, const auto& value) {
        if (value)
            all.push_back(std::string("model_options.") + field + "=" + text_of(*value));
    };
    add("norm", options.norm);
    add("groups", options.groups);
    add("heads", options.heads);
    add("stem", options.stem);
    add("image_size", options.image_size);
    add("mean", options.mean);
    add("std", options.std);
    add("crop", options.crop);
    add("interpolation", options.interpolation);
    add("labels", options.labels);
    add("weights", options.weights);
    return all;
}

} // namespace lab::cli
