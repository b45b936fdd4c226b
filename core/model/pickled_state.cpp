#include "core/model/pickled_state.h"

#include "core/model/pickle_value.h"

#include <algorithm>
#include <array>

namespace lab {

namespace pickle {

namespace {

constexpr const char* ordered_dictionary = "collections.OrderedDict";
constexpr const char* tensor_maker = "torch._utils._rebuild_tensor_v2";
constexpr const char* parameter_maker = "torch._utils._rebuild_parameter";
constexpr std::size_t most_dimensions = 16;

template <class T>
const T* item(const std::vector<Value>& values, const Tuple& tuple, std::size_t index) {
    return index < tuple.items.size() ? std::get_if<T>(&values[tuple.items[index]]) : nullptr;
}

/// A tuple of whole numbers.
std::vector<std::int64_t> numbers(const std::vector<Value>& values, const Tuple* tuple,
                                  const std::string& path) {
    std::vector<std::int64_t> result;
    for (std::size_t i = 0; tuple != nullptr && i < tuple->items.size(); ++i) {
        const auto* value = item<std::int64_t>(values, *tuple, i);
        if (value == nullptr || i >= most_dimensions)
            tuple = nullptr;
        else
            result.push_back(*value);
    }
    if (tuple == nullptr)
        fail(path, "a tensor's sizes or strides are no short list of whole numbers");
    return result;
}

Value tensor_from(const std::vector<Value>& values, const Tuple& arguments, const std::string& path) {
    const auto* storage = item<Storage>(values, arguments, 0);
    const auto* offset = item<std::int64_t>(values, arguments, 1);
    if (storage == nullptr || offset == nullptr)
        fail(path, "a tensor is not made of a storage and a place in it");
    return PickledTensor{storage->type,
                         storage->key,
                         storage->size,
                         *offset,
                         numbers(values, item<Tuple>(values, arguments, 2), path),
                         numbers(values, item<Tuple>(values, arguments, 3), path)};
}

} // namespace

bool known_global(const std::string& name) {
    static const std::array storages = {"Float", "Double", "Half", "BFloat16", "Long",
                                        "Int",   "Short",  "Char", "Byte",     "Bool"};
    return name == ordered_dictionary || name == tensor_maker || name == parameter_maker ||
           std::any_of(storages.begin(), storages.end(),
                       [&](const char* type) { return name == std::string("torch.") + type + "Storage"; });
}

Value called(const std::vector<Value>& values, const Value& function, const Value& arguments,
             const std::string& path) {
    const auto* global = std::get_if<Global>(&function);
    const auto* tuple = std::get_if<Tuple>(&arguments);
    if (global == nullptr || tuple == nullptr)
        fail(path, "its pickle calls what is no function");
    if (global->name == ordered_dictionary && tuple->items.empty())
        return Dictionary{};
    if (global->name == tensor_maker)
        return tensor_from(values, *tuple, path);
    if (const auto* tensor = item<PickledTensor>(values, *tuple, 0);
        global->name == parameter_maker && tensor != nullptr)
        return *tensor;
    fail(path, "its pickle calls " + global->name + " with arguments that do not belong there");
}

Value storage_of(const std::vector<Value>& values, const Value& id, const std::string& path) {
    const auto* tuple = std::get_if<Tuple>(&id);
    const auto* kind = tuple == nullptr ? nullptr : item<std::string>(values, *tuple, 0);
    if (kind != nullptr && *kind == "storage") {
        const auto* type = item<Global>(values, *tuple, 1);
        const auto* key = item<std::string>(values, *tuple, 2);
        const auto* size = item<std::int64_t>(values, *tuple, 4);
        if (type != nullptr && type->name.starts_with("torch.") && key != nullptr && size != nullptr)
            return Storage{type->name.substr(6), *key, *size};
    }
    fail(path, "a storage of its pickle is not described as torch.save does");
}

} // namespace pickle

namespace {

constexpr std::size_t largest_pickle = 16 << 20;

/// The value of a key, the last one where it was set twice.
const pickle::Value* find(const pickle::Result& result, const pickle::Dictionary& dictionary,
                          const std::string& key) {
    const pickle::Value* found = nullptr;
    for (const auto& [name, value] : dictionary.items)
        if (const auto* text = std::get_if<std::string>(&result.values[name]);
            text != nullptr && *text == key)
            found = &result.values[value];
    return found;
}

} // namespace

std::map<std::string, PickledTensor> pickled_tensors(std::span<const std::uint8_t> pickle,
                                                     const std::string& path) {
    if (pickle.size() > largest_pickle)
        pickle::fail(path, "its pickle is larger than 16 MiB");
    const pickle::Result result = pickle::run(pickle, path);
    const auto* dictionary = std::get_if<pickle::Dictionary>(&result.values[result.top]);
    for (const char* wrapper : {"state_dict", "model"})
        if (dictionary != nullptr)
            if (const pickle::Value* inside = find(result, *dictionary, wrapper))
                if (const auto* nested = std::get_if<pickle::Dictionary>(inside)) {
                    dictionary = nested;
                    break;
                }
    std::map<std::string, PickledTensor> tensors;
    if (dictionary != nullptr)
        for (const auto& [name, value] : dictionary->items)
            if (const auto* text = std::get_if<std::string>(&result.values[name]))
                if (const auto* tensor = std::get_if<PickledTensor>(&result.values[value]))
                    tensors[*text] = *tensor;
    if (tensors.empty())
        pickle::fail(path, "expected a dictionary of tensors, as torch.save(model.state_dict()) writes it");
    return tensors;
}

} // namespace lab
