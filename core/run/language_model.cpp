#include "core/run/language_model.h"

#include "core/base/input_file.h"
#include "core/base/json_values.h"
#include "core/base/resources.h"
#include "core/base/text.h"
#include "core/model/language/decoder_file.h"
#include "core/model/language/language_shift.h"

#include <ATen/ATen.h>

#include <cstdio>
#include <filesystem>
#include <stdexcept>

namespace lab {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t largest_text = std::size_t{64} << 20;

std::string checked_folder(const std::string& id_or_path) {
    const std::string folder = language_model_folder(id_or_path);
    std::error_code fault;
    if (!fs::is_directory(folder, fault) || !fs::exists(fs::path(folder) / "config.json", fault))
        throw std::runtime_error("model: expected the folder of a language model, with config.json, "
                                 "tokenizer.json and weights, found \"" +
                                 shown(id_or_path) + "\"");
    return folder;
}

DecoderPrecision precision_of(const ExperimentSpec& spec) {
    if (spec.precision == "float64")
        return DecoderPrecision::float64;
    return spec.precision == "bfloat16" ? DecoderPrecision::bfloat16 : DecoderPrecision::float32;
}

fs::path tokenizer_in(const std::string& folder) {
    std::error_code fault;
    for (const char* name : {"tokenizer.json", "tokenizer.json.gz"})
        if (fs::exists(fs::path(folder) / name, fault))
            return fs::path(folder) / name;
    throw std::runtime_error(shown(folder) + ": expected tokenizer.json beside config.json, found none");
}

/// The chat template of a folder; "" where there is none.
std::string chat_template_in(const std::string& folder) {
    std::error_code fault;
    if (const fs::path own = fs::path(folder) / "chat_template.jinja"; fs::exists(own, fault))
        return text_file_content(own.string(), largest_text);
    const fs::path file = fs::path(folder) / "tokenizer_config.json";
    if (!fs::exists(file, fault))
        return "";
    const std::string text = text_file_content(file.string(), largest_text);
    try {
        expect_shallow(text, "nested");
        const Json json = Json::parse(text);
        if (!json.is_object() || !json.contains("chat_template") || json["chat_template"].is_null())
            return "";
        if (!json["chat_template"].is_string())
            throw std::runtime_error("chat_template: expected a text, found " +
                                     dumped(json["chat_template"]).substr(0, 60));
        return json["chat_template"].get<std::string>();
    } catch (const std::exception& wrong) {
        throw std::runtime_error(shown(file.native()) + ": " + wrong.what());
    }
}

TokenIds widened(const std::vector<std::int32_t>& ids) {
    return {ids.begin(), ids.end()};
}

std::string title_of(const std::string& folder, const Decoder& decoder) {
    const DecoderConfig& c = decoder.config();
    const auto count = static_cast<double>(decoder.parameters().count());
    char size[40];
    std::snprintf(size, sizeof size, count < 1e6 ? "%.3f M" : count < 1e9 ? "%.1f M" : "%.0f M", count / 1e6);
    fs::path path = fs::path(folder).lexically_normal();
    if (path.filename().empty())
        path = path.parent_path();
    return path.filename().string() + ", " + c.family + ", " + std::to_string(c.layers) + " layers of " +
           std::to_string(c.width) + ", " + size + " weights";
}

} // namespace

std::string language_model_folder(const std::string& id_or_path) {
    std::error_code fault;
    if (id_or_path.find('/') == std::string::npos && !fs::exists(id_or_path, fault)) {
        try {
            return resource_path("language/" + id_or_path);
        } catch (const std::exception&) { // no shipped one: told as what was asked for
            return id_or_path;
        }
    }
    return id_or_path;
}

LanguageModel::LanguageModel(const ExperimentSpec& spec, const at::Device& device)
    : tokenizer_(Tokenizer::load(tokenizer_in(checked_folder(spec.model)))) {
    const std::string folder = checked_folder(spec.model);
    LoadedDecoder loaded = load_decoder(folder, precision_of(spec), device);
    unadapted_ = std::move(loaded.decoder);
    hash_ = loaded.hash;
    notices_ = std::move(loaded.notices);
    matrices_ = precision_of(spec) == DecoderPrecision::bfloat16
                    ? at::kBFloat16
                    : c10::typeMetaToScalarType(unadapted_->options().dtype());
    unadapted_->expect_end_token();
    unadapted_->expect_ids_up_to(static_cast<std::int64_t>(tokenizer_.vocabulary_size()) - 1,
                                 tokenizer_in(folder).string());
    title_ = title_of(folder, *unadapted_);
    if (spec.stream.shift.kind == QuestionShiftKind::low_bits)
        round_weights(*unadapted_, weight_bits(spec.stream.shift.severity));
    unadapted_->embedding_scale(); // worked out before lanes ask for it at the same time
    read_style(spec, folder);
}

void LanguageModel::read_style(const ExperimentSpec& spec, const std::string& folder) {
    if (spec.questions.prompt == PromptStyle::plain)
        return;
    const std::string chat_template = chat_template_in(folder);
    if (chat_template.empty()) {
        if (spec.questions.prompt == PromptStyle::chat)
            throw std::invalid_argument("data.prompt: chat asks for a template, and " + shown(folder) +
                                        " has neither chat_template.jinja nor a chat_template in "
                                        "tokenizer_config.json: expected auto or plain");
        return;
    }
    try {
        style_ = chat_style_of(chat_template);
    } catch (const std::invalid_argument& fault) {
        throw std::invalid_argument("data.prompt: " + shown(folder) + ": " + fault.what() +
                                    "; plain asks without a template");
    }
}

std::unique_ptr<Decoder> LanguageModel::make() const {
    auto made =
        std::make_unique<Decoder>(unadapted_->config(), unadapted_->tied(), unadapted_->options(), matrices_);
    made->parameters().load(unadapted_->parameters().state(), title_);
    return made;
}

TokenIds LanguageModel::prompt(const std::string& question) const {
    if (!style_)
        return widened(tokenizer_.encode(question, {true, MarksInText::none}).ids);
    ChatPrompt asked;
    asked.question = question;
    return widened(prompt_ids(tokenizer_, chat_parts(*style_, asked)));
}

TokenIds LanguageModel::solution(const std::string& text) const {
    try {
        return widened(tokenizer_.encode(text, {false, MarksInText::none}).ids);
    } catch (const std::invalid_argument&) {
        return {};
    }
}

TokenIds LanguageModel::marks() const {
    const TokenIds ids = solution("#");
    return ids.size() == 1 ? ids : TokenIds();
}

} // namespace lab
