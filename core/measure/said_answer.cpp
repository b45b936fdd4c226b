#include "core/measure/said_answer.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>

namespace lab {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

} // namespace

double SaidAnswer::entropy() const {
    return entropies.empty() ? 0.0
                             : std::accumulate(entropies.begin(), entropies.end(), 0.0) /
                                   static_cast<double>(entropies.size());
}

std::int64_t periodic_tail(const std::vector<std::int64_t>& tokens) {
    constexpr std::size_t longest_period = 4, times = 3;
    const std::size_t size = tokens.size();
    std::size_t longest = 0;
    for (std::size_t period = 1; period <= longest_period; ++period) {
        std::size_t tail = std::min(period, size);
        while (tail < size && tokens[size - 1 - tail] == tokens[size - 1 - tail + period])
            ++tail;
        if (tail >= times * period)
            longest = std::max(longest, tail);
    }
    return static_cast<std::int64_t>(longest);
}

double distinct_share(const std::vector<std::int64_t>& tokens) {
    std::vector<std::int64_t> sorted = tokens;
    std::sort(sorted.begin(), sorted.end());
    const auto distinct = std::unique(sorted.begin(), sorted.end()) - sorted.begin();
    return tokens.empty() ? nothing : static_cast<double>(distinct) / static_cast<double>(tokens.size());
}

double share_of_top_fifth(std::vector<double> values) {
    std::sort(values.begin(), values.end(), std::greater<>());
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    const auto fifth = static_cast<std::ptrdiff_t>((values.size() + 4) / 5);
    return sum > 0 ? std::accumulate(values.begin(), values.begin() + fifth, 0.0) / sum : nothing;
}

double chance_of_larger(const std::vector<double>& first, const std::vector<double>& second) {
    if (first.empty() || second.empty())
        return nothing;
    std::vector<double> sorted = second;
    std::sort(sorted.begin(), sorted.end());
    double larger = 0;
    for (const double value : first) {
        const auto [begin, end] = std::equal_range(sorted.begin(), sorted.end(), value);
        larger += static_cast<double>(begin - sorted.begin()) + 0.5 * static_cast<double>(end - begin);
    }
    return larger / (static_cast<double>(first.size()) * static_cast<double>(second.size()));
}

} // namespace lab
