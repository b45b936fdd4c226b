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

/// A dictionary of a pickle that holds tensors.
struct PickledSet {
    std::string name; ///< keys that lead to it: "model_ema.state_dict"; "" for the pickle itself
    std::map<std::string, PickledTensor> tensors;
};

struct PickledSets {
    std::vector<PickledSet> sets;    ///< outer ones first, in the pickle's order
    std::vector<std::string> beside; ///< what else the outermost holds: "epoch", "args (argparse.Namespace)"
    std::string whole_model; ///< class of a network that was pickled as a whole; "" where there is none
};

/// Reads the pickle of a PyTorch checkpoint without executing anything: a machine that knows what builds
/// dictionaries, lists, tuples, texts and numbers, and the few names of PyTorch that stand for tensors and
/// storages. Whatever else Python would make by running code stays an opaque value with the name of its
/// class. All dictionaries with tensors are found, however they are nested; keys that are no texts count by
/// what they show as.
///
/// Throws std::runtime_error with the path and a sentence for a pickle that is broken, cut off or larger than
/// 64 MiB, for the pickle of a whole model, and where no tensors are found. Sizes and strides are as written:
/// checking them against the storage is the caller's part.
PickledSets pickled_sets(std::span<const std::uint8_t> pickle, const std::string& path);

/// What is wrong with a model of this class that was pickled as a whole, and the way on.
std::string whole_model_sentence(const std::string& of_class);

/// Whether a storage of this type ("FloatStorage") can be read.
bool known_storage(const std::string& type);

} // namespace lab
