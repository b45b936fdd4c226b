#pragma once

#include "core/weights/file_bytes.h"

#include <string>

namespace lab {

/// What a weight file is, by its first bytes.
enum class FileKind { safetensors, zip, json, other };
FileKind file_kind(const FileBytes& file);

/// For a file that holds no weights that can be read: what it is, as far as its content tells, and the way
/// on.
/// "" where nothing is known of it.
std::string what_else(const FileBytes& file);

} // namespace lab
