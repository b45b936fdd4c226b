#pragma once

#include "core/weights/file_bytes.h"

#include <functional>
#include <map>
#include <string>

namespace lab {

/// The stored files of a .zip archive by name, as places among the archive's own bytes: their contents are
/// not read. Reads the central directory, zip64 included. Offsets and sizes are checked against the archive.
/// Throws std::runtime_error with the path and a sentence for archives that are cut off, compressed,
/// encrypted or spread over several files, and for names that occur twice.
///
/// @param wanted says by its name whether a file matters: how others are stored is not looked at
std::map<std::string, ByteSpan> stored_files(const FileBytes& archive,
                                             const std::function<bool(const std::string& name)>& wanted);

} // namespace lab
