#pragma once

#include "core/weights/checkpoint.h"

#include <map>
#include <string>

namespace lab {

/// The contents of a .safetensors file (format: an 8-byte little-endian header length, a JSON header with
/// type, shape and offsets of each tensor, then the raw values).
struct SafetensorsFile {
    StateDict tensors;                           ///< CPU tensors of the stored type
    std::map<std::string, std::string> metadata; ///< the header's "__metadata__"
};

/// Reads the header alone: one set of weights and the header's "__metadata__". The values are fetched later.
/// Types: F64, F32, F16, BF16, I64, I32, U8, BOOL. Throws std::runtime_error naming the file and the fault:
/// a header that is no JSON, offsets outside the file or overlapping, a size that disagrees with the shape.
Checkpoint open_safetensors(std::shared_ptr<const FileBytes> file);

/// Reads the whole file. Throws as open_safetensors(), and where the file is something else.
SafetensorsFile read_safetensors(const std::string& path);

/// Writes all tensors, completely or not at all (temporary file, then rename).
/// Throws std::runtime_error naming the file and the reason.
void write_safetensors(const std::string& path, const StateDict& tensors,
                       const std::map<std::string, std::string>& metadata);

} // namespace lab
