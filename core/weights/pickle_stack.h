#pragma once

#include "core/weights/pickle_value.h"

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace lab::pickle {

/// A pickle's bytes, and what its opcodes work on: a stack with marks, and a memory.
class Stack {
  public:
    Stack(std::span<const std::uint8_t> pickle, const std::string& path) : pickle_(pickle), path_(path) {}

    // What is read.
    std::span<const std::uint8_t> bytes(std::uint64_t count);
    std::uint8_t byte() { return bytes(1)[0]; }
    std::uint64_t number(std::uint64_t count); ///< least significant byte first
    std::string text(std::uint64_t count);
    std::string line();

    // What lies on the stack. Values below the last mark are out of reach.
    void push(Value value);
    Ref pop();
    Ref top();
    void mark() { marks_.push_back(stack_.size()); }
    std::vector<Ref> since_mark();
    void remember(std::uint64_t key) { memory_[key] = top(); }
    void recall(std::uint64_t key);
    std::uint64_t remembered() const { return memory_.size(); }
    void duplicate();

    std::vector<Value>& values() { return values_; }
    template <class T>
    T* top_as() {
        return std::get_if<T>(&values_[top()]);
    }
    [[noreturn]] void refuse(const std::string& what) const { fail(path_, what); }
    const std::string& path() const { return path_; }

  private:
    std::span<const std::uint8_t> pickle_;
    const std::string& path_;
    std::uint64_t at_ = 0;
    std::vector<Value> values_;
    std::vector<Ref> stack_;
    std::vector<std::size_t> marks_;
    std::unordered_map<std::uint64_t, Ref> memory_;
};

} // namespace lab::pickle
