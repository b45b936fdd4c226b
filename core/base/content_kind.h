#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace lab {

/// What a file is by its first bytes, for the sentence that says that it is not what was expected: "a Git LFS
/// pointer (the file itself was not downloaded; \"git lfs pull\" gets it)", "an HTML page (of a download that
/// failed?)", "a gzip archive", "a Python pickle", "a JPEG picture" … Empty where nothing is recognised.
/// @param begin the first bytes; 512 are enough for all kinds
std::string content_kind(std::string_view begin);

/// The same of a file; "an empty file", or empty where it cannot be read. Ordinary files alone are opened.
std::string content_kind_of(const std::filesystem::path& file);

} // namespace lab
