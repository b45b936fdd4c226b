#pragma once

#include "core/weights/checkpoint.h"

namespace lab {

/// The index of a model that lies in several files: {"weight_map": {"layer1.0.conv1.weight":
/// "model-00001-of-00002.safetensors", …}}, as on the Hugging Face hub.
bool is_shard_index(const FileBytes& file);

/// Opens all files that an index names, which lie beside it, as one set of weights. Throws std::runtime_error
/// naming the index and the file or tensor that is missing.
Checkpoint open_shards(const std::string& path, const FileBytes& index);

/// For a file that is one of several: "…-00001-of-00002.safetensors" gives "1 of 2"; "" for any other.
std::string shard_of(const std::string& path);

} // namespace lab
