#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace lab {

/// Keys and values of the tokens that a decoder has seen, so that one token more costs one token.
class KeyValueCache {
  public:
    /// @param capacity the most tokens that each sequence will have
    explicit KeyValueCache(std::int64_t capacity) : capacity_(capacity) {}

    std::int64_t capacity() const { return capacity_; }
    /// Tokens seen by each sequence, padding counted.
    std::int64_t length() const { return length_; }

    /// Which tokens are no padding: takes those of T more tokens [B,T], gives all so far [B,length + T].
    /// Throws std::invalid_argument where the capacity is passed.
    at::Tensor extend(const at::Tensor& mask);
    /// Takes keys and values of these T tokens [B,h,T,d], gives a layer's of all so far [B,h,length + T,d].
    struct Pair {
        at::Tensor keys, values;
    };
    Pair store(std::size_t layer, const at::Tensor& keys, const at::Tensor& values);
    /// After all layers have stored theirs.
    void advance(std::int64_t tokens) { length_ += tokens; }
    /// Keeps some of the sequences. @param index [b] int64
    void keep(const at::Tensor& index);

  private:
    std::int64_t capacity_, length_ = 0;
    at::Tensor mask_;          ///< [B,capacity]
    std::vector<Pair> layers_; ///< [B,h,capacity,d]
};

} // namespace lab
