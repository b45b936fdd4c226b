#include "core/text/token_vocabulary.h"

#include "core/base/text.h"
#include "core/text/byte_symbols.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <stdexcept>

namespace lab {

namespace {

/// Of ids: above, a file would ask for memory that no vocabulary needs.
constexpr std::int64_t most_tokens = 1 << 24;

[[noreturn]] void refuse(const std::string& sentence) {
    throw std::invalid_argument(sentence);
}

std::string in_quotes(std::string_view name) {
    return "\"" + shown(name.substr(0, 80)) + "\"";
}

} // namespace

TokenVocabulary::TokenVocabulary(TokenizerDocument document, const TokenizerLayout& layout)
    : merges_(document.merges.size()) {
    if (!document.has_vocabulary || document.vocabulary.empty())
        refuse("model.vocab: expected tokens with their ids, found none");
    byte_tokens_.fill(-1);
    make_room(document, layout.added);
    take_vocabulary(document);
    take_added(layout.added, layout.nfc);
    expect_no_holes();
    take_merges(document);
    if (layout.unknown_token) {
        const auto id = id_of(*layout.unknown_token);
        if (!id)
            refuse("model.unk_token: expected a token of the vocabulary, found " +
                   in_quotes(*layout.unknown_token));
        unknown_ = *id;
    }
    for (const auto& [list, where] : {std::pair(&layout.in_front, "in front of"), {&layout.behind, "behind"}})
        for (const std::int32_t id : *list)
            if (entry(id) == nullptr)
                refuse("post_processor: expected ids of tokens " + std::string(where) + " the text, found " +
                       std::to_string(id));
}

void TokenVocabulary::make_room(const TokenizerDocument& document, const std::vector<AddedToken>& added) {
    const auto expect_small = [](const char* field, std::int64_t id, const std::string& name) {
        if (id >= most_tokens)
            refuse(std::string(field) + ": expected ids below " + std::to_string(most_tokens) + ", found " +
                   std::to_string(id) + " for " + in_quotes(name));
    };
    std::int64_t largest = 0;
    for (const auto& [name, id] : document.vocabulary) {
        expect_small("model.vocab", id, name);
        largest = std::max(largest, id);
    }
    for (const AddedToken& token : added) {
        expect_small("added_tokens", token.id, token.content);
        largest = std::max<std::int64_t>(largest, token.id);
    }
    const std::size_t tokens = document.vocabulary.size() + added.size();
    if (static_cast<std::size_t>(largest) >= tokens)
        refuse("model.vocab: expected every id from 0 to the largest, found " + std::to_string(largest) +
               " as the largest of " + std::to_string(document.vocabulary.size()) + " tokens and " +
               std::to_string(added.size()) + " added_tokens");
    entries_.resize(static_cast<std::size_t>(largest) + 1);
}

void TokenVocabulary::take_vocabulary(const TokenizerDocument& document) {
    by_bytes_.reserve(document.vocabulary.size());
    for (const auto& [name, wide_id] : document.vocabulary) {
        const auto id = static_cast<std::int32_t>(wide_id);
        Entry& entry = entries_[static_cast<std::size_t>(id)];
        if (entry.present)
            refuse("model.vocab: expected an id for one token, found " + std::to_string(id) +
                   " for a second one, " + in_quotes(name));
        entry.present = true;
        if (auto bytes = bytes_of_symbols(name)) {
            entry.bytes = std::move(*bytes);
            entry.of_bytes = true;
        } else {
            entry.bytes = entry.name = name;
        }
        const bool fresh =
            entry.of_bytes ? by_bytes_.emplace(entry.bytes, id).second : by_name_.emplace(name, id).second;
        if (!fresh)
            refuse("model.vocab: expected each token once, found " + in_quotes(name) + " again");
        if (entry.of_bytes && entry.bytes.size() == 1)
            byte_tokens_[static_cast<unsigned char>(entry.bytes[0])] = id;
    }
}

void TokenVocabulary::take_added(const std::vector<AddedToken>& added, bool nfc) {
    for (const AddedToken& token : added) {
        Entry& entry = entries_[static_cast<std::size_t>(token.id)];
        const auto known = id_of(token.content);
        if (known && *known != token.id)
            refuse("added_tokens: expected id " + std::to_string(*known) + " for " +
                   in_quotes(token.content) + ", found " + std::to_string(token.id));
        if (!known && entry.present)
            refuse("added_tokens: expected an id for one token, found " + std::to_string(token.id) +
                   " for a second one, " + in_quotes(token.content));
        if (known && entry.added)
            refuse("added_tokens: expected each token once, found " + in_quotes(token.content) + " again");
        if (!known) {
            const std::string decoded =
                nfc && token.normalized ? composed(token.content).text : token.content;
            entry.bytes = bytes_of_symbols(decoded).value_or(decoded);
            entry.name = token.content;
            entry.present = true;
            by_name_.emplace(token.content, token.id);
        }
        entry.added = true;
        entry.special = token.special;
    }
}

void TokenVocabulary::expect_no_holes() const {
    for (std::size_t id = 0; id < entries_.size(); ++id)
        if (!entries_[id].present)
            refuse("model.vocab: expected every id from 0 to " + std::to_string(entries_.size() - 1) +
                   ", found no token with id " + std::to_string(id));
}

void TokenVocabulary::take_merges(const TokenizerDocument& document) {
    const auto longer =
        std::find_if(document.vocabulary.begin(), document.vocabulary.end(), [&](const auto& v) {
            const Entry& entry = entries_[static_cast<std::size_t>(v.second)];
            return entry.of_bytes && entry.bytes.size() > 1 && !entry.added;
        });
    if (document.merges.empty() && longer != document.vocabulary.end())
        refuse("model.merges: expected merges, as tokens are longer than a byte (" +
               in_quotes(longer->first) + "), found " + (document.has_merges ? "an empty list" : "none"));
    for (std::size_t rank = 0; rank < document.merges.size(); ++rank) {
        const auto& [left, right] = document.merges[rank];
        std::int32_t ids[3] = {};
        const std::string whole_name = left + right;
        const std::string* names[3] = {&left, &right, &whole_name};
        for (int i = 0; i < 3; ++i) {
            const auto id = id_of(*names[i]);
            if (!id)
                refuse("model.merges: expected tokens of the vocabulary, found " + in_quotes(*names[i]) +
                       (i == 2 ? ", which " : " in what ") + in_quotes(left) + " and " + in_quotes(right) +
                       " merge" + (i == 2 ? " into" : "") + " (entry " + std::to_string(rank + 1) + ")");
            ids[i] = *id;
        }
        merges_.add(ids[0], ids[1], {static_cast<std::int32_t>(rank), ids[2]});
    }
}

const TokenVocabulary::Entry* TokenVocabulary::entry(std::int32_t id) const {
    if (id < 0 || static_cast<std::size_t>(id) >= entries_.size())
        return nullptr;
    return &entries_[static_cast<std::size_t>(id)];
}

std::optional<std::int32_t> TokenVocabulary::whole(std::string_view bytes) const {
    const auto found = by_bytes_.find(bytes);
    return found == by_bytes_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::int32_t> TokenVocabulary::id_of(std::string_view name) const {
    if (is_utf8(name))
        if (const auto bytes = bytes_of_symbols(name))
            if (const auto id = whole(*bytes))
                return id;
    const auto found = by_name_.find(std::string(name));
    return found == by_name_.end() ? std::nullopt : std::optional(found->second);
}

std::string TokenVocabulary::name_of(std::int32_t id) const {
    const Entry* found = entry(id);
    if (found == nullptr)
        return {};
    return found->of_bytes ? symbols_of_bytes(found->bytes) : found->name;
}

} // namespace lab
