#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>

namespace lab {

/// ByteSpan of a file in memory; writing to them does not reach the file.
using ByteSpan = std::span<std::uint8_t>;

/// The stored files of a .zip archive by name, as parts of the archive's own bytes: nothing is copied. Reads
/// the central directory, zip64 included. Offsets and sizes are checked against the archive. Throws
/// std::runtime_error with the path and a sentence for archives that are cut off, compressed, encrypted or
/// spread over several files, and for names that occur twice.
std::map<std::string, ByteSpan> stored_files(ByteSpan archive, const std::string& path);

} // namespace lab
