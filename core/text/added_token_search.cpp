#include "core/text/added_token_search.h"

#include "core/text/unicode.h"

#include <algorithm>

namespace lab {

namespace {

bool word_ends_at(std::string_view text, std::size_t end) {
    return end > 0 && is_word_character(code_point_before(text, end).code);
}

bool word_begins_at(std::string_view text, std::size_t begin) {
    return begin < text.size() && is_word_character(code_point_at(text, begin).code);
}

/// Where the white space before `end` begins, no further back than `least`.
std::size_t space_before(std::string_view text, std::size_t end, std::size_t least) {
    while (end > least) {
        const CodePoint point = code_point_before(text, end);
        if (character_class(point.code) != CharacterClass::space)
            break;
        end -= point.bytes;
    }
    return std::max(end, least);
}

std::size_t space_behind(std::string_view text, std::size_t begin) {
    while (begin < text.size()) {
        const CodePoint point = code_point_at(text, begin);
        if (character_class(point.code) != CharacterClass::space)
            break;
        begin += point.bytes;
    }
    return begin;
}

} // namespace

AddedTokenSearch::AddedTokenSearch() : nodes_(1) {}

void AddedTokenSearch::add(const AddedToken& token, std::string_view content) {
    std::size_t node = 0;
    for (const char c : content) {
        const auto byte = static_cast<unsigned char>(c);
        auto& next = nodes_[node].next;
        const auto found =
            std::find_if(next.begin(), next.end(), [&](const auto& edge) { return edge.first == byte; });
        if (found != next.end()) {
            node = found->second;
            continue;
        }
        next.emplace_back(byte, nodes_.size());
        node = nodes_.size();
        nodes_.emplace_back();
    }
    if (content.empty() || nodes_[node].token >= 0)
        return;
    begins_[static_cast<unsigned char>(content[0])] = true;
    nodes_[node].token = static_cast<std::int32_t>(tokens_.size());
    tokens_.push_back(token);
}

const AddedToken* AddedTokenSearch::longest_at(std::string_view rest, std::size_t& bytes) const {
    std::size_t node = 0;
    const AddedToken* longest = nullptr;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        const auto byte = static_cast<unsigned char>(rest[i]);
        const auto& next = nodes_[node].next;
        const auto found =
            std::find_if(next.begin(), next.end(), [&](const auto& edge) { return edge.first == byte; });
        if (found == next.end())
            break;
        node = found->second;
        if (nodes_[node].token >= 0) {
            longest = &tokens_[static_cast<std::size_t>(nodes_[node].token)];
            bytes = i + 1;
        }
    }
    return longest;
}

std::vector<TextStretch> AddedTokenSearch::stretches(std::string_view text, bool with_special) const {
    std::vector<TextStretch> all;
    std::size_t done = 0; // up to here all is in a stretch
    for (std::size_t i = 0; i < text.size();) {
        std::size_t bytes = 0;
        const AddedToken* token =
            begins_[static_cast<unsigned char>(text[i])] ? longest_at(text.substr(i), bytes) : nullptr;
        if (token == nullptr) {
            ++i;
            continue;
        }
        std::size_t begin = i, end = i + bytes;
        i = end; // what is refused is passed over as a whole, as in the reference
        if (token->special && !with_special)
            continue;
        if (token->single_word && (word_ends_at(text, begin) || word_begins_at(text, end)))
            continue;
        if (token->lstrip)
            begin = space_before(text, begin, done);
        if (token->rstrip)
            end = space_behind(text, end);
        if (done < begin)
            all.push_back({done, begin, -1});
        all.push_back({begin, end, token->id});
        done = end;
    }
    if (done < text.size())
        all.push_back({done, text.size(), -1});
    return all;
}

} // namespace lab
