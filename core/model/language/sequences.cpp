#include "core/model/language/sequences.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <stdexcept>

namespace lab {

Sequences padded_left(const std::vector<TokenIds>& sequences, std::int64_t padding,
                      const at::Device& device) {
    if (sequences.empty())
        throw std::invalid_argument("questions: expected at least one, found none");
    std::size_t longest = 0;
    for (std::size_t i = 0; i < sequences.size(); ++i) {
        if (sequences[i].empty())
            throw std::invalid_argument("question " + std::to_string(i + 1) +
                                        ": expected at least one token, found none");
        longest = std::max(longest, sequences[i].size());
    }
    const auto b = std::ssize(sequences), t = static_cast<std::int64_t>(longest);
    at::Tensor tokens = at::full({b, t}, padding, at::kLong), mask = at::zeros({b, t}, at::kBool);
    for (std::int64_t i = 0; i < b; ++i) {
        const TokenIds& ids = sequences[static_cast<std::size_t>(i)];
        const std::int64_t begin = t - std::ssize(ids);
        std::copy(ids.begin(), ids.end(), tokens.data_ptr<std::int64_t>() + i * t + begin);
        std::fill_n(mask.data_ptr<bool>() + i * t + begin, ids.size(), true);
    }
    return {tokens.to(device), mask.to(device)};
}

} // namespace lab
