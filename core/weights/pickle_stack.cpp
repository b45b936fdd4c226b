#include "core/weights/pickle_stack.h"

namespace lab::pickle {

namespace {

constexpr std::size_t most_values = 1 << 20;

} // namespace

std::span<const std::uint8_t> Stack::bytes(std::uint64_t count) {
    if (count > pickle_.size() - at_)
        refuse("its pickle is cut off");
    at_ += count;
    return pickle_.subspan(at_ - count, count);
}

std::uint64_t Stack::number(std::uint64_t count) {
    std::uint64_t value = 0, shift = 0;
    for (const std::uint8_t digit : bytes(count)) {
        value |= static_cast<std::uint64_t>(digit) << shift;
        shift += 8;
    }
    return value;
}

std::string Stack::text(std::uint64_t count) {
    const auto letters = bytes(count);
    return {letters.begin(), letters.end()};
}

std::string Stack::line() {
    std::string letters;
    for (std::uint8_t letter = byte(); letter != '\n'; letter = byte())
        letters += static_cast<char>(letter);
    return letters;
}

void Stack::push(Value value) {
    if (values_.size() >= most_values)
        refuse("its pickle makes more than " + std::to_string(most_values) + " values");
    stack_.push_back(static_cast<Ref>(values_.size()));
    values_.push_back(std::move(value));
}

Ref Stack::pop() {
    if (stack_.size() <= (marks_.empty() ? 0 : marks_.back()))
        refuse("its pickle takes more than it put down");
    const Ref top = stack_.back();
    stack_.pop_back();
    return top;
}

Ref Stack::top() {
    const Ref ref = pop();
    stack_.push_back(ref);
    return ref;
}

std::vector<Ref> Stack::since_mark() {
    if (marks_.empty())
        refuse("its pickle goes back to a mark that was never set");
    const auto mark = static_cast<std::ptrdiff_t>(marks_.back());
    const std::vector<Ref> items(stack_.begin() + mark, stack_.end());
    stack_.resize(marks_.back());
    marks_.pop_back();
    return items;
}

void Stack::recall(std::uint64_t key) {
    const auto found = memory_.find(key);
    if (found == memory_.end())
        refuse("its pickle refers to a value that it never made");
    stack_.push_back(found->second);
    if (stack_.size() > most_values)
        refuse("its pickle is nested too deeply");
}

void Stack::duplicate() {
    stack_.push_back(top());
    if (stack_.size() > most_values)
        refuse("its pickle is nested too deeply");
}

} // namespace lab::pickle
