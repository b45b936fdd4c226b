#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace lab {

enum class ChecksumKind { sha256, md5 };

/// The checksum of a file in lower-case hexadecimal digits.
/// @param progress called now and then with the bytes read so far; false ends the work
/// Throws std::runtime_error naming the file where it cannot be read, FetchCancelled where progress said
/// false.
std::string checksum(const std::filesystem::path& file, ChecksumKind kind,
                     const std::function<bool(std::int64_t)>& progress = {});

/// SHA-256 of a text, in the same digits.
std::string text_checksum(std::string_view text);

} // namespace lab
