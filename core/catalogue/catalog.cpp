#include "core/catalogue/catalog.h"

#include "core/recipe/recipe.h"
#include "core/spec/corruption_kind.h"
#include "core/spec/known_data.h"

namespace lab {

namespace {

std::string group_of(CorruptionKind kind) {
    switch (kind) {
    case CorruptionKind::none:
        return "None";
    case CorruptionKind::gaussian_noise:
    case CorruptionKind::shot_noise:
    case CorruptionKind::impulse_noise:
    case CorruptionKind::speckle_noise:
        return "Noise";
    case CorruptionKind::defocus_blur:
    case CorruptionKind::glass_blur:
    case CorruptionKind::motion_blur:
    case CorruptionKind::zoom_blur:
    case CorruptionKind::gaussian_blur:
        return "Blur";
    case CorruptionKind::snow:
    case CorruptionKind::frost:
    case CorruptionKind::fog:
    case CorruptionKind::brightness:
    case CorruptionKind::spatter:
        return "Weather";
    default:
        return "Digital";
    }
}

Choice choice_of(CorruptionKind kind, const std::string& tip) {
    return {to_string(kind), title(kind), tip, group_of(kind)};
}

} // namespace

std::vector<Choice> data_choices() {
    std::vector<Choice> all;
    for (const KnownData& data : known_data())
        all.push_back({data.id, data.title, data.tip, data.group});
    return all;
}

std::vector<Choice> model_choices() {
    const std::string grey = "Trained on Fashion-MNIST", colour = "Trained on CIFAR-10";
    return {{"resnet-gn", "ResNet-14, GroupNorm",
             "Does not look at other pictures of the batch: the lab's default", grey},
            {"resnet-bn", "ResNet-14, BatchNorm",
             "Normalises with the batch itself: suffers from skewed batches", grey},
            {"vit", "Vision transformer, LayerNorm", "Patches of 4×4 pixels, four blocks", grey},
            {"cifar-resnet-gn", "Wide ResNet, GroupNorm", "Of twice the default's width", colour},
            {"cifar-vit", "Vision transformer of 6 blocks", "Patches of 4×4 pixels, LayerNorm", colour}};
}

std::string data_for(const std::string& model) {
    for (const Choice& choice : model_choices())
        if (choice.id == model)
            return model.starts_with("cifar-") ? "cifar-10" : "fashion-mnist";
    return {};
}

std::string model_for(const std::string& data, const std::string& model) {
    const std::string trained_on = data_for(model);
    const bool colour = data == "cifar-10" || data == "cifar-10-c";
    if (trained_on.empty() || (!colour && data != "fashion-mnist") || (trained_on == "cifar-10") == colour)
        return model;
    return std::string(colour ? "cifar-" : "") + (model.ends_with("vit") ? "vit" : "resnet-gn");
}

std::vector<Choice> corruption_choices() {
    std::vector<Choice> all = {choice_of(CorruptionKind::none, "The pictures as they are")};
    for (const CorruptionKind kind : standard_corruptions())
        all.push_back(choice_of(kind, "One of the 15 standard corruptions of ImageNet-C"));
    for (const CorruptionKind kind : extra_corruptions())
        all.push_back(choice_of(kind, "One of the 4 extra corruptions of ImageNet-C"));
    return all;
}

std::vector<Choice> scenario_choices() {
    return {
        {"label_shift", "Label shift", "One class after the other: the hard case in which Tent collapses",
         ""},
        {"mild", "Mild (shuffled)", "Classes evenly mixed, one corruption", ""},
        {"mixed", "Mixed shifts", "The 15 standard corruptions shuffled into one stream", ""},
        {"continual", "Continual", "One corruption after the other", ""},
        {"noise_first", "Noise first", "Batches of pure Gaussian noise, then the stream", ""},
        {"blind_spot", "Blind spot", "Adapts only on what the model gets wrong, then scores everything", ""},
        {"ramp", "Severity ramp", "Severity 1 up to 5 and down again", ""},
        {"custom", "Own schedule", "The list of segments in the specification", ""}};
}

std::vector<Choice> method_choices() {
    std::vector<Choice> all;
    for (const NamedRecipe& row : named_recipes())
        all.push_back({row.id, row.title, row.summary, ""});
    return all;
}

std::vector<Choice> processor_choices() {
    return {{"auto", "Automatic", "The first CUDA device, or else the CPU", ""},
            {"cpu", "CPU", "The processor, all cores", ""}};
}

} // namespace lab
