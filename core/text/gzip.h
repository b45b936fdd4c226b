#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lab {

/// Whether bytes begin as a gzip file does.
bool is_gzip(std::string_view bytes);

/// What a gzip file holds. Throws std::runtime_error with a sentence without a subject ("is cut off …") where
/// it ends early, is damaged, is followed by other bytes, or would become longer than `limit` bytes.
std::string gunzipped(const std::string& bytes, std::size_t limit);

} // namespace lab
