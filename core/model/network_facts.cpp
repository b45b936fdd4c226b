#include "core/model/network_facts.h"

#include "core/base/text.h"
#include "core/model/hub_config.h"

#include <ATen/core/Tensor.h>

#include <algorithm>
#include <stdexcept>

namespace lab {

namespace {

std::string family_of(const StateDict& tensors) {
    if (tensors.contains("layer1.0.conv1.weight"))
        return "resnet";
    if (tensors.contains("cls_token"))
        return "vit";
    if (tensors.contains("stages.0.blocks.0.conv_dw.weight"))
        return "convnext";
    return tensors.contains("layers.0.blocks.0.attn.relative_position_bias_table") ? "swin" : "";
}

const char* title_of(NormKind kind) {
    return kind == NormKind::batch ? "BatchNorm" : "GroupNorm";
}

class Sources {
  public:
    Sources(const ChosenNetwork& network, const ModelFacts& facts, const ModelOptions& options,
            const std::string& source)
        : network_(network), facts_(facts), options_(options), source_(source),
          family_(family_of(network.tensors)) {}

    void expect_family() const {
        if (!family_.empty() && !facts_.family.empty() && facts_.family != family_)
            refuse(facts_.source + " tells of the family \"" + facts_.family +
                   "\", the tensors are those of \"" + family_ + "\"");
        if (options_.heads && family_ != "vit")
            refuse("--heads does nothing for this network: only a ViT's heads do not show in its weights");
        if (options_.groups && family_ != "resnet")
            refuse("--groups does nothing for this network, which is no ResNet");
        if (options_.norm && family_ != "resnet")
            refuse("--norm does nothing for this network, which is no ResNet");
        if (options_.stem && family_ != "resnet")
            refuse("--stem does nothing for this network, which is no ResNet");
    }

    std::optional<NormKind> norm() const {
        const std::string evidence = batch_norm_evidence();
        std::optional<NormKind> told;
        if (options_.norm) {
            if (*options_.norm != "group" && *options_.norm != "batch")
                refuse("--norm: expected group or batch, found \"" + shown(*options_.norm) + "\"");
            told = *options_.norm == "batch" ? NormKind::batch : NormKind::group;
            if (facts_.norm && facts_.norm != told)
                refuse("--norm " + *options_.norm + ": " + facts_.source + " tells of " +
                       title_of(*facts_.norm));
        }
        for (const auto& [kind, who] :
             {std::pair{told, std::string("--norm group")}, {facts_.norm, facts_.source}})
            if (kind == NormKind::group && !evidence.empty())
                refuse(who + " tells of GroupNorm, but the file holds " + evidence +
                       ", which only BatchNorm has");
        if (!evidence.empty())
            return NormKind::batch;
        return facts_.norm ? facts_.norm : told;
    }

    std::optional<int> groups(const std::optional<NormKind>& norm) const {
        if (options_.groups && norm == NormKind::batch)
            refuse("--groups does nothing for this network, whose norm layers are BatchNorm");
        return agreed(options_.groups, facts_.groups, "--groups");
    }

    std::optional<ResNetConfig::StemSteps> stem() const {
        if (!options_.stem)
            return facts_.stem;
        ResNetConfig::StemSteps told{};
        try {
            told = stem_steps_named(*options_.stem);
        } catch (const std::invalid_argument& fault) {
            refuse(std::string("--stem: ") + fault.what());
        }
        const auto kernel = network_.tensors.find("conv1.weight");
        const bool large =
            kernel != network_.tensors.end() && kernel->second.dim() == 4 && kernel->second.size(2) == 7;
        const auto size = large ? ResNetConfig::Stem::large : ResNetConfig::Stem::small;
        if (facts_.stem && shortest_name(*facts_.stem, size) != shortest_name(told, size))
            refuse("--stem " + *options_.stem + ": " + facts_.source + " tells of " +
                   (*facts_.stem == ResNetConfig::StemSteps::usual ? large ? "imagenet" : "cifar"
                                                                   : name_of(*facts_.stem)));
        return told;
    }

    std::optional<int> heads(std::vector<Notice>& notices) const {
        std::optional<int> told = facts_.heads;
        const auto patches = network_.tensors.find("patch_embed.proj.weight");
        if (told && facts_.heads_width > 0 && family_ == "vit" && patches != network_.tensors.end() &&
            patches->second.dim() > 0 && patches->second.size(0) != facts_.heads_width) {
            notices.push_back({NoticeSubject::model, true,
                               facts_.source + " names a network of width " +
                                   std::to_string(facts_.heads_width) + ", the tensors are " +
                                   std::to_string(patches->second.size(0)) + " wide",
                               "--heads"});
            told.reset();
        }
        return agreed(options_.heads, told, "--heads");
    }

    std::optional<int> image_size(std::vector<Notice>& notices) const {
        if (family_ != "vit")
            return options_.image_size ? options_.image_size : facts_.image_size;
        const int side = side_of_positions();
        if (options_.image_size && side > 0 && *options_.image_size != side)
            refuse("--size " + std::to_string(*options_.image_size) +
                   ": its positions are those of pictures of " + std::to_string(side) + " pixels a side");
        if (facts_.image_size && side > 0 && *facts_.image_size != side)
            notices.push_back({NoticeSubject::model, true,
                               facts_.source + " tells of pictures of " + std::to_string(*facts_.image_size) +
                                   " pixels a side, the positions of " + std::to_string(side) +
                                   ", which is used",
                               ""});
        return std::nullopt;
    }

  private:
    [[noreturn]] void refuse(const std::string& what) const {
        throw std::runtime_error(source_ + ": " + what);
    }

    std::string batch_norm_evidence() const {
        const bool averages =
            std::any_of(network_.tensors.begin(), network_.tensors.end(), [](const auto& entry) {
                return entry.first.ends_with(".running_mean") || entry.first.ends_with(".running_var");
            });
        if (averages)
            return "running statistics";
        return network_.counts_batches ? "num_batches_tracked" : "";
    }

    std::optional<int> agreed(const std::optional<int>& option, const std::optional<int>& fact,
                              const std::string& name) const {
        for (const std::optional<int>& value : {option, fact})
            if (value && (*value < 1 || *value > 4096))
                refuse((value == option ? name : facts_.source) + ": expected 1 to 4096 " + name.substr(2) +
                       ", found " + std::to_string(*value));
        if (option && fact && *option != *fact)
            refuse(name + " " + std::to_string(*option) + ": " + facts_.source + " tells of " +
                   std::to_string(*fact));
        return option ? option : fact;
    }

    /// Pixels, 0 where the shapes are not those of a ViT.
    int side_of_positions() const {
        const auto positions = network_.tensors.find("pos_embed");
        const auto patches = network_.tensors.find("patch_embed.proj.weight");
        if (positions == network_.tensors.end() || patches == network_.tensors.end() ||
            positions->second.dim() != 3 || patches->second.dim() != 4)
            return 0;
        std::int64_t side = 0;
        while ((side + 1) * (side + 1) < positions->second.size(1))
            ++side;
        return static_cast<int>(std::min<std::int64_t>(side * patches->second.size(2), 100'000));
    }

    const ChosenNetwork& network_;
    const ModelFacts& facts_;
    const ModelOptions& options_;
    const std::string& source_;
    std::string family_;
};

} // namespace

ModelFacts facts_of_card(const ModelCard& card) {
    ModelFacts facts;
    facts.source = "the file";
    if (card.architecture == "resnet_gn" || card.architecture == "resnet_bn")
        facts.norm = card.architecture == "resnet_bn" ? NormKind::batch : NormKind::group;
    if (card.groups > 0)
        facts.groups = card.groups;
    if (card.heads > 0)
        facts.heads = card.heads;
    facts.stem = card.stem.empty() ? ResNetConfig::StemSteps::usual : stem_steps_named(card.stem);
    add_facts_of_name(card.architecture, facts);
    facts.family.clear(); // whether the tensors are those of the card is told with their names
    facts.image_size = card.shape.image_size;
    facts.mean = card.mean;
    facts.std = card.std;
    facts.crop = card.crop;
    facts.interpolation = card.interpolation;
    facts.class_names = card.class_names;
    return facts;
}

NetworkFacts network_facts(const ChosenNetwork& network, const ModelFacts& facts, const ModelOptions& options,
                           const std::string& source, std::vector<Notice>& notices) {
    const Sources sources(network, facts, options, source);
    sources.expect_family();
    NetworkFacts known;
    known.norm = sources.norm();
    known.groups = sources.groups(known.norm);
    known.stem = sources.stem();
    known.heads = sources.heads(notices);
    known.image_size = sources.image_size(notices);
    return known;
}

} // namespace lab
