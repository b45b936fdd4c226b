#include "app/cli/model_options.h"

namespace lab::cli {

namespace {

constexpr const char* group = "What a model's weights do not tell";

template <class T>
void take(std::optional<T>& into, const std::optional<T>& from) {
    if (from)
        into = from;
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

ModelOptions merged(ModelOptions base, const ModelOptions& over) {
    take(base.norm, over.norm);
    take(base.groups, over.groups);
    take(base.heads, over.heads);
    take(base.image_size, over.image_size);
    take(base.mean, over.mean);
    take(base.std, over.std);
    take(base.crop, over.crop);
    take(base.interpolation, over.interpolation);
    take(base.labels, over.labels);
    take(base.weights, over.weights);
    return base;
}

} // namespace lab::cli
