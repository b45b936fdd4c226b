#pragma once

#include "core/model/pickled_state.h"

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
/// A name of Python's that the machine knows: "torch._utils._rebuild_tensor_v2".
struct Global {
    std::string name;
};
struct Storage {
    std::string type, key;
    std::int64_t size;
};

using Value = std::variant<None, bool, std::int64_t, double, std::string, Tuple, List, Dictionary, Global,
                           Storage, PickledTensor>;

/// Runs a pickle to its end. Throws std::runtime_error with the path and a sentence.
struct Result {
    std::vector<Value> values;
    Ref top; ///< what the pickle is
};
Result run(std::span<const std::uint8_t> pickle, const std::string& path);

/// What a call of a known global with these arguments makes.
/// @param fail throws with the path and the sentence that it is given
Value called(const std::vector<Value>& values, const Value& function, const Value& arguments,
             const std::string& path);
/// Whether a pickle of a state dictionary may name it.
bool known_global(const std::string& name);
/// The storage of a persistent id ('storage', type, key, device, size).
Value storage_of(const std::vector<Value>& values, const Value& id, const std::string& path);

[[noreturn]] void fail(const std::string& path, const std::string& what);

} // namespace lab::pickle
