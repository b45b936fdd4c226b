#include "core/model/language/decoder_file.h"

#include "core/base/text.h"
#include "core/weights/checkpoint.h"
#include "core/weights/weight_place.h"
#include "core/weights/weight_values.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>

namespace lab {

namespace {

namespace fs = std::filesystem;

constexpr const char* embedding_name = "model.embed_tokens.weight";
constexpr const char* head_name = "lm_head.weight";

/// The hub's own names go first; a folder with one weight file of another name will do.
std::string weights_in(const fs::path& folder) {
    std::error_code fault;
    for (const char* name : {"model.safetensors", "model.safetensors.index.json"})
        if (fs::exists(folder / name, fault))
            return (folder / name).string();
    return weight_file(folder.string());
}

/// Names as a causal language model has them. Files of the encoder alone lack the "model." before theirs, old
/// ones hold the frequencies of the rotations.
StateDict decoder_tensors(const StateDict& stored) {
    const bool bare = stored.contains("embed_tokens.weight");
    StateDict tensors;
    for (const auto& [name, tensor] : stored)
        if (!name.ends_with("rotary_emb.inv_freq"))
            tensors[bare && name != head_name ? "model." + name : name] = tensor;
    return tensors;
}

void expect_numbers(const StateDict& tensors, const std::string& source) {
    for (const auto& [name, tensor] : tensors)
        if (!tensor.is_floating_point())
            throw std::runtime_error(
                source + ": \"" + shown(name) + "\": expected floating-point numbers, found " +
                c10::toString(tensor.scalar_type()) + "; quantised weights cannot be read");
}

struct HeadFinding {
    bool tied = false;
    std::vector<Notice> notices;
};

/// Whether the head is the embedding. The weights decide, whatever config.json says.
HeadFinding finding_of(const StateDict& tensors, bool told_tied, const std::string& source) {
    const auto warning = [&](const std::string& text) {
        return std::vector<Notice>{{NoticeSubject::model, true, source + text, ""}};
    };
    const auto head = tensors.find(head_name), embedding = tensors.find(embedding_name);
    if (head == tensors.end()) {
        if (told_tied)
            return {true, {}};
        return {true, warning(" has no lm_head.weight though tie_word_embeddings is not true; the embedding "
                              "serves as head")};
    }
    if (embedding != tensors.end() && head->second.sizes() == embedding->second.sizes() &&
        at::equal(head->second.to(embedding->second.scalar_type()), embedding->second))
        return {true, {}};
    if (told_tied)
        return {false, warning(" has an lm_head.weight unlike the embedding though tie_word_embeddings is "
                               "true; it serves as head")};
    return {false, {}};
}

} // namespace

LoadedDecoder load_decoder(const std::string& folder, DecoderPrecision precision, const at::Device& device) {
    const DecoderConfig config = read_decoder_config(folder);
    const std::string path = weights_in(folder), source = shown(path);
    const Checkpoint checkpoint = open_checkpoint(path);
    if (checkpoint.sets.size() != 1)
        throw std::runtime_error(source + ": expected one set of weights, found " +
                                 std::to_string(checkpoint.sets.size()));
    StateDict tensors = decoder_tensors(checkpoint.sets.front().tensors);
    expect_numbers(tensors, source);
    const auto type = precision == DecoderPrecision::float64 ? at::kDouble : at::kFloat;
    const auto matrices = precision == DecoderPrecision::bfloat16 ? at::kBFloat16 : type;
    // Shapes before values: whatever they are, no memory is asked for before they fit.
    Decoder(config, !tensors.contains(head_name), at::TensorOptions(type).device(at::kMeta), matrices)
        .parameters()
        .check(tensors, source);
    checkpoint.fetch(tensors);
    checkpoint.expect_unchanged();
    expect_finite(tensors, source);
    LoadedDecoder loaded{nullptr, config.notices, hash_of(tensors)};
    const HeadFinding head = finding_of(tensors, config.told_tied, source);
    loaded.notices.insert(loaded.notices.end(), head.notices.begin(), head.notices.end());
    if (head.tied)
        tensors.erase(head_name);
    const LeaveUninitialised at_once;
    loaded.decoder =
        std::make_unique<Decoder>(config, head.tied, at::TensorOptions(type).device(device), matrices);
    loaded.decoder->parameters().adopt(tensors, source);
    return loaded;
}

} // namespace lab
