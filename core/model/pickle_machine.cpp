#include "core/model/pickle_value.h"

#include <bit>
#include <cstdio>
#include <stdexcept>
#include <unordered_map>

// Opcodes as in Python's documentation of pickletools. torch.save writes protocol 2.
namespace lab::pickle {

namespace {

constexpr std::size_t most_values = 1 << 20;

class Machine {
  public:
    Machine(std::span<const std::uint8_t> pickle, const std::string& path) : pickle_(pickle), path_(path) {}

    Result run() {
        for (;;) {
            const std::uint8_t opcode = byte();
            if (opcode == '.')
                break;
            step(opcode);
        }
        const Ref top = pop();
        return {std::move(values_), top};
    }

  private:
    // What is read.
    std::span<const std::uint8_t> bytes(std::uint64_t count) {
        if (count > pickle_.size() - at_)
            fail(path_, "its pickle is cut off");
        at_ += count;
        return pickle_.subspan(at_ - count, count);
    }
    std::uint8_t byte() { return bytes(1)[0]; }
    std::uint64_t number(std::uint64_t count) {
        std::uint64_t value = 0;
        std::uint64_t shift = 0;
        for (const std::uint8_t digit : bytes(count)) {
            value |= static_cast<std::uint64_t>(digit) << shift;
            shift += 8;
        }
        return value;
    }
    std::string text(std::uint64_t count) {
        const auto letters = bytes(count);
        return {letters.begin(), letters.end()};
    }
    std::string line() {
        std::string letters;
        for (std::uint8_t letter = byte(); letter != '\n'; letter = byte())
            letters += static_cast<char>(letter);
        return letters;
    }

    // What lies on the stack.
    void push(Value value) {
        if (values_.size() >= most_values)
            fail(path_, "its pickle makes more than " + std::to_string(most_values) + " values");
        stack_.push_back(static_cast<Ref>(values_.size()));
        values_.push_back(std::move(value));
    }
    /// Values below the last mark are out of reach.
    std::size_t floor() const { return marks_.empty() ? 0 : marks_.back(); }
    Ref pop() {
        if (stack_.size() <= floor())
            fail(path_, "its pickle takes more than it put down");
        const Ref top = stack_.back();
        stack_.pop_back();
        return top;
    }
    Ref top() {
        const Ref ref = pop();
        stack_.push_back(ref);
        return ref;
    }
    std::vector<Ref> since_mark() {
        if (marks_.empty())
            fail(path_, "its pickle goes back to a mark that was never set");
        const auto mark = static_cast<std::ptrdiff_t>(marks_.back());
        const std::vector<Ref> items(stack_.begin() + mark, stack_.end());
        stack_.resize(marks_.back());
        marks_.pop_back();
        return items;
    }
    void push_tuple(std::size_t count) {
        Tuple tuple{std::vector<Ref>(count)};
        for (std::size_t i = count; i > 0; --i)
            tuple.items[i - 1] = pop();
        push(std::move(tuple));
    }
    void push_signed(std::uint64_t length) {
        if (length > 8)
            fail(path_, "a number in its pickle has more than 64 bits");
        std::uint64_t value = number(length);
        if (length > 0 && length < 8 && (value >> (8 * length - 1) & 1) != 0)
            value |= ~std::uint64_t{0} << (8 * length);
        push(static_cast<std::int64_t>(value));
    }
    void push_global(const std::string& module, const std::string& name) {
        const std::string full = module + "." + name;
        if (!known_global(full))
            fail(path_, "its pickle asks for " + full.substr(0, 200) +
                            ", which is no part of a state dictionary; nothing was executed");
        push(Global{full});
    }
    void remember(std::uint64_t key) { memo_[key] = top(); }
    void recall(std::uint64_t key) {
        const auto found = memo_.find(key);
        if (found == memo_.end())
            fail(path_, "its pickle refers to a value that it never made");
        stack_.push_back(found->second);
        if (stack_.size() > most_values)
            fail(path_, "its pickle is nested too deeply");
    }

    void set_items(const std::vector<Ref>& items) {
        auto* dictionary = std::get_if<Dictionary>(&values_[top()]);
        if (dictionary == nullptr || items.size() % 2 != 0)
            fail(path_, "its pickle sets items of what is no dictionary");
        for (std::size_t i = 0; i < items.size(); i += 2)
            dictionary->items.emplace_back(items[i], items[i + 1]);
    }
    void append(const std::vector<Ref>& items) {
        auto* list = std::get_if<List>(&values_[top()]);
        if (list == nullptr)
            fail(path_, "its pickle appends to what is no list");
        list->items.insert(list->items.end(), items.begin(), items.end());
    }
    /// State of an object: a state dictionary's is its metadata, of which nothing is needed.
    void build() {
        pop();
        if (!std::holds_alternative<Dictionary>(values_[top()]))
            fail(path_, "its pickle sets the state of what is no dictionary");
    }
    void call() {
        const Ref arguments = pop(), function = pop();
        push(called(values_, values_[function], values_[arguments], path_));
    }

    void step(std::uint8_t opcode);
    bool literal(std::uint8_t opcode);
    bool container(std::uint8_t opcode);

    std::span<const std::uint8_t> pickle_;
    const std::string& path_;
    std::uint64_t at_ = 0;
    std::vector<Value> values_;
    std::vector<Ref> stack_;
    std::vector<std::size_t> marks_;
    std::unordered_map<std::uint64_t, Ref> memo_;
};

/// Numbers, texts and other values that stand for themselves.
bool Machine::literal(std::uint8_t opcode) {
    switch (opcode) {
    case 'N':
        push(None{});
        return true;
    case 0x88:
        push(true);
        return true;
    case 0x89:
        push(false);
        return true;
    case 'K':
        push(static_cast<std::int64_t>(number(1)));
        return true;
    case 'M':
        push(static_cast<std::int64_t>(number(2)));
        return true;
    case 'J':
        push_signed(4);
        return true;
    case 0x8a:
        push_signed(number(1));
        return true;
    case 'G': {
        std::uint64_t bits = 0; // the one number with its most significant byte first
        for (const std::uint8_t digit : bytes(8))
            bits = bits << 8 | digit;
        push(std::bit_cast<double>(bits));
        return true;
    }
    case 'X':
        push(text(number(4)));
        return true;
    case 0x8c:
        push(text(number(1)));
        return true;
    case 0x8d:
        push(text(number(8)));
        return true;
    default:
        return false;
    }
}

bool Machine::container(std::uint8_t opcode) {
    switch (opcode) {
    case '(':
        marks_.push_back(stack_.size());
        return true;
    case ')':
        push(Tuple{});
        return true;
    case 't':
        push(Tuple{since_mark()});
        return true;
    case 0x85:
        push_tuple(1);
        return true;
    case 0x86:
        push_tuple(2);
        return true;
    case 0x87:
        push_tuple(3);
        return true;
    case ']':
        push(List{});
        return true;
    case 'a':
        append({pop()});
        return true;
    case 'e':
        append(since_mark());
        return true;
    case '}':
        push(Dictionary{});
        return true;
    case 's': {
        const Ref value = pop(), key = pop();
        set_items({key, value});
        return true;
    }
    case 'u':
        set_items(since_mark());
        return true;
    default:
        return false;
    }
}

void Machine::step(std::uint8_t opcode) {
    if (literal(opcode) || container(opcode))
        return;
    switch (opcode) {
    case 0x80: // protocol
        if (const std::uint8_t protocol = byte(); protocol < 2 || protocol > 5)
            fail(path_, "its pickle has protocol " + std::to_string(protocol) + ", expected 2 to 5");
        return;
    case 0x95:
        number(8);
        return; // length of a frame
    case 'c': {
        const std::string module = line();
        return push_global(module, line());
    }
    case 0x93: { // global from the stack
        const Ref name = pop(), module = pop();
        const auto* name_text = std::get_if<std::string>(&values_[name]);
        const auto* module_text = std::get_if<std::string>(&values_[module]);
        if (name_text == nullptr || module_text == nullptr)
            fail(path_, "its pickle asks for a name that is no text");
        return push_global(std::string(*module_text), std::string(*name_text));
    }
    case 'Q':
        return push(storage_of(values_, values_[pop()], path_)); // persistent id
    case 'R':
        return call();
    case 'b':
        return build();
    case 'q':
        return remember(number(1));
    case 'r':
        return remember(number(4));
    case 0x94:
        return remember(memo_.size());
    case 'h':
        return recall(number(1));
    case 'j':
        return recall(number(4));
    default:
        break;
    }
    char name[8];
    std::snprintf(name, sizeof name, "0x%02x", opcode);
    fail(path_, std::string("its pickle uses the opcode ") + name +
                    ", which no state dictionary needs; nothing was executed");
}

} // namespace

void fail(const std::string& path, const std::string& what) {
    throw std::runtime_error(path + ": not a usable .pth file: " + what);
}

Result run(std::span<const std::uint8_t> pickle, const std::string& path) {
    return Machine(pickle, path).run();
}

} // namespace lab::pickle
