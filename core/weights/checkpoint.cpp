#include "core/weights/checkpoint.h"

#include "core/weights/file_kind.h"
#include "core/weights/pth.h"
#include "core/weights/safetensors.h"
#include "core/weights/shard_index.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <map>
#include <stdexcept>

namespace lab {

void Checkpoint::fetch(const StateDict& tensors) const {
    // Views of one storage are read once; an empty tensor has the place of the one that follows it.
    std::map<const void*, std::size_t> fetched;
    for (const auto& [name, tensor] : tensors) {
        const auto* const values = static_cast<const std::uint8_t*>(tensor.storage().data());
        const std::size_t bytes = tensor.storage().nbytes();
        if (values == nullptr || bytes == 0 || fetched[values] >= bytes)
            continue;
        fetched[values] = bytes;
        for (const auto& file : files)
            if (file->holds(values))
                file->read(static_cast<std::uint64_t>(values - file->place()), bytes);
    }
}

void Checkpoint::expect_unchanged() const {
    for (const auto& file : files)
        file->expect_unchanged();
}

at::Tensor tensor_at(const std::shared_ptr<const FileBytes>& file, ByteSpan bytes, at::ScalarType type,
                     at::IntArrayRef shape) {
    if (reinterpret_cast<std::uintptr_t>(bytes.data()) % c10::elementSize(type) == 0)
        return at::from_blob(
            bytes.data(), shape, [file](void*) {}, at::TensorOptions(type));
    at::Tensor copy = at::empty(shape, at::TensorOptions(type));
    if (copy.nbytes() > 0) { // an empty tensor has no memory to copy to
        file->read(static_cast<std::uint64_t>(bytes.data() - file->place()), bytes.size());
        std::memcpy(copy.data_ptr(), bytes.data(), std::min<std::size_t>(copy.nbytes(), bytes.size()));
    }
    return copy;
}

Checkpoint open_checkpoint(const std::string& path) {
    auto file = std::make_shared<const FileBytes>(path);
    switch (file_kind(*file)) {
    case FileKind::zip:
        return open_pth(std::move(file));
    case FileKind::json:
        if (is_shard_index(*file))
            return open_shards(path, *file);
        break;
    case FileKind::safetensors:
        return open_safetensors(std::move(file));
    case FileKind::other:
        break;
    }
    if (const std::string what = what_else(*file); !what.empty())
        throw std::runtime_error(file->source() + ": holds no weights that can be read: " + what);
    const std::string ending = std::filesystem::path(path).extension().string();
    if (ending == ".safetensors")
        return open_safetensors(std::move(file)); // says what is wrong with its header
    return open_pth(std::move(file));             // likewise: that it is no archive
}

} // namespace lab
