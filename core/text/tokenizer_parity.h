#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

namespace lab {

/// How one tokeniser met its reference ids.
struct TokenizerParity {
    std::string name;
    std::size_t texts = 0, ids = 0; ///< compared
    std::size_t mismatched = 0;     ///< lists of ids and decoded texts that differ
    double seconds = 0;             ///< for reading the file and all texts
    std::string note;               ///< the first difference, or what failed

    bool met() const { return note.empty(); }
};

/// Whether a folder holds tokenisers: NAME.tokenizer.json or NAME.tokenizer.json.gz.
bool holds_tokenizers(const std::filesystem::path& folder);

/// Encodes and decodes the texts of every NAME.json beside a NAME.tokenizer.json[.gz]: a list of objects with
/// `text`, and of `ids` (without what the post-processor adds), `ids_special` (with it) and `decoded` (of
/// `ids`) at least one.
/// @param report called after each tokeniser, in the order of the names
/// Throws std::runtime_error naming the folder or file where NAME.json is missing or has another form; a
/// tokeniser that cannot be read is told in its note.
void replay_tokenizers(const std::filesystem::path& folder,
                       const std::function<void(const TokenizerParity&)>& report);

} // namespace lab
