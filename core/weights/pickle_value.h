#pragma once

#include "core/weights/pickled_state.h"

#include <utility>
#include <variant>

namespace lab::pickle {

/// Values refer to each other by number: however deep a pickle nests them, nothing recurses.
using Ref = std::uint32_t;

struct None {};
struct Tuple {
    std::vector<Ref> items;
};
struct List {
    std::vector<Ref> items;
};
struct Dictionary {
    std::vector<std::pair<Ref, Ref>> items;
};
/// A name of Python's: "torch._utils._rebuild_tensor_v2", "argparse.Namespace".
struct Global {
    std::string name;
};
struct Storage {
    std::string type, key;
    std::int64_t size;
};
/// Something that Python would have made by running code, or that no network needs: what it is an instance
/// of is known, nothing else. Dictionaries of other classes keep their items.
struct Opaque {
    std::string name;    ///< "argparse.Namespace", "set", "bytes"
    bool module = false; ///< its state is that of a network's class
    std::vector<std::pair<Ref, Ref>> items = {};
};

using Value = std::variant<None, bool, std::int64_t, double, std::string, Tuple, List, Dictionary, Global,
                           Storage, PickledTensor, Opaque>;

/// Runs a pickle to its end. Throws std::runtime_error with the path and a sentence.
struct Result {
    std::vector<Value> values;
    Ref top; ///< what the pickle is
};
Result run(std::span<const std::uint8_t> pickle, const std::string& path);

/// What a call of a global with these arguments makes: an opaque value for all but the few that stand for
/// tensors and dictionaries. Throws where a tensor's parts are not what they must be.
Value called(const std::vector<Value>& values, const Value& function, const Value& arguments,
             const std::string& path);
/// The storage of a persistent id ('storage', type, key, device, size); an opaque value for any other.
Value storage_of(const std::vector<Value>& values, const Value& id);

[[noreturn]] void fail(const std::string& path, const std::string& what);

} // namespace lab::pickle
