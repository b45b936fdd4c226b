#include "core/weights/pickle_stack.h"

#include <bit>
#include <charconv>
#include <cstdio>
#include <stdexcept>

// Opcodes as in Python's documentation of pickletools. torch.save writes protocol 2 where it is not told
// otherwise.
namespace lab::pickle {

namespace {

class Machine {
  public:
    Machine(std::span<const std::uint8_t> pickle, const std::string& path) : stack_(pickle, path) {}

    Result run() {
        for (;;) {
            const std::uint8_t opcode = stack_.byte();
            if (opcode == '.')
                break;
            step(opcode);
        }
        const Ref top = stack_.pop();
        return {std::move(stack_.values()), top};
    }

  private:
    void push_tuple(std::size_t count) {
        Tuple tuple{std::vector<Ref>(count)};
        for (std::size_t i = count; i > 0; --i)
            tuple.items[i - 1] = stack_.pop();
        stack_.push(std::move(tuple));
    }
    void push_opaque(const char* name) { stack_.push(Opaque{name}); }
    /// Bytes are skipped, however many.
    void skip(std::uint64_t count, const char* name) {
        stack_.bytes(count);
        push_opaque(name);
    }
    void push_signed(std::uint64_t length) {
        if (length > 8)
            return skip(length, "a number of more than 64 bits");
        std::uint64_t value = stack_.number(length);
        if (length > 0 && length < 8 && (value >> (8 * length - 1) & 1) != 0)
            value |= ~std::uint64_t{0} << (8 * length);
        stack_.push(static_cast<std::int64_t>(value));
    }
    /// A number in digits: "5", "5L"; "00" and "01" are truth values.
    void push_digits(std::string digits) {
        if (digits == "00" || digits == "01")
            return stack_.push(digits == "01");
        if (digits.ends_with('L'))
            digits.pop_back();
        std::int64_t value = 0;
        const auto end = digits.data() + digits.size();
        if (const auto read = std::from_chars(digits.data(), end, value);
            read.ec != std::errc{} || read.ptr != end)
            return push_opaque("a number of more than 64 bits");
        stack_.push(value);
    }
    void push_float() {
        std::uint64_t bits = 0; // the one number with its most significant byte first
        for (const std::uint8_t digit : stack_.bytes(8))
            bits = bits << 8 | digit;
        stack_.push(std::bit_cast<double>(bits));
    }
    void push_named_global() {
        const Ref name = stack_.pop(), module = stack_.pop();
        const auto* name_text = std::get_if<std::string>(&stack_.values()[name]);
        const auto* module_text = std::get_if<std::string>(&stack_.values()[module]);
        if (name_text == nullptr || module_text == nullptr)
            stack_.refuse("its pickle asks for a name that is no text");
        stack_.push(Global{*module_text + "." + *name_text});
    }

    void set_items(const std::vector<Ref>& items) {
        auto* dictionary = stack_.top_as<Dictionary>();
        auto* other = stack_.top_as<Opaque>();
        if ((dictionary == nullptr && other == nullptr) || items.size() % 2 != 0)
            stack_.refuse("its pickle sets items of what is no dictionary");
        auto& into = dictionary != nullptr ? dictionary->items : other->items;
        for (std::size_t i = 0; i < items.size(); i += 2)
            into.emplace_back(items[i], items[i + 1]);
    }
    void append(const std::vector<Ref>& items) {
        if (auto* list = stack_.top_as<List>())
            list->items.insert(list->items.end(), items.begin(), items.end());
        else if (stack_.top_as<Opaque>() == nullptr)
            stack_.refuse("its pickle appends to what is no list");
    }
    /// State of an object. A state dictionary's is its metadata, of which nothing is needed; of others only
    /// whether it is that of a network's class.
    void build() {
        const Ref state = stack_.pop();
        auto* object = stack_.top_as<Opaque>();
        if (object == nullptr && stack_.top_as<Dictionary>() == nullptr)
            stack_.refuse("its pickle sets the state of what has none");
        const auto* fields = std::get_if<Dictionary>(&stack_.values()[state]);
        for (std::size_t i = 0; object != nullptr && fields != nullptr && i < fields->items.size(); ++i) {
            const auto* name = std::get_if<std::string>(&stack_.values()[fields->items[i].first]);
            object->module = object->module || (name != nullptr && *name == "_parameters");
        }
    }
    void call() {
        const Ref arguments = stack_.pop(), function = stack_.pop();
        const auto& values = stack_.values();
        stack_.push(called(values, values[function], values[arguments], stack_.path()));
    }
    /// An object of a class, its arguments already taken.
    void make_object(Ref of_class) {
        const auto* global = std::get_if<Global>(&stack_.values()[of_class]);
        if (global != nullptr && global->name == "collections.OrderedDict")
            return stack_.push(Dictionary{});
        stack_.push(Opaque{global != nullptr ? global->name : "an object"});
    }
    void make_dictionary() {
        const std::vector<Ref> items = stack_.since_mark();
        stack_.push(Dictionary{});
        set_items(items);
    }

    void step(std::uint8_t opcode);
    bool number_or_text(std::uint8_t opcode);
    bool bytes_or_line(std::uint8_t opcode);
    bool container(std::uint8_t opcode);
    bool object(std::uint8_t opcode);
    bool memory(std::uint8_t opcode);
    std::uint64_t key_in_digits();

    Stack stack_;
};

/// Numbers and texts as protocols 2 to 5 write them.
bool Machine::number_or_text(std::uint8_t opcode) {
    switch (opcode) {
    case 'N':
        return stack_.push(None{}), true;
    case 0x88:
        return stack_.push(true), true;
    case 0x89:
        return stack_.push(false), true;
    case 'K':
        return stack_.push(static_cast<std::int64_t>(stack_.number(1))), true;
    case 'M':
        return stack_.push(static_cast<std::int64_t>(stack_.number(2))), true;
    case 'J':
        return push_signed(4), true;
    case 0x8a:
        return push_signed(stack_.number(1)), true;
    case 0x8b:
        return push_signed(stack_.number(4)), true;
    case 'G':
        return push_float(), true;
    case 'X':
        return stack_.push(stack_.text(stack_.number(4))), true;
    case 0x8c:
        return stack_.push(stack_.text(stack_.number(1))), true;
    case 0x8d:
        return stack_.push(stack_.text(stack_.number(8))), true;
    default:
        return false;
    }
}

/// Bytes, and what older protocols write as lines.
bool Machine::bytes_or_line(std::uint8_t opcode) {
    switch (opcode) {
    case 'B':
        return skip(stack_.number(4), "bytes"), true;
    case 'C':
        return skip(stack_.number(1), "bytes"), true;
    case 0x8e:
        return skip(stack_.number(8), "bytes"), true;
    case 0x96:
        return skip(stack_.number(8), "bytearray"), true;
    case 'T': // a text of Python 2
        return stack_.push(stack_.text(stack_.number(4))), true;
    case 'U':
        return stack_.push(stack_.text(stack_.number(1))), true;
    case 'V':
        return stack_.push(stack_.line()), true;
    case 'S': {
        const std::string quoted = stack_.line();
        return stack_.push(quoted.size() >= 2 ? quoted.substr(1, quoted.size() - 2) : quoted), true;
    }
    case 'I':
    case 'L':
        return push_digits(stack_.line()), true;
    case 'F':
        return stack_.line(), push_opaque("float"), true;
    default:
        return false;
    }
}

bool Machine::container(std::uint8_t opcode) {
    switch (opcode) {
    case '(':
        return stack_.mark(), true;
    case ')':
        return stack_.push(Tuple{}), true;
    case 't':
        return stack_.push(Tuple{stack_.since_mark()}), true;
    case 0x85:
    case 0x86:
    case 0x87:
        return push_tuple(opcode - 0x84u), true;
    case ']':
        return stack_.push(List{}), true;
    case 'l':
        return stack_.push(List{stack_.since_mark()}), true;
    case 'a':
        return append({stack_.pop()}), true;
    case 'e':
        return append(stack_.since_mark()), true;
    case '}':
        return stack_.push(Dictionary{}), true;
    case 'd':
        return make_dictionary(), true;
    case 's': {
        const Ref value = stack_.pop(), key = stack_.pop();
        return set_items({key, value}), true;
    }
    case 'u':
        return set_items(stack_.since_mark()), true;
    case 0x8f:
        return push_opaque("set"), true;
    case 0x90:
        return append(stack_.since_mark()), true;
    case 0x91:
        return stack_.since_mark(), push_opaque("frozenset"), true;
    default:
        return false;
    }
}

bool Machine::object(std::uint8_t opcode) {
    switch (opcode) {
    case 'c': {
        const std::string module = stack_.line();
        return stack_.push(Global{module + "." + stack_.line()}), true;
    }
    case 0x93:
        return push_named_global(), true;
    case 'Q': // a persistent id
        return stack_.push(storage_of(stack_.values(), stack_.values()[stack_.pop()])), true;
    case 'P':
        return stack_.line(), push_opaque("an object"), true;
    case 'R':
        return call(), true;
    case 'b':
        return build(), true;
    case 0x92: // arguments by name
        stack_.pop();
        [[fallthrough]];
    case 0x81:
        stack_.pop();
        return make_object(stack_.pop()), true;
    case 'i': {
        const std::string module = stack_.line();
        const std::string full = module + "." + stack_.line();
        return stack_.since_mark(), stack_.push(Opaque{full}), true;
    }
    case 'o': {
        const std::vector<Ref> items = stack_.since_mark();
        if (items.empty())
            stack_.refuse("its pickle makes an object of no class");
        return make_object(items.front()), true;
    }
    case 0x82:
    case 0x83:
    case 0x84: // a class by its number in a registry
        return skip(std::uint64_t{1} << (opcode - 0x82u), "an object"), true;
    default:
        return false;
    }
}

std::uint64_t Machine::key_in_digits() {
    const std::string digits = stack_.line();
    std::uint64_t key = 0;
    const auto end = digits.data() + digits.size();
    if (const auto read = std::from_chars(digits.data(), end, key); read.ec != std::errc{} || read.ptr != end)
        stack_.refuse("its pickle refers to a value that it never made");
    return key;
}

bool Machine::memory(std::uint8_t opcode) {
    switch (opcode) {
    case 'q':
        return stack_.remember(stack_.number(1)), true;
    case 'r':
        return stack_.remember(stack_.number(4)), true;
    case 'p':
        return stack_.remember(key_in_digits()), true;
    case 0x94:
        return stack_.remember(stack_.remembered()), true;
    case 'h':
        return stack_.recall(stack_.number(1)), true;
    case 'j':
        return stack_.recall(stack_.number(4)), true;
    case 'g':
        return stack_.recall(key_in_digits()), true;
    case '2':
        return stack_.duplicate(), true;
    case '0':
        return stack_.pop(), true;
    case '1':
        return stack_.since_mark(), true;
    default:
        return false;
    }
}

void Machine::step(std::uint8_t opcode) {
    if (number_or_text(opcode) || container(opcode) || memory(opcode) || object(opcode) ||
        bytes_or_line(opcode))
        return;
    switch (opcode) {
    case 0x80: // protocol
        if (const std::uint8_t protocol = stack_.byte(); protocol < 2 || protocol > 5)
            stack_.refuse("its pickle has protocol " + std::to_string(protocol) + ", expected 2 to 5");
        return;
    case 0x95: // length of a frame
        stack_.number(8);
        return;
    default:
        break;
    }
    char name[8];
    std::snprintf(name, sizeof name, "0x%02x", opcode);
    stack_.refuse(std::string("its pickle uses the opcode ") + name +
                  ", which no checkpoint needs; nothing was executed");
}

} // namespace

void fail(const std::string& path, const std::string& what) {
    throw std::runtime_error(path + ": not a usable .pth file: " + what);
}

Result run(std::span<const std::uint8_t> pickle, const std::string& path) {
    return Machine(pickle, path).run();
}

} // namespace lab::pickle
