#include "core/model/hub_config.h"

#include "core/base/input_file.h"
#include "core/base/text.h"
#include "core/model/architecture.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <stdexcept>

namespace lab {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

/// An object of a file, its fields asked for with a kind. null counts as absent.
class Fields {
  public:
    Fields(const Json& object, std::string file) : object_(object), file_(std::move(file)) {}

    bool has(const char* key) const { return object_.contains(key) && !object_[key].is_null(); }
    const Json& operator[](const char* key) const { return object_[key]; }

    [[noreturn]] void refuse(const char* key, const std::string& expected) const {
        throw std::runtime_error(
            file_ + ": " + key + ": expected " + expected + ", found " +
            shown(object_[key].dump(-1, ' ', false, Json::error_handler_t::replace)).substr(0, 80));
    }
    template <class T>
    void number(const char* key, std::optional<T>& into) const {
        if (into || !has(key))
            return;
        if (!object_[key].is_number())
            refuse(key, "a number");
        const double value = object_[key].get<double>();
        if (std::is_integral_v<T> && !(value >= 0 && value <= 1e6 && value == static_cast<int>(value)))
            refuse(key, "a whole number");
        into = static_cast<T>(value);
    }
    void numbers(const char* key, std::optional<std::vector<double>>& into) const {
        if (into || !has(key))
            return;
        const Json& list = object_[key];
        if (!list.is_array() || list.empty() || list.size() > 3 ||
            !std::all_of(list.begin(), list.end(), [](const Json& item) { return item.is_number(); }))
            refuse(key, "a list of one or three numbers");
        into = list.get<std::vector<double>>();
    }
    std::string text(const char* key) const {
        return has(key) && object_[key].is_string() ? object_[key].get<std::string>() : "";
    }
    const std::string& file() const { return file_; }

  private:
    const Json& object_;
    std::string file_;
};

/// The side of a square: 224, [3, 224, 224], {"height": 224, "width": 224}, {"shortest_edge": 224}.
void side(const Fields& fields, const char* key, std::optional<int>& into) {
    if (into || !fields.has(key))
        return;
    const Json& value = fields[key];
    std::vector<Json> sides;
    if (value.is_array())
        sides.assign(value.end() - std::min<std::ptrdiff_t>(2, std::ssize(value)), value.end());
    else if (value.is_object())
        for (const char* name : {"height", "width", "shortest_edge"}) {
            if (value.contains(name))
                sides.push_back(value[name]);
        }
    else
        sides.push_back(value);
    if (sides.empty() || !sides.front().is_number_unsigned() || sides.front() != sides.back() ||
        sides.front().get<std::uint64_t>() > 100'000)
        fields.refuse(key, "a square in pixels");
    into = sides.front().get<int>();
}

void interpolation(const std::string& name, ModelFacts& facts) {
    if (name.empty() || facts.interpolation)
        return;
    if (name == "bilinear" || name == "bicubic")
        facts.interpolation = name;
    else
        facts.notices.push_back({NoticeSubject::model, true,
                                 facts.source + " asks for the interpolation \"" + shown(name) +
                                     "\", there are bilinear and bicubic",
                                 "--interpolation"});
}

/// A list of names, or {"0": "tench", …}. Placeholders ("LABEL_0") are no names.
void class_names(const Fields& fields, const char* key, ModelFacts& facts) {
    if (facts.class_names || !fields.has(key))
        return;
    const Json& value = fields[key];
    std::vector<std::string> names(value.is_array() || value.is_object() ? value.size() : 0);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Json* const name = value.is_array()                    ? &value[i]
                                 : value.contains(std::to_string(i)) ? &value[std::to_string(i)]
                                                                     : nullptr;
        if (name == nullptr || !name->is_string())
            fields.refuse(key, "a name for each class from 0 on");
        names[i] = shown(name->get<std::string>());
    }
    const bool placeholders = std::all_of(names.begin(), names.end(),
                                          [](const std::string& name) { return name.starts_with("LABEL_"); });
    if (!names.empty() && !placeholders)
        facts.class_names = std::move(names);
}

void expect_pooling(const Fields& fields, const ModelFacts& facts) {
    const std::string pooling = fields.text("global_pool");
    const bool token = facts.family == "vit";
    if (!pooling.empty() && !facts.family.empty() && pooling != (token ? "token" : "avg"))
        fields.refuse("global_pool", token ? "\"token\" for a ViT" : "\"avg\"");
}

void timm(const Fields& fields, ModelFacts& facts) {
    fields.numbers("mean", facts.mean);
    fields.numbers("std", facts.std);
    fields.number("crop_pct", facts.crop);
    side(fields, "input_size", facts.image_size);
    interpolation(fields.text("interpolation"), facts);
    class_names(fields, "label_names", facts);
    fields.number("num_classes", facts.classes);
    if (const std::string mode = fields.text("crop_mode"); !mode.empty() && mode != "center")
        facts.notices.push_back({NoticeSubject::model, true,
                                 facts.source + " asks for the crop mode \"" + shown(mode) +
                                     "\", pictures are cut from the middle",
                                 ""});
}

void transformers(const Fields& fields, ModelFacts& facts) {
    fields.number("num_attention_heads", facts.heads);
    side(fields, "image_size", facts.image_size);
    class_names(fields, "id2label", facts);
    if (fields.has("id2label") && fields["id2label"].is_object() && !facts.classes)
        facts.classes = static_cast<int>(fields["id2label"].size());
}

void preprocessor(const Fields& fields, ModelFacts& facts) {
    if (fields.has("do_normalize") && fields["do_normalize"] == false) {
        facts.mean = {0.0};
        facts.std = {1.0};
    }
    fields.numbers("image_mean", facts.mean);
    fields.numbers("image_std", facts.std);
    fields.number("crop_pct", facts.crop);
    side(fields, "crop_size", facts.image_size);
    side(fields, "size", facts.image_size);
    if (fields.has("resample") && fields["resample"].is_number_integer()) {
        const int filter = fields["resample"].get<int>(); // Pillow's numbers
        interpolation(filter == 2   ? "bilinear"
                      : filter == 3 ? "bicubic"
                                    : "number " + std::to_string(filter),
                      facts);
    }
}

/// A JSON object; one that is none is told.
std::optional<Json> object_in(const fs::path& file, ModelFacts& facts) {
    if (!fs::exists(file))
        return std::nullopt;
    Json json;
    try {
        json = Json::parse(text_file_content(file), nullptr, false);
    } catch (const std::runtime_error&) { // a folder of that name, or one that may not be read
        json = Json(Json::value_t::discarded);
    }
    if (json.is_object())
        return json;
    facts.notices.push_back({NoticeSubject::model, true,
                             shown(file.string()) + " beside the weights cannot be read as a JSON object",
                             ""});
    return std::nullopt;
}

bool is_about_a_model(const Json& json) {
    constexpr std::array keys = {"architecture", "pretrained_cfg",      "architectures",
                                 "model_type",   "num_classes",         "mean",
                                 "input_size",   "num_attention_heads", "id2label"};
    return std::any_of(keys.begin(), keys.end(), [&](const char* key) { return json.contains(key); });
}

struct NamedSize {
    const char* name;
    int width, heads;
};
/// Sizes of ViTs and DeiTs by their names.
constexpr NamedSize vit_sizes[] = {{"tiny", 192, 3},    {"small", 384, 6},  {"base", 768, 12},
                                   {"large", 1024, 16}, {"huge", 1280, 16}, {"giant", 1408, 16}};

} // namespace

void add_facts_of_name(const std::string& architecture, ModelFacts& facts) {
    const std::string name = architecture.substr(0, architecture.find('.')); // a tag names the training
    for (const Architecture& row : architectures())
        if (row.id == name) {
            facts.family = row.family.substr(0, row.family.find('_'));
            if (const auto* resnet = std::get_if<ResNetConfig>(&row.network)) {
                facts.norm = resnet->norm.kind;
                if (!facts.groups && resnet->norm.kind == NormKind::group)
                    facts.groups = resnet->norm.groups;
            } else if (const auto* vit = std::get_if<VitConfig>(&row.network);
                       vit != nullptr && !facts.heads) {
                facts.heads = vit->heads;
                facts.heads_width = vit->width;
            }
            return;
        }
    for (const char* family : {"resnet", "vit", "deit", "convnext", "swin"})
        if (name.starts_with(family))
            facts.family = std::string(family) == "deit" ? "vit" : family;
    if (facts.family == "resnet" && !facts.norm) // how many groups no such name tells
        facts.norm = name.ends_with("_gn") ? NormKind::group : NormKind::batch;
    for (const NamedSize& size : vit_sizes)
        if (facts.family == "vit" && !facts.heads && name.find(size.name) != std::string::npos) {
            facts.heads = size.heads;
            facts.heads_width = size.width;
        }
}

std::optional<ModelFacts> hub_facts(const std::string& weights) {
    const fs::path folder = fs::path(weights).parent_path();
    ModelFacts facts;
    facts.source = shown((folder / "config.json").string());
    const std::optional<Json> config = object_in(folder / "config.json", facts);
    if (!config || !is_about_a_model(*config))
        return facts.notices.empty() ? std::nullopt : std::optional(facts);
    const Fields top(*config, facts.source);
    if (config->contains("model_args") && (*config)["model_args"].is_object()) {
        const Fields arguments((*config)["model_args"], facts.source + ": model_args");
        arguments.number("num_heads", facts.heads);
        side(arguments, "img_size", facts.image_size);
        arguments.number("num_classes", facts.classes);
    }
    transformers(top, facts);
    if (const std::string type = top.text("model_type"); type != "timm_wrapper")
        add_facts_of_name(type, facts);
    add_facts_of_name(top.text("architecture"), facts);
    expect_pooling(top, facts);
    timm(top, facts);
    if (config->contains("pretrained_cfg") && (*config)["pretrained_cfg"].is_object())
        timm(Fields((*config)["pretrained_cfg"], facts.source + ": pretrained_cfg"), facts);
    if (const std::optional<Json> pictures = object_in(folder / "preprocessor_config.json", facts))
        preprocessor(Fields(*pictures, shown((folder / "preprocessor_config.json").string())), facts);
    return facts;
}

} // namespace lab
