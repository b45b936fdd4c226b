#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

/// The small tokenizers of tests/text/reference, as JSON to be changed.
namespace small_tokenizer {

using Json = nlohmann::ordered_json;

inline std::filesystem::path folder() {
    return LAB_SOURCE_DIR "/tests/text/reference";
}

/// @param name "llama3", "qwen2", "smollm2", "marks" or "unknown"
inline Json json(const std::string& name) {
    std::ifstream file(folder() / (name + ".tokenizer.json"));
    return Json::parse(file);
}

} // namespace small_tokenizer
