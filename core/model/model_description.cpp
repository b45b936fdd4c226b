#include "core/model/model_description.h"

#include "core/base/text.h"
#include "core/model/hub_config.h"
#include "core/model/network_facts.h"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <sstream>
#include <stdexcept>

namespace lab {

namespace {

std::string listed(const std::vector<double>& values) {
    std::ostringstream out;
    for (std::size_t i = 0; i < values.size(); ++i)
        out << (i == 0 ? "" : ", ") << values[i];
    return out.str();
}

/// Fills a card from the sources in their order, and says what none of them tells.
class Filling {
  public:
    Filling(ModelCard& card, const ModelOptions& options, const ModelFacts& facts,
            const std::optional<StoredNormalisation>& stored, const Preprocessing& family)
        : card_(card), options_(options), facts_(facts), stored_(stored), family_(family) {}

    void normalisation() {
        if (options_.mean) {
            card_.constants_from = "the options";
        } else if (stored_) {
            card_.constants_from = "the model's own tensors" +
                                   (stored_->layer.empty() ? "" : " in \"" + shown(stored_->layer) + "\"");
        } else {
            card_.constants_from = facts_.mean ? facts_.source : "the family's table";
        }
        card_.mean = first_of(options_.mean, stored_ ? std::optional(stored_->mean) : facts_.mean,
                              family_.mean, "mean", "--mean");
        card_.std = first_of(options_.std, stored_ ? std::optional(stored_->std) : facts_.std, family_.std,
                             "standard deviation", "--std");
    }

    void pictures() {
        if (!options_.crop && !facts_.crop)
            assumed("crop " + listed({family_.crop}), "--crop");
        card_.crop = options_.crop.value_or(facts_.crop.value_or(family_.crop));
        if (!options_.interpolation && !facts_.interpolation)
            assumed("interpolation " + family_.interpolation, "--interpolation");
        card_.interpolation =
            options_.interpolation.value_or(facts_.interpolation.value_or(family_.interpolation));
    }

    void class_names(const std::string& path) {
        const int classes = card_.shape.classes;
        const std::string beside = std::filesystem::path(path).replace_extension().string() + ".classes.txt";
        if (options_.labels) {
            card_.class_names = class_list(*options_.labels, classes);
        } else if (!card_.own_card && std::filesystem::exists(beside)) {
            card_.class_names = class_list(beside, classes);
        } else if (facts_.class_names) {
            card_.class_names = *facts_.class_names;
        } else {
            for (int i = 0; i < classes; ++i)
                card_.class_names.push_back("class " + std::to_string(i));
            assumed("class names \"class 0\" to \"class " + std::to_string(classes - 1) + "\"", "--labels");
        }
    }

    void assumed(const std::string& what, const char* option) {
        card_.notices.push_back({NoticeSubject::model, false, what + " assumed: nothing tells it", option});
    }

  private:
    /// One value stands for all channels.
    std::vector<double> per_channel(std::vector<double> values) const {
        if (values.size() == 1)
            values.resize(static_cast<std::size_t>(card_.shape.channels), values.front());
        return values;
    }

    std::vector<double> first_of(const std::optional<std::vector<double>>& told,
                                 const std::optional<std::vector<double>>& found,
                                 const std::vector<double>& family, const std::string& what,
                                 const char* option) {
        if (told || found)
            return per_channel(told ? *told : *found);
        std::vector<double> values = family.empty() ? std::vector<double>{0.5} : family;
        if (card_.shape.channels == 1) // grey networks get the mean of the colours'
            values.assign(1, std::accumulate(values.begin(), values.end(), 0.0) /
                                 static_cast<double>(values.size()));
        values = per_channel(values);
        assumed(what + " " + listed(values), option);
        return values;
    }

    ModelCard& card_;
    const ModelOptions& options_;
    const ModelFacts& facts_;
    const std::optional<StoredNormalisation>& stored_;
    const Preprocessing& family_;
};

void tell_structure(const Recognised& found, const ModelFacts& facts, Filling& filling) {
    if (const auto* resnet = std::get_if<ResNetConfig>(&found.architecture.network)) {
        if (found.norm_assumed)
            filling.assumed(resnet->norm.kind == NormKind::group ? "GroupNorm" : "BatchNorm", "--norm");
        if (found.groups_assumed)
            filling.assumed(std::to_string(resnet->norm.groups) + " groups", "--groups");
        if (found.stem_assumed && facts.family.empty()) // a network's name tells of its stem
            filling.assumed(resnet->stem == ResNetConfig::Stem::large
                                ? "a stem of stride 2 with max pooling, as of every 7×7 stem,"
                                : "a stem of stride 1 without pooling, as of every 3×3 stem,",
                            "--stem");
    }
    if (const auto* vit = std::get_if<VitConfig>(&found.architecture.network);
        vit != nullptr && found.heads_assumed)
        filling.assumed(std::to_string(vit->heads) + " heads", "--heads");
    if (found.size_assumed)
        filling.assumed("input of " + std::to_string(found.shape.image_size) + " pixels a side", "--size");
}

/// A file's own card names a row of the table, or the family for a network of no row.
Recognised structure(const ChosenNetwork& network, const std::optional<ModelCard>& own,
                     const NetworkFacts& known, const std::string& source) {
    const auto family = [&](const Architecture& row) { return row.family == own->architecture; };
    if (!own || std::any_of(architectures().begin(), architectures().end(), family))
        return recognise(shapes_of(network.tensors), source, known);
    Recognised found{architecture(own->architecture), own->shape};
    if (auto* vit = std::get_if<VitConfig>(&found.architecture.network))
        vit->heads = known.heads.value_or(vit->heads);
    if (auto* resnet = std::get_if<ResNetConfig>(&found.architecture.network)) {
        resnet->norm.averages = own->averages;
        resnet->stem_steps = shortest_name(known.stem.value_or(resnet->stem_steps), resnet->stem);
        if (resnet->norm.kind == NormKind::group)
            resnet->norm.groups = known.groups.value_or(resnet->norm.groups);
    }
    found.shape.image_size = known.image_size.value_or(found.shape.image_size);
    return found;
}

void tell_batch_statistics(ModelCard& card) {
    card.notices.push_back({NoticeSubject::model, true,
                            "BatchNorm without running statistics: each batch is normalised with its own, "
                            "also without adaptation, "
                            "so that results depend on the batch",
                            ""});
}

void expect_classes(const ModelFacts& facts, const ModelCard& card, const std::string& source) {
    const auto refuse = [&](const std::string& what, std::size_t told) {
        throw std::runtime_error(source + ": has " + std::to_string(card.shape.classes) + " classes, " +
                                 facts.source + " tells of " + std::to_string(told) + what);
    };
    if (facts.classes && *facts.classes != card.shape.classes)
        refuse(" classes", static_cast<std::size_t>(*facts.classes));
    if (facts.class_names && std::ssize(*facts.class_names) != card.shape.classes)
        refuse(" class names", facts.class_names->size());
}

} // namespace

ModelDescription describe(const ChosenNetwork& network, const std::optional<ModelCard>& own,
                          const std::string& path, const ModelOptions& options) {
    const std::string source = shown(path);
    const ModelFacts facts = own ? facts_of_card(*own) : hub_facts(path).value_or(ModelFacts{});
    ModelCard card = own.value_or(ModelCard{});
    card.own_card = own.has_value();
    card.notices = network.notices;
    card.notices.insert(card.notices.end(), facts.notices.begin(), facts.notices.end());
    const NetworkFacts known = network_facts(network, facts, options, source, card.notices);
    Recognised found = structure(network, own, known, source);
    card.shape = found.shape;
    if (!own)
        card.architecture = found.architecture.id;
    card.groups = card.heads = 0;
    if (const auto* resnet = std::get_if<ResNetConfig>(&found.architecture.network)) {
        card.groups = resnet->norm.kind == NormKind::group ? resnet->norm.groups : 0;
        card.averages = resnet->norm.averages;
        card.stem = name_of(resnet->stem_steps);
        if (!card.averages)
            tell_batch_statistics(card);
    }
    if (const auto* vit = std::get_if<VitConfig>(&found.architecture.network))
        card.heads = vit->heads;
    expect_classes(facts, card, source);
    card.class_names.clear();
    Filling filling(card, options, facts, network.normalisation, found.architecture.preprocessing);
    tell_structure(found, facts, filling);
    filling.normalisation();
    filling.pictures();
    filling.class_names(path);
    try {
        check(card);
    } catch (const std::invalid_argument& fault) {
        throw std::runtime_error(source + ": " + (own ? "its card cannot be used: " : "") + fault.what());
    }
    return {std::move(found.architecture), std::move(card)};
}

} // namespace lab
