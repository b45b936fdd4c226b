#include "core/text/tokenizer_parity.h"

#include "core/base/elapsed.h"
#include "core/base/input_file.h"
#include "core/base/text.h"
#include "core/text/field_reader.h"
#include "core/text/tokenizer.h"

#include <chrono>
#include <map>
#include <stdexcept>
#include <vector>

namespace lab {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// NAME to its tokenizer file.
std::map<std::string, fs::path> tokenizers_in(const fs::path& folder) {
    std::map<std::string, fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().native();
        for (const std::string ending : {".tokenizer.json", ".tokenizer.json.gz"}) {
            if (!name.ends_with(ending) || name == ending)
                continue;
            const auto [place, fresh] =
                files.emplace(name.substr(0, name.size() - ending.size()), entry.path());
            if (!fresh)
                throw std::runtime_error(shown(folder.native()) + ": expected one tokenizer of the name " +
                                         shown(place->first) + ", found it compressed and uncompressed");
        }
    }
    return files;
}

std::vector<std::int32_t> ids_of(const Json& list, const std::string& path) {
    std::vector<std::int32_t> ids;
    for (const Json& id : list) {
        if (!id.is_number_integer() || id < 0 || id > 0x7fffffff)
            FieldReader::refuse(path, "whole numbers from 0 to 2147483647", id);
        ids.push_back(id.get<std::int32_t>());
    }
    return ids;
}

std::string first_difference(const std::vector<std::int32_t>& found,
                             const std::vector<std::int32_t>& expected) {
    std::size_t i = 0;
    while (i < found.size() && i < expected.size() && found[i] == expected[i])
        ++i;
    const auto at = [&](const std::vector<std::int32_t>& ids) {
        return i < ids.size() ? std::to_string(ids[i]) : std::string("the end");
    };
    return "id " + std::to_string(i + 1) + ": expected " + at(expected) + ", found " + at(found);
}

/// Compares one text and counts.
void replay(const Tokenizer& tokenizer, const Json& json, const std::string& path, TokenizerParity& result) {
    FieldReader entry(json, path);
    const std::string text = entry.text("text");
    const auto tell = [&](const std::string& what) {
        ++result.mismatched;
        if (result.note.empty())
            result.note = path + ", \"" + shown(text.substr(0, 40)) + "\": " + what;
    };
    int compared = 0;
    for (const char* field : {"ids", "ids_special"}) {
        if (!entry.has(field))
            continue;
        const std::vector<std::int32_t> expected = ids_of(entry.list(field), entry.path_of(field));
        const bool with_special = field == std::string("ids_special");
        const std::vector<std::int32_t> found = tokenizer.encode(text, {with_special, MarksInText::all}).ids;
        if (found != expected)
            tell(std::string(field) + ": " + first_difference(found, expected));
        result.ids += expected.size();
        ++compared;
    }
    if (entry.has("decoded")) {
        const std::string expected = entry.text("decoded");
        const std::string found = tokenizer.decode(ids_of(entry.list("ids"), entry.path_of("ids")));
        if (found != expected)
            tell("decoded: expected \"" + shown(expected.substr(0, 60)) + "\", found \"" +
                 shown(found.substr(0, 60)) + "\"");
        ++compared;
    }
    entry.expect_no_more();
    if (compared == 0)
        throw std::invalid_argument(path + ": expected ids, ids_special or decoded, found none");
    ++result.texts;
}

Json texts_of(const fs::path& file) {
    try {
        expect_regular_file(file, "the texts and ids of a tokenizer");
        const Json texts = Json::parse(text_file_content(file, std::uint64_t{1} << 30), nullptr, false);
        if (!texts.is_array() || texts.empty())
            throw std::invalid_argument("expected a list of texts with their ids in JSON");
        return texts;
    } catch (const std::invalid_argument& fault) {
        throw std::runtime_error(shown(file.native()) + ": " + fault.what());
    }
}

} // namespace

bool holds_tokenizers(const fs::path& folder) {
    return fs::is_directory(folder) && !tokenizers_in(folder).empty();
}

void replay_tokenizers(const fs::path& folder, const std::function<void(const TokenizerParity&)>& report) {
    for (const auto& [name, file] : tokenizers_in(folder)) {
        const fs::path texts_file = folder / (name + ".json");
        const Json texts = texts_of(texts_file);
        TokenizerParity result;
        result.name = name;
        const auto start = std::chrono::steady_clock::now();
        try {
            const Tokenizer tokenizer = Tokenizer::load(file);
            for (std::size_t i = 0; i < texts.size(); ++i)
                replay(tokenizer, texts[i], "entry " + std::to_string(i + 1), result);
        } catch (const std::exception& fault) {
            ++result.mismatched;
            if (result.note.empty())
                result.note = fault.what();
        }
        result.seconds = seconds_since(start);
        report(result);
    }
}

} // namespace lab
