#include "core/text/character_tokenizer.h"

#include "core/text/byte_symbols.h"

#include <nlohmann/json.hpp>

#include <set>
#include <stdexcept>

namespace lab {

std::string character_tokenizer_json(const std::vector<std::string>& marks, std::string_view characters) {
    using Json = nlohmann::ordered_json;
    Json added = Json::array(), vocabulary = Json::object();
    for (const std::string& mark : marks) {
        added.push_back({{"id", vocabulary.size()},
                         {"content", mark},
                         {"single_word", false},
                         {"lstrip", false},
                         {"rstrip", false},
                         {"normalized", false},
                         {"special", true}});
        const std::size_t id = vocabulary.size();
        vocabulary[mark] = id;
    }
    for (const char c : characters) {
        const std::string symbol = symbols_of_bytes(std::string_view(&c, 1));
        if (c < ' ' || c > '~' || vocabulary.contains(symbol))
            throw std::invalid_argument(
                "characters: expected visible ASCII and the space, each once, found \"" + symbol + "\"");
        const std::size_t id = vocabulary.size();
        vocabulary[symbol] = id;
    }
    const Json byte_level = {
        {"type", "ByteLevel"}, {"add_prefix_space", false}, {"trim_offsets", true}, {"use_regex", false}};
    const Json tokenizer = {{"version", "1.0"},
                            {"truncation", nullptr},
                            {"padding", nullptr},
                            {"added_tokens", added},
                            {"normalizer", nullptr},
                            {"pre_tokenizer", byte_level},
                            {"post_processor", nullptr},
                            {"decoder", byte_level},
                            {"model",
                             {{"type", "BPE"},
                              {"dropout", nullptr},
                              {"unk_token", nullptr},
                              {"continuing_subword_prefix", nullptr},
                              {"end_of_word_suffix", nullptr},
                              {"fuse_unk", false},
                              {"byte_fallback", false},
                              {"ignore_merges", false},
                              {"vocab", vocabulary},
                              {"merges", Json::array()}}}};
    return tokenizer.dump(1) + "\n";
}

} // namespace lab
