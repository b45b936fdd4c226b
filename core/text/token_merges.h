#pragma once

#include <cstdint>
#include <vector>

namespace lab {

/// The merges of a byte-pair encoding: which two tokens become which, the lowest rank first.
class TokenMerges {
  public:
    struct Merge {
        std::int32_t rank = -1; ///< −1: the pair does not merge
        std::int32_t into = -1;
    };

    explicit TokenMerges(std::size_t expected = 0);
    /// A pair that is there already takes the later rank, as in the reference.
    void add(std::int32_t left, std::int32_t right, Merge merge);
    Merge find(std::int32_t left, std::int32_t right) const;
    std::size_t size() const { return size_; }

  private:
    struct Slot {
        std::uint64_t key = empty;
        Merge merge;
    };
    static constexpr std::uint64_t empty = ~std::uint64_t{0};
    static std::uint64_t key_of(std::int32_t left, std::int32_t right);
    std::size_t place_of(std::uint64_t key) const;
    void grow();

    std::vector<Slot> slots_; ///< a power of two, at most half of them full
    std::size_t size_ = 0;
};

/// A token of a piece, and how many bytes of it it holds.
struct PieceToken {
    std::int32_t id = 0;
    std::uint32_t bytes = 0;
};

/// Merges neighbours until none is left that merges: the lowest rank first, of equal ones the leftmost. In
/// O(n log n).
void merge_tokens(std::vector<PieceToken>& tokens, const TokenMerges& merges);

} // namespace lab
