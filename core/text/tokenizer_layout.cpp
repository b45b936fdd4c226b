#include "core/text/tokenizer_layout.h"

#include "core/base/text.h"
#include "core/text/field_reader.h"

#include <stdexcept>

namespace lab {

namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void refuse_type(const std::string& path, const std::string& expected,
                              const std::string& found) {
    throw std::invalid_argument(path + ".type: expected " + expected + ", found \"" + shown(found) +
                                "\", which is not carried out here");
}

std::string entry_of(const std::string& path, std::size_t i) {
    return path + "[" + std::to_string(i) + "]";
}

void read_normalizer(const Json& json, const std::string& path, TokenizerLayout& layout) {
    if (json.is_null())
        return;
    FieldReader fields(json, path);
    const std::string type = fields.text("type");
    if (type == "NFC") {
        layout.nfc = true;
    } else if (type == "Sequence") {
        const Json& list = fields.list("normalizers");
        for (std::size_t i = 0; i < list.size(); ++i)
            read_normalizer(list[i], entry_of(fields.path_of("normalizers"), i), layout);
    } else {
        refuse_type(path, "NFC, Sequence or no normalizer", type);
    }
    fields.expect_no_more();
}

PieceStep split_step(FieldReader& fields, const std::string& path) {
    FieldReader pattern(fields.value("pattern"), path + ".pattern");
    PieceStep step;
    const std::string expression = pattern.text("Regex");
    pattern.expect_no_more();
    try {
        step.pattern = piece_pattern_of(expression);
    } catch (const std::invalid_argument& fault) {
        throw std::invalid_argument(path + ".pattern.Regex: " + fault.what());
    }
    // The patterns match every character, so what is left between matches is nothing.
    const std::string behavior = fields.text("behavior");
    const bool invert = fields.flag("invert");
    const bool keeps_matches = (behavior == "Isolated" && !invert) || (behavior == "Removed" && invert);
    if (!keeps_matches)
        throw std::invalid_argument(path + ".behavior: expected Isolated, or Removed with invert, found " +
                                    shown(behavior) + (invert ? " with invert" : ""));
    return step;
}

/// @param done whether ByteLevel has been read, after which nothing may come
void read_pre_tokenizer(const Json& json, const std::string& path, TokenizerLayout& layout, bool& done) {
    FieldReader fields(json, path);
    const std::string type = fields.text("type");
    if (done)
        throw std::invalid_argument(path + ".type: expected nothing behind ByteLevel, found \"" +
                                    shown(type) + "\"");
    if (type == "Sequence") {
        const Json& list = fields.list("pretokenizers");
        for (std::size_t i = 0; i < list.size(); ++i)
            read_pre_tokenizer(list[i], entry_of(fields.path_of("pretokenizers"), i), layout, done);
    } else if (type == "Split") {
        layout.steps.push_back(split_step(fields, path));
    } else if (type == "Digits") {
        PieceStep step;
        step.kind = PieceStep::Kind::digits;
        step.one_at_a_time = fields.flag("individual_digits");
        layout.steps.push_back(step);
    } else if (type == "ByteLevel") {
        layout.add_prefix_space = fields.flag("add_prefix_space");
        layout.byte_level_pattern = fields.flag_or("use_regex", true);
        fields.flag_or("trim_offsets", true); // of spans alone, which hold all bytes here
        done = true;
    } else {
        refuse_type(path, "Sequence, Split, Digits or ByteLevel", type);
    }
    fields.expect_no_more();
}

void read_template_item(const Json& json, const std::string& path, const Json& special_tokens,
                        const std::string& special_path, std::vector<std::int32_t>& ids, bool& text_seen) {
    FieldReader item(json, path);
    const bool is_text = item.has("Sequence");
    FieldReader inner(item.value(is_text ? "Sequence" : "SpecialToken"),
                      item.path_of(is_text ? "Sequence" : "SpecialToken"));
    item.expect_no_more();
    const std::string name = inner.text("id");
    inner.id("type_id"); // which of two texts; there is one here
    inner.expect_no_more();
    if (is_text) {
        if (name != "A" || text_seen)
            throw std::invalid_argument(path + ": expected the text A once, found \"" + shown(name) + "\"");
        text_seen = true;
        return;
    }
    if (!special_tokens.contains(name))
        throw std::invalid_argument(path + ": expected one of special_tokens, found \"" + shown(name) + "\"");
    FieldReader token(special_tokens[name], special_path + "." + shown(name));
    token.text("id");
    token.list("tokens");
    const Json& list = token.list("ids");
    token.expect_no_more();
    for (const Json& id : list) {
        if (!id.is_number_integer() || id < 0 || id > 0x7fffffff)
            FieldReader::refuse(token.path_of("ids"), "whole numbers from 0 to 2147483647", id);
        ids.push_back(id.get<std::int32_t>());
    }
}

void read_template(FieldReader& fields, TokenizerLayout& layout) {
    const Json& special_tokens = fields.value("special_tokens");
    if (!special_tokens.is_object())
        FieldReader::refuse(fields.path_of("special_tokens"), "an object", special_tokens);
    fields.list("pair"); // of two texts, which nothing here encodes
    std::vector<std::int32_t> in_front, behind;
    bool text_seen = false;
    const Json& single = fields.list("single");
    for (std::size_t i = 0; i < single.size(); ++i)
        read_template_item(single[i], entry_of(fields.path_of("single"), i), special_tokens,
                           fields.path_of("special_tokens"), text_seen ? behind : in_front, text_seen);
    if (!text_seen)
        FieldReader::refuse(fields.path_of("single"), "the text A in it", single);
    layout.in_front = std::move(in_front);
    layout.behind = std::move(behind);
    layout.has_template = true;
}

void read_post_processor(const Json& json, const std::string& path, TokenizerLayout& layout) {
    if (json.is_null())
        return;
    FieldReader fields(json, path);
    const std::string type = fields.text("type");
    if (type == "Sequence") {
        const Json& list = fields.list("processors");
        for (std::size_t i = 0; i < list.size(); ++i)
            read_post_processor(list[i], entry_of(fields.path_of("processors"), i), layout);
    } else if (type == "TemplateProcessing") {
        if (layout.has_template)
            throw std::invalid_argument(path + ": expected one TemplateProcessing, found a second");
        read_template(fields, layout);
    } else if (type == "ByteLevel") { // of spans alone
        for (const char* field : {"add_prefix_space", "trim_offsets", "use_regex"})
            fields.flag_or(field, true);
    } else {
        refuse_type(path, "Sequence, TemplateProcessing, ByteLevel or no post_processor", type);
    }
    fields.expect_no_more();
}

void read_decoder(const Json& json, const std::string& path) {
    if (json.is_null())
        FieldReader::refuse(path, "ByteLevel", json);
    FieldReader fields(json, path);
    const std::string type = fields.text("type");
    if (type == "Sequence") {
        const Json& list = fields.list("decoders");
        if (list.size() != 1)
            FieldReader::refuse(fields.path_of("decoders"), "ByteLevel alone", list);
        read_decoder(list[0], fields.path_of("decoders[0]"));
    } else if (type != "ByteLevel") {
        refuse_type(path, "ByteLevel", type);
    } else {
        for (const char* field : {"add_prefix_space", "trim_offsets", "use_regex"})
            fields.flag_or(field, true); // of encoding and of spans
    }
    fields.expect_no_more();
}

std::vector<AddedToken> added_tokens_of(const Json& list, const std::string& path) {
    std::vector<AddedToken> tokens;
    for (std::size_t i = 0; i < list.size(); ++i) {
        FieldReader fields(list[i], entry_of(path, i));
        AddedToken token;
        token.id = fields.id("id");
        token.content = fields.text("content");
        token.single_word = fields.flag("single_word");
        token.lstrip = fields.flag("lstrip");
        token.rstrip = fields.flag("rstrip");
        token.normalized = fields.flag("normalized");
        token.special = fields.flag("special");
        fields.expect_no_more();
        if (token.content.empty())
            FieldReader::refuse(fields.path_of("content"), "a text that is not empty", list[i]["content"]);
        tokens.push_back(std::move(token));
    }
    return tokens;
}

void read_model(const Json& json, TokenizerLayout& layout) {
    FieldReader model(json, "model");
    // Files from before the type was written have none.
    if (model.has("type")) {
        if (const std::string type = model.text("type"); type != "BPE")
            refuse_type("model", "BPE", type);
    }
    model.expect_any_of("dropout", {Json(), 0.0});
    model.expect_any_of("continuing_subword_prefix", {Json(), ""});
    model.expect_any_of("end_of_word_suffix", {Json(), ""});
    model.expect_any_of("byte_fallback", {false});
    if (model.has("unk_token") && !model.value("unk_token").is_null())
        layout.unknown_token = model.text("unk_token");
    layout.fuse_unknown = model.flag_or("fuse_unk", false);
    layout.ignore_merges = model.flag_or("ignore_merges", false);
    // vocab and merges are read apart; what is left of them here is no object and no list.
    for (const char* field : {"vocab", "merges"})
        if (model.has(field))
            FieldReader::refuse(model.path_of(field), field == std::string("vocab") ? "an object" : "a list",
                                model.value(field));
    model.expect_no_more();
}

} // namespace

TokenizerLayout tokenizer_layout_of(const Json& document) {
    FieldReader root(document, "");
    TokenizerLayout layout;
    read_model(root.value("model"), layout);
    root.expect_any_of("version", {"1.0"});
    root.expect_any_of("truncation", {Json()});
    root.expect_any_of("padding", {Json()});
    if (root.has("normalizer"))
        read_normalizer(root.value("normalizer"), "normalizer", layout);
    bool byte_level = false;
    read_pre_tokenizer(root.value("pre_tokenizer"), "pre_tokenizer", layout, byte_level);
    if (!byte_level)
        FieldReader::refuse("pre_tokenizer", "ByteLevel as its last step", root.value("pre_tokenizer"));
    if (root.has("post_processor"))
        read_post_processor(root.value("post_processor"), "post_processor", layout);
    read_decoder(root.value("decoder"), "decoder");
    if (root.has("added_tokens"))
        layout.added = added_tokens_of(root.list("added_tokens"), "added_tokens");
    root.expect_no_more();
    return layout;
}

} // namespace lab
