#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace lab {

/// A tensor as a pickle describes it: a view into a storage that lies elsewhere in the archive.
struct PickledTensor {
    std::string storage_type;      ///< "FloatStorage"
    std::string storage_key;       ///< name of the file with its values: "0"
    std::int64_t storage_size = 0; ///< values, not bytes
    std::int64_t offset = 0;       ///< values, not bytes
    std::vector<std::int64_t> sizes;
    std::vector<std::int64_t> strides;
};

/// Reads the pickle of a PyTorch state dictionary without executing anything: a machine that knows the
/// opcodes which build dictionaries, lists, tuples, texts and numbers, and the few names of PyTorch that
/// stand for tensors and storages. A dictionary {"state_dict": …} or {"model": …} around the tensors is taken
/// off; values that are no tensors are left out.
///
/// Throws std::runtime_error with the path and a sentence for any other opcode or name, for a pickle that is
/// cut off or larger than 16 MiB, and where no tensors are found. Sizes and strides are as written: checking
/// them against the storage is the caller's part.
std::map<std::string, PickledTensor> pickled_tensors(std::span<const std::uint8_t> pickle,
                                                     const std::string& path);

} // namespace lab
