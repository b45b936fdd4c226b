#pragma once

#include "core/nn/parameters.h"
#include "core/weights/file_bytes.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace lab {

/// Tensors that lie together in a file.
struct WeightSet {
    std::string name; ///< where in the file: "state_dict_ema", "" for the whole file
    StateDict tensors;
};

/// What a weight file holds, before anybody has looked for a network in it. The tensors have their types,
/// shapes and places; their values are those of the file once they were fetched.
struct Checkpoint {
    std::vector<WeightSet> sets; ///< in the file's order, at least one
    std::map<std::string, std::string> metadata;
    std::vector<std::string> beside; ///< what else lies at the top: "epoch", "args (argparse.Namespace)"
    std::string hint = {};           ///< a sentence for the case that none of the sets is a network's
    std::vector<std::shared_ptr<const FileBytes>> files;

    /// Reads the values of these tensors, which are some of its own. Throws as FileBytes::read().
    void fetch(const StateDict& tensors) const;
    /// Throws where a file has changed since it was opened.
    void expect_unchanged() const;
};

/// A CPU tensor whose values are to be fetched to the place of `bytes`, or, where its type's numbers cannot
/// begin there, were copied from it. The tensor keeps the file's bytes alive.
at::Tensor tensor_at(const std::shared_ptr<const FileBytes>& file, ByteSpan bytes, at::ScalarType type,
                     at::IntArrayRef shape);

/// Opens a weight file of any kind that is known, by its content: .safetensors, PyTorch's zip archives, the
/// index of a model in several files ("model.safetensors.index.json"). Of the values none are read. Throws
/// std::runtime_error naming the file and what it is instead.
Checkpoint open_checkpoint(const std::string& path);

} // namespace lab
