#include "core/text/tokenizer.h"

#include "core/base/compression.h"
#include "core/base/content_kind.h"
#include "core/base/input_file.h"
#include "core/base/text.h"
#include "core/text/added_token_search.h"
#include "core/text/stream_decoder.h"
#include "core/text/token_vocabulary.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <stdexcept>

namespace lab {

struct Tokenizer::Parts {
    Parts(TokenizerLayout the_layout, TokenizerDocument document)
        : layout(std::move(the_layout)), vocabulary(std::move(document), layout) {
        for (const AddedToken& token : layout.added)
            if (token.normalized)
                composed_search.add(token, layout.nfc ? composed(token.content).text : token.content);
            else
                raw_search.add(token, token.content);
    }

    TokenizerLayout layout;
    TokenVocabulary vocabulary;
    AddedTokenSearch raw_search, composed_search;
};

namespace {

/// Encodes one text; what the reference does to it step by step.
class Encoder {
  public:
    Encoder(const TokenizerLayout& layout, const TokenVocabulary& vocabulary, EncodedText& out)
        : layout_(layout), vocabulary_(vocabulary), out_(out) {}

    /// A stretch without added tokens.
    void text(std::string_view stretch, std::size_t begin, const AddedTokenSearch* search,
              bool with_special) {
        begin_ = begin;
        composed_ = {};
        if (layout_.nfc)
            composed_ = composed(stretch);
        const std::string_view ready = layout_.nfc ? std::string_view(composed_.text) : stretch;
        if (search == nullptr) {
            pieces(ready, 0);
            return;
        }
        for (const TextStretch& part : search->stretches(ready, with_special)) {
            if (part.id >= 0)
                put(part.id, part.begin, part.end);
            else
                pieces(ready.substr(part.begin, part.end - part.begin), part.begin);
        }
    }

  private:
    /// @param from, to in the composed stretch
    void put(std::int32_t id, std::size_t from, std::size_t to) {
        out_.ids.push_back(id);
        if (!composed_.sources.empty()) {
            const std::size_t last = to > from ? composed_.source_ends[to - 1] : composed_.sources[from];
            out_.spans.push_back({begin_ + composed_.sources[from], begin_ + last});
        } else {
            out_.spans.push_back({begin_ + from, begin_ + to});
        }
    }

    /// @param at where `text` begins in the composed stretch
    void pieces(std::string_view text, std::size_t at) {
        std::vector<std::size_t> ends = {text.size()}, next;
        for (const PieceStep& step : layout_.steps) {
            next.clear();
            std::size_t begin = 0;
            for (const std::size_t end : ends) {
                const std::string_view piece = text.substr(begin, end - begin);
                for (const std::size_t cut : step.kind == PieceStep::Kind::digits
                                                 ? digit_ends(piece, step.one_at_a_time)
                                                 : piece_ends(piece, step.pattern))
                    next.push_back(begin + cut);
                begin = end;
            }
            ends.swap(next);
        }
        std::size_t begin = 0;
        for (const std::size_t end : ends) {
            byte_level(text.substr(begin, end - begin), at + begin);
            begin = end;
        }
    }

    void byte_level(std::string_view piece, std::size_t at) {
        const std::size_t lead = layout_.add_prefix_space && !piece.starts_with(' ') ? 1 : 0;
        std::string with_space;
        if (lead > 0)
            piece = with_space = ' ' + std::string(piece);
        if (!layout_.byte_level_pattern) {
            merge(piece, at, lead);
            return;
        }
        std::size_t begin = 0;
        for (const std::size_t end : piece_ends(piece, PiecePattern::gpt2)) {
            merge(piece.substr(begin, end - begin), begin == 0 ? at : at + begin - lead,
                  begin == 0 ? lead : 0);
            begin = end;
        }
    }

    /// @param lead bytes at the beginning that the text does not have
    void merge(std::string_view piece, std::size_t at, std::size_t lead) {
        tokens_.clear();
        const auto whole = layout_.ignore_merges ? vocabulary_.whole(piece) : std::nullopt;
        if (whole) {
            tokens_.push_back({*whole, static_cast<std::uint32_t>(piece.size())});
        } else {
            for (std::size_t i = 0; i < piece.size(); ++i)
                take_byte(piece, i, at + i - std::min(i, lead));
            merge_tokens(tokens_, vocabulary_.merges());
        }
        std::size_t begin = 0;
        for (const PieceToken& token : tokens_) {
            const std::size_t end = begin + token.bytes;
            put(token.id, at + begin - std::min(begin, lead), at + end - std::min(end, lead));
            begin = end;
        }
    }

    void take_byte(std::string_view piece, std::size_t i, std::size_t at) {
        const auto byte = static_cast<unsigned char>(piece[i]);
        const std::int32_t id = vocabulary_.byte_token(byte);
        if (id >= 0) {
            tokens_.push_back({id, 1});
            unknown_before_ = false;
            return;
        }
        const std::int32_t unknown = vocabulary_.unknown();
        if (unknown < 0)
            refuse_byte(piece, i, at);
        if (layout_.fuse_unknown && i > 0 && unknown_before_)
            ++tokens_.back().bytes;
        else
            tokens_.push_back({unknown, 1});
        unknown_before_ = true;
    }

    [[noreturn]] void refuse_byte(std::string_view piece, std::size_t i, std::size_t at) const {
        std::size_t begin = i;
        while ((static_cast<unsigned char>(piece[begin]) & 0xc0) == 0x80)
            --begin;
        const std::size_t bytes = code_point_at(piece, begin).bytes;
        throw std::invalid_argument("the vocabulary has no token for \"" +
                                    std::string(piece.substr(begin, bytes)) + "\" at byte " +
                                    std::to_string(begin_ + at) + " of the text");
    }

    const TokenizerLayout& layout_;
    const TokenVocabulary& vocabulary_;
    EncodedText& out_;
    std::size_t begin_ = 0; ///< where the stretch begins in the text
    ComposedText composed_;
    std::vector<PieceToken> tokens_;
    bool unknown_before_ = false;
};

bool any(const std::vector<AddedToken>& tokens, bool normalized) {
    return std::any_of(tokens.begin(), tokens.end(),
                       [&](const AddedToken& token) { return token.normalized == normalized; });
}

} // namespace

Tokenizer::Tokenizer(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}

Tokenizer Tokenizer::parse(std::string_view json) {
    TokenizerDocument document = parse_tokenizer_document(json);
    TokenizerLayout layout = tokenizer_layout_of(document.rest);
    return Tokenizer(std::make_shared<const Parts>(std::move(layout), std::move(document)));
}

Tokenizer Tokenizer::load(const std::filesystem::path& file) {
    constexpr std::size_t most = std::size_t{256} << 20;
    const std::string name = shown(file.native());
    expect_regular_file(file, "a tokenizer.json");
    std::string content = file_content(file, most);
    try {
        if (content.empty())
            throw std::invalid_argument("is empty");
        if (is_gzip(content))
            content = decompressed(content, Wrapping::gzip, most);
        if (content.starts_with("\xff\xfe") || content.starts_with("\xfe\xff"))
            content = decoded_text(content);
        const std::string kind = content_kind(std::string_view(content).substr(0, 512));
        const bool begins = content.find_first_of("{[") < 64;
        if (!begins && !kind.empty())
            throw std::invalid_argument("expected a tokenizer.json, found " + kind);
        return parse(content);
    } catch (const std::exception& fault) {
        throw std::runtime_error(name + ": " + fault.what());
    }
}

EncodedText Tokenizer::encode(std::string_view text, const EncodeOptions& options) const {
    if (!is_utf8(text))
        throw std::invalid_argument("a text to encode: expected UTF-8, found \"" + shown(text.substr(0, 60)) +
                                    "\"");
    EncodedText out;
    const auto put_special = [&](const std::vector<std::int32_t>& ids, std::size_t at) {
        for (const std::int32_t id : ids) {
            out.ids.push_back(id);
            out.spans.push_back({at, at});
        }
    };
    if (options.add_special)
        put_special(parts_->layout.in_front, 0);
    const bool look = options.marks != MarksInText::none, with_special = options.marks == MarksInText::all;
    const AddedTokenSearch* composed_search =
        look && any(parts_->layout.added, true) ? &parts_->composed_search : nullptr;
    Encoder encoder(parts_->layout, parts_->vocabulary, out);
    const std::vector<TextStretch> stretches = look ? parts_->raw_search.stretches(text, with_special)
                                                    : std::vector<TextStretch>{{0, text.size(), -1}};
    for (const TextStretch& stretch : stretches) {
        if (stretch.id >= 0) {
            out.ids.push_back(stretch.id);
            out.spans.push_back({stretch.begin, stretch.end});
        } else if (stretch.end > stretch.begin) {
            encoder.text(text.substr(stretch.begin, stretch.end - stretch.begin), stretch.begin,
                         composed_search, with_special);
        }
    }
    if (options.add_special)
        put_special(parts_->layout.behind, text.size());
    return out;
}

std::string Tokenizer::decode(const std::vector<std::int32_t>& ids, bool skip_special) const {
    std::string text;
    Utf8Stream stream;
    for (const std::int32_t id : ids)
        if (!(skip_special && is_special(id)))
            stream.push(token_bytes(id), text);
    stream.finish(text);
    return text;
}

std::string_view Tokenizer::token_bytes(std::int32_t id) const {
    const TokenVocabulary::Entry* entry = parts_->vocabulary.entry(id);
    return entry == nullptr ? std::string_view() : std::string_view(entry->bytes);
}

std::string Tokenizer::token_name(std::int32_t id) const {
    return parts_->vocabulary.name_of(id);
}

bool Tokenizer::has_token(std::int32_t id) const {
    return parts_->vocabulary.entry(id) != nullptr;
}

bool Tokenizer::is_special(std::int32_t id) const {
    const TokenVocabulary::Entry* entry = parts_->vocabulary.entry(id);
    return entry != nullptr && entry->special;
}

std::optional<std::int32_t> Tokenizer::id_of(std::string_view name) const {
    return parts_->vocabulary.id_of(name);
}

std::size_t Tokenizer::vocabulary_size() const {
    return parts_->vocabulary.size();
}

std::size_t Tokenizer::merge_count() const {
    return parts_->vocabulary.merges().size();
}

const std::vector<AddedToken>& Tokenizer::added_tokens() const {
    return parts_->layout.added;
}

const std::vector<std::int32_t>& Tokenizer::ids_in_front() const {
    return parts_->layout.in_front;
}

} // namespace lab
