#include "core/weights/pickled_state.h"

#include "core/base/text.h"
#include "core/weights/pickle_value.h"

#include <algorithm>
#include <array>
#include <deque>
#include <set>

namespace lab {

namespace pickle {

namespace {

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
    if (const auto* other = item<Opaque>(values, arguments, 0))
        return Opaque{"a tensor in " + other->name};
    const auto* storage = item<Storage>(values, arguments, 0);
    const auto* offset = item<std::int64_t>(values, arguments, 1);
    if (storage == nullptr || offset == nullptr)
        fail(path, "a tensor is not made of a storage and a place in it");
    if (!known_storage(storage->type))
        return Opaque{"a tensor of " + storage->type};
    return PickledTensor{storage->type,
                         storage->key,
                         storage->size,
                         *offset,
                         numbers(values, item<Tuple>(values, arguments, 2), path),
                         numbers(values, item<Tuple>(values, arguments, 3), path)};
}

bool one_of(const std::string& name, std::initializer_list<const char*> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// OrderedDict([("a", 1), …]) as well as OrderedDict().
Dictionary dictionary_from(const std::vector<Value>& values, const Tuple& arguments) {
    Dictionary made;
    const auto* list = item<List>(values, arguments, 0);
    for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
        const Value& entry = values[list->items[i]];
        const auto* pair = std::get_if<Tuple>(&entry);
        const auto* pair_list = std::get_if<List>(&entry);
        const auto& parts = pair != nullptr        ? pair->items
                            : pair_list != nullptr ? pair_list->items
                                                   : list->items;
        if ((pair != nullptr || pair_list != nullptr) && parts.size() == 2)
            made.items.emplace_back(parts[0], parts[1]);
    }
    return made;
}

} // namespace

Value called(const std::vector<Value>& values, const Value& function, const Value& arguments,
             const std::string& path) {
    const auto* global = std::get_if<Global>(&function);
    const auto* tuple = std::get_if<Tuple>(&arguments);
    if (tuple != nullptr && std::holds_alternative<Opaque>(function))
        return Opaque{"an object"};
    if (global == nullptr || tuple == nullptr)
        fail(path, "its pickle calls what is no function");
    const std::string& name = global->name;
    if (one_of(name,
               {"collections.OrderedDict", "collections.defaultdict", "builtins.dict", "__builtin__.dict"}))
        return dictionary_from(values, *tuple);
    if (one_of(name, {"torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor"}))
        return tensor_from(values, *tuple, path);
    if (one_of(name, {"torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state"}))
        if (const auto* tensor = item<PickledTensor>(values, *tuple, 0))
            return *tensor;
    if (name == "torch._tensor._rebuild_from_type_v2") // (function, class, its arguments, state)
        if (const auto* inner = item<Global>(values, *tuple, 0);
            inner != nullptr && inner->name == "torch._utils._rebuild_tensor_v2")
            if (const auto* parts = item<Tuple>(values, *tuple, 2))
                return tensor_from(values, *parts, path);
    if (one_of(name, {"copyreg._reconstructor", "copy_reg._reconstructor"}))
        if (const auto* of_class = item<Global>(values, *tuple, 0))
            return Opaque{of_class->name};
    if (one_of(name, {"builtins.set", "__builtin__.set"}))
        return Opaque{"set"};
    return Opaque{name == "_codecs.encode" ? "bytes" : name};
}

Value storage_of(const std::vector<Value>& values, const Value& id) {
    const auto* tuple = std::get_if<Tuple>(&id);
    const auto* kind = tuple == nullptr ? nullptr : item<std::string>(values, *tuple, 0);
    if (kind != nullptr && *kind == "storage") {
        const auto* type = item<Global>(values, *tuple, 1);
        const auto* key = item<std::string>(values, *tuple, 2);
        const auto* size = item<std::int64_t>(values, *tuple, 4);
        if (type != nullptr && type->name.starts_with("torch.") && key != nullptr && size != nullptr)
            return Storage{type->name.substr(6), *key, *size};
    }
    return Opaque{"an object"};
}

} // namespace pickle

namespace {

using namespace pickle;

constexpr std::size_t largest_pickle = 64 << 20;
constexpr int deepest = 8;               ///< dictionaries within each other
constexpr std::size_t most_items = 1000; ///< of a list that is looked through

std::string key_text(const Value& key) {
    if (const auto* text = std::get_if<std::string>(&key))
        return *text;
    if (const auto* number = std::get_if<std::int64_t>(&key))
        return std::to_string(*number);
    return "";
}

/// Looks through dictionaries from the outside in; each is looked at once, however often it is referred to.
class Search {
  public:
    explicit Search(const Result& result) : values_(result.values) { look(result.top, "", 0); }

    PickledSets found;

    void run() {
        while (!waiting_.empty()) {
            const Place place = waiting_.front();
            waiting_.pop_front();
            if (const auto* items = items_of(values_[place.ref]))
                open(*items, place);
        }
    }

  private:
    struct Place {
        Ref ref;
        std::string name;
        int depth;
    };

    static const std::vector<std::pair<Ref, Ref>>* items_of(const Value& value) {
        if (const auto* dictionary = std::get_if<Dictionary>(&value))
            return &dictionary->items;
        const auto* object = std::get_if<Opaque>(&value);
        return object != nullptr ? &object->items : nullptr;
    }

    void look(Ref ref, const std::string& name, int depth) {
        if (const auto* object = std::get_if<Opaque>(&values_[ref]);
            object != nullptr && object->module && found.whole_model.empty())
            found.whole_model = object->name;
        if (depth <= deepest && items_of(values_[ref]) != nullptr && seen_.insert(ref).second)
            waiting_.push_back({ref, name, depth});
        if (const auto* items = row_of(values_[ref]); items != nullptr && depth <= deepest)
            look_along(*items, ref, name, depth);
    }

    static const std::vector<Ref>* row_of(const Value& value) {
        if (const auto* tuple = std::get_if<Tuple>(&value))
            return &tuple->items;
        const auto* list = std::get_if<List>(&value);
        return list != nullptr ? &list->items : nullptr;
    }

    /// Tuples and lists: their items are called by number. Tensors in a row have no names, as the averages of
    /// some programs ("ema.shadow_params"): which parameter each is the file does not tell.
    void look_along(const std::vector<Ref>& items, Ref ref, const std::string& name, int depth) {
        if (!seen_.insert(ref).second)
            return;
        if (const auto tensors = tensors_in(items); tensors > 0 && depth > 0)
            found.beside.push_back(name + rowed(tensors));
        for (std::size_t i = 0; i < std::min(items.size(), most_items); ++i) {
            const std::string number = std::to_string(i);
            if (depth == 0)
                found.beside.push_back(items_of(values_[items[i]]) != nullptr
                                           ? described(number, values_[items[i]])
                                           : "item " + number + " " + kind_of(values_[items[i]]));
            look(items[i], name.empty() ? number : name + "." + number, depth + 1);
        }
    }

    std::int64_t tensors_in(const std::vector<Ref>& items) const {
        return std::count_if(items.begin(), items.end(),
                             [&](Ref item) { return std::holds_alternative<PickledTensor>(values_[item]); });
    }

    static std::string rowed(std::int64_t tensors) {
        return " (" + std::to_string(tensors) + (tensors == 1 ? " tensor" : " tensors") +
               " in a row, without names)";
    }

    void open(const std::vector<std::pair<Ref, Ref>>& items, const Place& place) {
        PickledSet set{place.name, {}};
        for (const auto& [key, value] : items) {
            const std::string name = key_text(values_[key]);
            if (const auto* tensor = std::get_if<PickledTensor>(&values_[value])) {
                set.tensors[name] = *tensor;
                continue;
            }
            const std::size_t told = found.beside.size();
            look(value, place.name.empty() ? name : place.name + "." + name, place.depth + 1);
            if (place.depth == 0 && (row_of(values_[value]) == nullptr || found.beside.size() == told))
                found.beside.push_back(described(name, values_[value]));
        }
        if (!set.tensors.empty())
            found.sets.push_back(std::move(set));
    }

    /// What an item without a key is.
    std::string kind_of(const Value& value) const {
        if (const auto* object = std::get_if<Opaque>(&value))
            return "(" + object->name + ")";
        if (const auto* items = row_of(value)) {
            const auto tensors = tensors_in(*items);
            return tensors > 0 ? rowed(tensors).substr(1) : "(a list)";
        }
        if (std::holds_alternative<PickledTensor>(value))
            return "(a tensor without a name)";
        if (std::holds_alternative<std::string>(value))
            return "(a text)";
        return std::holds_alternative<None>(value) ? "(None)" : "(a number)";
    }

    static std::string described(const std::string& name, const Value& value) {
        if (const auto* object = std::get_if<Opaque>(&value))
            return name + " (" + object->name + ")";
        const auto* global = std::get_if<Global>(&value);
        return global != nullptr ? name + " (" + global->name + ")" : name;
    }

    const std::vector<Value>& values_;
    std::deque<Place> waiting_;
    std::set<Ref> seen_;
};

} // namespace

bool known_storage(const std::string& type) {
    static const std::array names = {"Float", "Double", "Half", "BFloat16", "Long",
                                     "Int",   "Short",  "Char", "Byte",     "Bool"};
    return std::any_of(names.begin(), names.end(),
                       [&](const char* name) { return type == std::string(name) + "Storage"; });
}

PickledSets pickled_sets(std::span<const std::uint8_t> pickle, const std::string& path) {
    if (pickle.size() > largest_pickle)
        fail(path, "its pickle is larger than 64 MiB");
    const Result result = run(pickle, path);
    Search search(result);
    search.run();
    if (!search.found.sets.empty())
        return std::move(search.found);
    if (!search.found.whole_model.empty())
        fail(path, whole_model_sentence(search.found.whole_model));
    fail(path, "expected a dictionary of tensors, as torch.save(model.state_dict()) writes it");
}

std::string whole_model_sentence(const std::string& of_class) {
    return "it holds a whole model, a pickled " + shown(of_class).substr(0, 200) +
           ", which only its program can bring back, and nothing in a file is executed here: save its "
           "weights "
           "in Python with torch.save(model.state_dict(), file)";
}

} // namespace lab
