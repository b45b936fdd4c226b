#include "core/text/token_merges.h"

#include <algorithm>
#include <cstddef>
#include <queue>
#include <tuple>

namespace lab {

namespace {

/// By looking through all pairs for each merge: for a handful of tokens nothing is faster.
void merge_few(std::vector<PieceToken>& tokens, const TokenMerges& merges) {
    std::vector<TokenMerges::Merge> pairs(tokens.size() - 1);
    for (std::size_t i = 0; i < pairs.size(); ++i)
        pairs[i] = merges.find(tokens[i].id, tokens[i + 1].id);
    while (!pairs.empty()) {
        std::size_t best = pairs.size();
        for (std::size_t i = 0; i < pairs.size(); ++i)
            if (pairs[i].rank >= 0 && (best == pairs.size() || pairs[i].rank < pairs[best].rank))
                best = i;
        if (best == pairs.size())
            return;
        const auto at = static_cast<std::ptrdiff_t>(best);
        tokens[best] = {pairs[best].into, tokens[best].bytes + tokens[best + 1].bytes};
        tokens.erase(tokens.begin() + at + 1);
        pairs.erase(pairs.begin() + at);
        if (best > 0)
            pairs[best - 1] = merges.find(tokens[best - 1].id, tokens[best].id);
        if (best < pairs.size())
            pairs[best] = merges.find(tokens[best].id, tokens[best + 1].id);
    }
}

/// With a queue of pairs over a linked list of tokens. Entries of the queue that a merge has overtaken are
/// known by their tokens.
class ManyMerges {
  public:
    ManyMerges(std::vector<PieceToken>& tokens, const TokenMerges& merges)
        : tokens_(tokens), merges_(merges), before_(tokens.size()), after_(tokens.size()) {
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            before_[i] = i - 1; // wraps around to `none` for the first
            after_[i] = i + 1 < tokens.size() ? i + 1 : none;
        }
        for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
            consider(i);
    }

    void run() {
        while (!queue_.empty()) {
            const Entry entry = queue_.top();
            queue_.pop();
            const std::size_t left = entry.left, right = after_[left];
            const bool stale = right == none || tokens_[left].bytes == 0 ||
                               tokens_[left].id != entry.left_id || tokens_[right].id != entry.right_id;
            if (stale)
                continue;
            tokens_[left] = {entry.into, tokens_[left].bytes + tokens_[right].bytes};
            tokens_[right].bytes = 0;
            after_[left] = after_[right];
            if (after_[left] != none) {
                before_[after_[left]] = left;
                consider(left);
            }
            if (before_[left] != none)
                consider(before_[left]);
        }
        std::erase_if(tokens_, [](const PieceToken& token) { return token.bytes == 0; });
    }

  private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    struct Entry {
        std::int32_t rank, left_id, right_id, into;
        std::size_t left;
        bool operator<(const Entry& other) const { // the top of the queue is the greatest
            return std::tie(other.rank, other.left) < std::tie(rank, left);
        }
    };

    void consider(std::size_t left) {
        const std::int32_t left_id = tokens_[left].id, right_id = tokens_[after_[left]].id;
        const TokenMerges::Merge merge = merges_.find(left_id, right_id);
        if (merge.rank >= 0)
            queue_.push({merge.rank, left_id, right_id, merge.into, left});
    }

    std::vector<PieceToken>& tokens_;
    const TokenMerges& merges_;
    std::vector<std::size_t> before_, after_;
    std::priority_queue<Entry> queue_;
};

} // namespace

TokenMerges::TokenMerges(std::size_t expected) {
    std::size_t count = 16;
    while (count < 2 * expected)
        count *= 2;
    slots_.resize(count);
}

std::uint64_t TokenMerges::key_of(std::int32_t left, std::int32_t right) {
    return std::uint64_t{static_cast<std::uint32_t>(left)} << 32 | static_cast<std::uint32_t>(right);
}

std::size_t TokenMerges::place_of(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::uint64_t mixed = key * 0x9e3779b97f4a7c15;
    mixed ^= mixed >> 32;
    std::size_t place = mixed & mask;
    while (slots_[place].key != empty && slots_[place].key != key)
        place = (place + 1) & mask;
    return place;
}

void TokenMerges::grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old)
        if (slot.key != empty)
            slots_[place_of(slot.key)] = slot;
}

void TokenMerges::add(std::int32_t left, std::int32_t right, Merge merge) {
    if (2 * (size_ + 1) > slots_.size())
        grow();
    const std::uint64_t key = key_of(left, right);
    Slot& slot = slots_[place_of(key)];
    size_ += slot.key == empty ? 1 : 0;
    slot = {key, merge};
}

TokenMerges::Merge TokenMerges::find(std::int32_t left, std::int32_t right) const {
    return slots_[place_of(key_of(left, right))].merge;
}

void merge_tokens(std::vector<PieceToken>& tokens, const TokenMerges& merges) {
    constexpr std::size_t few = 48;
    if (tokens.size() < 2 || merges.size() == 0)
        return;
    if (tokens.size() <= few)
        merge_few(tokens, merges);
    else
        ManyMerges(tokens, merges).run();
}

} // namespace lab
