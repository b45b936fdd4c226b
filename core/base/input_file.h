#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace lab {

/// Throws std::runtime_error with the path and what was found where there is no ordinary file: nothing, a
/// folder, or a pipe, socket or device, which could block or never end. Follows links.
/// @param expected "a weight file"
void expect_regular_file(const std::filesystem::path& path, const std::string& expected = "a file");

/// The whole content. Throws as expect_regular_file(), and for files that cannot be read or hold more than
/// `most` bytes.
std::string file_content(const std::filesystem::path& path, std::uint64_t most = std::uint64_t{1} << 30);

/// The file's content as UTF-8 (decoded_text()). Throws likewise.
std::string text_file_content(const std::filesystem::path& path,
                              std::uint64_t most = std::uint64_t{64} << 20);

} // namespace lab
