#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lab {

/// Containers of zlib: with gzip's header for files, with zlib's shorter one for links.
enum class Wrapping { gzip, zlib };

/// Whether bytes begin as a gzip file does.
bool is_gzip(std::string_view bytes);

/// Compressed: for a link as short as zlib can, for a file with its usual effort. Equal bytes in, equal bytes
/// out.
std::string compressed(const std::string& bytes, Wrapping wrapping);
/// The bytes again. Throws std::runtime_error with a sentence without a subject ("is cut off …") where the
/// data are cut off, damaged, or would become longer than `limit` bytes.
std::string decompressed(const std::string& bytes, Wrapping wrapping, std::size_t limit);

} // namespace lab
